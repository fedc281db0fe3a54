"""A campaign that is under way, another that is nobody's business yet, and a clock that stands still."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.utils import timezone

from tests.small_content import write

SUMMER = "campaigns/summer"


@pytest.fixture
def clock(monkeypatch) -> Callable[[datetime], None]:
    """`clock(moment)` sets the time."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


@pytest.fixture
def campaigns(content):
    """content/campaigns with `summer`, published, from 6 to 12 July 2026, in Estonia a week later."""
    write(
        content / f"{SUMMER}/campaign.yaml",
        """
        position: 1
        published: true
        hashtag: SummerOfCode
        editions:
          2026:
            soon: 2026-06-01
            first: 2026-07-06
            last: 2026-07-12
            thanks: 2026-07-20
            targets: {hours: 100, hosts: 4}
            special:
              - {country: EE, soon: 2026-06-01, first: 2026-07-13, last: 2026-07-14}
              - {audience: work, soon: 2026-06-01, first: 2026-07-10, last: 2026-07-10}
        """,
    )
    write(
        content / f"{SUMMER}/text.en.yaml",
        """
        name: Summer of code
        lead: A week outside.
        about: "We code **outside**.\\n\\n- by the sea\\n- in the hills"
        for_whom: Everybody.
        take_part: Bring a [hat](/learn/).
        """,
    )
    write(
        content / f"{SUMMER}/text.de.yaml",
        """
        review: draft
        name: Sommer im Code
        lead: Eine Woche draußen.
        about: Wir programmieren draußen.
        for_whom: Für alle.
        take_part: Bring einen Hut mit.
        """,
    )
    write(
        content / "campaigns/winter/campaign.yaml",
        """
        position: 2
        published: false
        editions:
          2026: {soon: 2026-07-01, first: 2026-07-02, last: 2026-07-31, thanks: 2026-08-01}
        """,
    )
    write(
        content / "campaigns/winter/text.en.yaml",
        "{name: Winter of code, lead: Inside., about: Warm., for_whom: All., take_part: Come in.}",
    )
    return content / "campaigns"
