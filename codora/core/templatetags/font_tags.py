"""Which faces a page loads first."""

from django import template
from django_vite.core.asset_loader import DjangoViteAssetLoader

register = template.Library()

FACES = ("source-sans-3", "geologica")
# The script of a language; Latin letters beyond western Europe's are a file of their own.
SUBSETS = {"el": "greek", "bg": "cyrillic", "uk": "cyrillic"} | dict.fromkeys(
    ("cs", "hr", "hu", "lt", "lv", "mt", "pl", "ro", "sk", "sl"), "latin-ext"
)


@register.filter
def font_urls(language: str) -> list[str]:
    """Addresses of the font files that a page in this language needs; digits and spaces are in `latin`."""
    loader = DjangoViteAssetLoader.instance()
    subsets = ["latin", SUBSETS[language]] if language in SUBSETS else ["latin"]
    return [
        loader.generate_vite_asset_url(
            f"node_modules/@fontsource-variable/{face}/files/{face}-{subset}-wght-normal.woff2"
        )
        for subset in subsets
        for face in FACES
    ]
