"""The menus of header and footer: here, because they name pages of many apps."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from codora.core.languages import in_reader_language


@dataclass(frozen=True)
class Entry:
    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Group:
    title: str
    entries: list[Entry]


def menus(request: HttpRequest) -> dict[str, object]:
    """`menu` of the header, `footer_groups` of the footer."""
    return {"menu": _header(request.path), "footer_groups": _footer()}


def _header(path: str) -> list[Entry]:
    learn = reverse("curriculum:activity_list")
    about = in_reader_language("/about/")
    teach = in_reader_language("/learn/lantern-trail/#class")
    return [
        # Translators: menu entry, the part of the site for learners
        Entry(pgettext("menu", "Learn"), learn, path.startswith(learn)),
        # Translators: menu entry, the part of the site for teachers
        Entry(pgettext("menu", "Teach"), teach),
        # Translators: menu entry, the page about Codora
        Entry(pgettext("menu", "About"), about, path == about),
    ]


def _footer() -> list[Group]:
    return [
        Group(
            pgettext("menu", "Learn"),
            [
                Entry(_("Activities"), reverse("curriculum:activity_list")),
                Entry(_("Start the hour"), in_reader_language("/learn/lantern-trail/")),
            ],
        ),
        Group(
            pgettext("menu", "Teach"),
            [Entry(_("One hour with a class"), in_reader_language("/learn/lantern-trail/#class"))],
        ),
        Group(
            _("Take part"),
            [
                Entry(_("How you can help"), in_reader_language("/about/#take-part")),
                Entry(_("Languages"), reverse("core:language_list")),
            ],
        ),
        Group(
            pgettext("menu", "About"),
            [
                Entry(_("About Codora"), in_reader_language("/about/")),
                Entry(_("Figures"), in_reader_language("/figures/")),
            ],
        ),
    ]
