"""The words of poster, letters, press text and certificate, in the active language."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.rich_text import get_text_for_indexing

from codora.campaigns.toolkit.facts import Facts, host_takes_part, promise, scene


@dataclass(frozen=True)
class Poster:
    title: str
    lead: str
    dates: str
    host: str
    start: str
    promise: str
    scene: str


@dataclass(frozen=True)
class Letter:
    """`greeting` and `closing` may be empty; the address of the campaign stands after the paragraphs."""

    title: str
    kicker: list[str]
    host: str
    promise: str
    greeting: str
    paragraphs: list[str]
    closing: str
    signed: str


@dataclass(frozen=True)
class Certificate:
    """`name`, `date` and `signature` say what is to be written on a line."""

    title: str
    text: str
    dates: str
    host: str
    name: str
    date: str
    signature: str
    ora: str


def poster_words(facts: Facts) -> Poster:
    return Poster(
        title=facts.campaign,
        lead=facts.lead,
        dates=facts.dates,
        host=host_takes_part(facts),
        # Translators: on a poster, above a web address
        start=_("It starts here:"),
        promise=promise(),
        scene=scene(),
    )


def letter_to_head_teacher(facts: Facts) -> Letter:
    return Letter(
        title=_("One hour of coding at our school"),
        kicker=_kicker(facts),
        host=facts.host,
        promise=promise(),
        greeting=_("Dear head teacher,"),
        paragraphs=[
            _("I would like to take part in “%(campaign)s” with my class. Its days are %(dates)s.")
            % {"campaign": facts.campaign, "dates": facts.dates},
            _(
                "For one hour the children put instructions in order and see what happens. They learn"
                " to plan, to find mistakes and to explain what they did. It fits every subject, and I"
                " need no experience of coding."
            ),
            _(
                "It costs nothing. Nobody makes an account, and the site keeps nothing that tells who a"
                " child is: no name, no address, no photo. It runs in the browser of the devices that"
                " we have."
            ),
            _(
                "I need one lesson, one device for every two children, and your consent. All else"
                " stands here:"
            ),
        ],
        closing=_("With kind regards"),
        signed=facts.host,
    )


def letter_to_parents(facts: Facts) -> Letter:
    return Letter(
        title=_("One hour of coding for your child"),
        kicker=_kicker(facts),
        host=facts.host,
        promise=promise(),
        greeting=_("Dear parents,"),
        paragraphs=[
            _("On these days many schools in Europe take part in “%(campaign)s”, and so do we: %(dates)s.")
            % {"campaign": facts.campaign, "dates": facts.dates},
            _(
                "For one hour your child guides Ora, a small owl, through towns of Europe: it puts"
                " instructions in order, sees what happens, and tries again. So it learns to think in"
                " steps."
            ),
            _(
                "You need not do anything. Your child needs no account, no e-mail address and no phone."
                " The site asks for no name, shows no advertising and follows nobody."
            ),
            _("Would you like to try it together at home? The same hour waits for you here:"),
        ],
        closing=_("With kind regards"),
        signed=facts.host,
    )


def press_text(facts: Facts) -> Letter:
    # Translators: host is a school, library, club or company
    host = [_("%(host)s takes part.") % {"host": facts.host}] if facts.host else []
    return Letter(
        title=facts.campaign,
        kicker=[_("Press text")],
        host=facts.host,
        promise=promise(),
        greeting="",
        paragraphs=[
            facts.lead,
            *host,
            _("The campaign takes place on these days: %(dates)s.") % {"dates": facts.dates},
            *_plain(facts.about),
            _("Taking part is free. Nobody needs an account, and nothing is kept that tells who a child is."),
            _("More about it:"),
        ],
        closing="",
        signed="",
    )


def certificate_words(facts: Facts) -> Certificate:
    return Certificate(
        title=_("Certificate of one hour of code"),
        # Translators: stands on a certificate, below the learner's name
        text=_("You took part in “%(campaign)s” and coded for one hour.") % {"campaign": facts.campaign},
        dates=facts.dates,
        host=facts.host,
        # Translators: below a line on a certificate on which a name is written by hand
        name=pgettext("on a line", "Name"),
        date=pgettext("on a line", "Date"),
        signature=pgettext("on a line", "Signature"),
        ora=_("Ora, a clockwork owl, cheers"),
    )


def _kicker(facts: Facts) -> list[str]:
    return [facts.campaign, facts.dates]


def _plain(rich_text: str) -> list[str]:
    paragraphs = re.split(r"</(?:p|li)>", rich_text)
    return [text for text in map(get_text_for_indexing, paragraphs) if text]
