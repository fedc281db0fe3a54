"""Where a target stands: plain functions of its number, what is reached, its day and today."""

from collections.abc import Collection
from datetime import date

from codora.campaigns.pledges.models import Standing


def standing_of_target(*, number: int, reached: int, by: date, today: date) -> Standing:
    """Met once the number is reached, early or late; overdue from the day after `by` on."""
    if reached >= number:
        return Standing.MET
    return Standing.OVERDUE if today > by else Standing.ON_THE_WAY


def standing_of_pledge(targets: Collection[Standing]) -> Standing:
    """Overdue if one target is, met if all are."""
    if Standing.OVERDUE in targets:
        return Standing.OVERDUE
    return Standing.MET if targets and set(targets) == {Standing.MET} else Standing.ON_THE_WAY
