"""What apps above this one show on the page of a partner."""

from typing import Any, NamedTuple

from django.dispatch import Signal

from codora.partners.models import Partner

part_asked = Signal()
"""Sent with `partner`; a receiver returns a Part, or None if there is nothing to show."""


class Part(NamedTuple):
    """A template, and what it sees as `part`."""

    template: str
    value: Any


def parts_of(partner: Partner) -> list[Part]:
    answers: Any = part_asked.send(sender=Partner, partner=partner)
    return [part for _, part in answers if part]
