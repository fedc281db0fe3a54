"""What the toolkit's page shows, card by card."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from codora.campaigns.toolkit.documents import KINDS
from codora.campaigns.toolkit.forms import SOCIAL


@dataclass(frozen=True)
class Preview:
    """Its size as shown, in pixels."""

    kind: str
    width: int
    height: int


@dataclass(frozen=True)
class GalleryCard:
    """`buttons` are label and document; `is_picture` where each needs a text for those who do not see it."""

    title: str
    text: str
    previews: list[Preview]
    buttons: list[tuple[str, str]]
    is_picture: bool = field(default=False)


UPRIGHT, FLAT, WIDE = (360, 509), (360, 255), (360, 211)


def gallery_cards() -> list[GalleryCard]:
    """In the active language."""
    return [
        GalleryCard(
            _("Poster"),
            _("With the dates and a code for phones. For a door, a wall, a window."),
            [Preview("poster-a4", *UPRIGHT)],
            [(_("A4"), "poster-a4"), (_("A3"), "poster-a3")],
        ),
        GalleryCard(
            _("Slides"),
            _("Nine slides that lead your class through the hour, with the address in large letters."),
            [Preview("slides", *WIDE)],
            [_as_pdf("slides")],
        ),
        GalleryCard(
            _("Certificate"),
            _("To print and fill in by hand: the name goes on the line."),
            [Preview("certificate", *FLAT)],
            [_as_pdf("certificate")],
        ),
        GalleryCard(
            _("Letter to parents"),
            _("What their children do in this hour, and that nobody needs an account."),
            [Preview("letter-parents", *UPRIGHT)],
            [_as_pdf("letter-parents")],
        ),
        GalleryCard(
            _("Letter to a head teacher"),
            _("Why an hour, what it needs, and what is not stored."),
            [Preview("letter-head-teacher", *UPRIGHT)],
            [_as_pdf("letter-head-teacher")],
        ),
        GalleryCard(
            _("Press text"),
            _("For the local paper and your own website."),
            [Preview("press-text", *UPRIGHT)],
            [_as_pdf("press-text")],
        ),
        GalleryCard(
            _("Pictures for social media"),
            _("For your feed, for a story, and for a link."),
            [_small("social-square"), _small("social-story"), _small("social-wide")],
            [
                # Translators: form of a picture for social media
                (_("Square"), "social-square"),
                # Translators: form of a picture for social media, higher than wide
                (_("Story"), "social-story"),
                # Translators: form of a picture for social media
                (_("Wide"), "social-wide"),
                (_("All three as a ZIP file"), SOCIAL),
            ],
            is_picture=True,
        ),
    ]


def _as_pdf(kind: str) -> tuple[str, str]:
    return _("As a PDF"), kind


def _small(kind: str) -> Preview:
    width, height = KINDS[kind].size or (1, 1)
    return Preview(kind, 360, 360 * height // width)
