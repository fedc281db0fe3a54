"""The words of a certificate, the same in the preview and in print."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from django.utils.translation import gettext, pgettext

from codora.core.languages import babel_locale, shown_language


@dataclass(frozen=True)
class Concept:
    """`category` of its block decides the colours: motion, loop or logic."""

    label: str
    category: str


@dataclass(frozen=True)
class Wording:
    title: str
    text: str
    concepts: list[Concept]
    foot: str


def certificate_wording(*, activity_title: str, concepts: list[str], on: date) -> Wording:
    """In the shown language. `concepts` are names of the level schema."""
    day = format_date(on, format="long", locale=babel_locale(shown_language()))
    return Wording(
        title=gettext("Certificate of one hour of code"),
        # Translators: stands below the learner's name
        text=gettext("You finished %(activity)s: one hour of code.") % {"activity": activity_title},
        concepts=[_concept(name) for name in concepts],
        foot=gettext("Codora, %(date)s") % {"date": day},
    )


def _concept(name: str) -> Concept:
    return {
        "sequence": Concept(pgettext("concept", "sequence"), "motion"),
        "repeat": Concept(pgettext("concept", "repeat"), "loop"),
        "until": Concept(pgettext("concept", "repeat until"), "loop"),
        "if": Concept(pgettext("concept", "if"), "logic"),
        "if_else": Concept(pgettext("concept", "if, else"), "logic"),
    }[name]
