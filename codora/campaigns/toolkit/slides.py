"""The words of the slides that a class sees before, during and after its hour, in the active language."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from codora.campaigns.toolkit.facts import Facts, host_takes_part, promise, scene
from codora.core.browser_messages import message_catalogue
from codora.core.languages import shown_language


@dataclass(frozen=True)
class Point:
    """`text` says more of `title`; one of them may be empty."""

    title: str
    text: str = ""


@dataclass(frozen=True)
class Slide:
    """`note` may be empty; `picture` is what is drawn, for those who do not see it."""

    title: str
    points: list[Point]
    note: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Slides:
    """`player` are the words on drawn buttons and blocks, `concepts` names of what was learned."""

    title: str
    lead: str
    dates: str
    host: str
    promise: str
    scene: str
    plan: Slide
    how: Slide
    mistakes: Slide
    pairs: Slide
    rules: Slide
    start: Slide
    learned: Slide
    next: Slide
    player: dict[str, str]
    concepts: list[str]
    start_url: str


def slides_words(facts: Facts) -> Slides:
    player = _words_of_the_player()
    return Slides(
        title=facts.campaign,
        lead=facts.lead,
        dates=facts.dates,
        host=host_takes_part(facts),
        promise=promise(),
        scene=scene(),
        plan=_plan(),
        how=_how(player["run"]),
        mistakes=_mistakes(player["step"]),
        pairs=_pairs(),
        rules=_rules(),
        start=Slide(_("Start here"), [Point("", _("Type this address or scan the code."))]),
        learned=_learned(),
        next=_next(),
        player=player,
        # The same blocks as on a certificate.
        concepts=[pgettext("concept", "sequence"), pgettext("concept", "repeat"), pgettext("concept", "if")],
        start_url=facts.start_url.partition("://")[2],
    )


def _plan() -> Slide:
    return Slide(
        _("What we do in this hour"),
        [
            Point(_minutes(10), _("We look at the first level together.")),
            Point(_minutes(35), _("You play in pairs, each at your own pace.")),
            Point(_minutes(10), _("Two pairs show how they solved the same level.")),
            Point(_minutes(5), _("We say what we found out.")),
        ],
    )


def _how(run: str) -> Slide:
    return Slide(
        _("How it works"),
        [
            Point(_("Look: where must Ora go?")),
            Point(_("Put blocks in the right order.")),
            # Translators: run is the word on a button
            Point(_("Press “%(run)s” and watch.") % {"run": run}),
        ],
        picture=_(
            "Ora stands on a path, a lantern at its end; beside it a program of blocks and its buttons"
        ),
    )


def _mistakes(step: str) -> Slide:
    return Slide(
        _("It did not work? Good!"),
        [
            # Translators: step is the word on a button
            Point(_("Press “%(step)s”: Ora does one block at a time.") % {"step": step}),
            Point(_("Where does it begin to go wrong?")),
            Point(_("Change one thing. Try again.")),
        ],
        note=_("Every mistake shows you something."),
    )


def _pairs() -> Slide:
    return Slide(
        _("Two heads, one device"),
        [
            # Translators: of two children at one device: who uses it
            Point(pgettext("in a pair", "Driver"), _("Has the device and puts the blocks in order.")),
            # Translators: of two children at one device: who says what comes next
            Point(pgettext("in a pair", "Navigator"), _("Looks ahead and says what could come next.")),
        ],
        note=_("Change places after every level."),
    )


def _rules() -> Slide:
    return Slide(
        _("Kind and careful"),
        [
            Point(_("Nobody types a name. Nobody needs an account.")),
            Point(_("Mistakes are welcome. Nobody laughs at them.")),
            Point(_("Help with questions, not with the answer.")),
            Point(_("Hands off the device of others.")),
        ],
    )


def _learned() -> Slide:
    return Slide(
        _("What did you find out?"),
        [
            Point(_("What was hard? How did you find the mistake?")),
            Point(_("Which block saved you work?")),
            Point(_("Where else do people follow steps in order?")),
        ],
        # Translators: above names of blocks such as “repeat”
        note=_("You now know:"),
    )


def _next() -> Slide:
    return Slide(
        _("What comes next"),
        [
            Point(_("Make your certificate: your name is printed, not stored.")),
            Point(_("Play on at home: everything is there, too.")),
            Point(_("Show somebody how it works.")),
        ],
    )


def _minutes(count: int) -> str:
    return ngettext("%(count)d minute", "%(count)d minutes", count) % {"count": count}


def _words_of_the_player() -> dict[str, str]:
    """As they stand in the player itself."""
    messages = message_catalogue(shown_language())["messages"]
    keys = {
        "run": "button\x04Run",
        "step": "button\x04Step",
        "reset": "button\x04Reset",
        "begin": "when Run is pressed",
        "move": "block\x04move",
        "light": "block\x04light",
    }
    return {name: _word(messages, key) for name, key in keys.items()}


def _word(messages: dict[str, str | list[str]], key: str) -> str:
    word = messages.get(key) or key.rpartition("\x04")[2]
    return word if isinstance(word, str) else word[0]
