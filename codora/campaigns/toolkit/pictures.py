"""The words of social images and banners, and the text that stands in for each, in the active language."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from codora.campaigns.toolkit.facts import Facts, host_takes_part, promise, scene


@dataclass(frozen=True)
class Picture:
    title: str
    dates: str
    host: str
    promise: str
    call: str


def picture_words(facts: Facts) -> Picture:
    return Picture(
        title=facts.campaign,
        dates=facts.dates,
        host=host_takes_part(facts),
        promise=promise(),
        # Translators: on a banner that leads to a campaign
        call=_("Take part"),
    )


def picture_alt(facts: Facts) -> str:
    """What the picture says and shows, for those who do not see it."""
    host = host_takes_part(facts)
    sentences = [f"{facts.campaign}, {facts.dates}", host, promise().rstrip("."), scene()]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)
