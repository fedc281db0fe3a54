"""What all kinds of the toolkit rest on, and the words they share, in the active language."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Facts:
    """`about` is rich text; `url` leads to the campaign, `start_url` to the hour; `host` may be empty.

    `dates` has no break before its dash.
    """

    campaign: str
    lead: str
    about: str
    dates: str
    url: str
    start_url: str
    hashtag: str
    host: str


def host_takes_part(facts: Facts) -> str:
    """Empty without a host."""
    # Translators: on a poster; host is a school, library, club or company
    return _("%(host)s takes part") % {"host": facts.host} if facts.host else ""


def promise() -> str:
    return _("Free. No account. In your language.")


def scene() -> str:
    return _("Ora, a clockwork owl, lights a lantern above the roofs of a town")


def code() -> str:
    # Translators: what the QR code on a poster is
    return _("Code that leads to this address")
