"""Which faces a page loads first."""

from django import template
from django_vite.core.asset_loader import DjangoViteAssetLoader

register = template.Library()

FACES = ("source-sans-3", "geologica")
SUBSETS = {"el": ["greek"], "bg": ["cyrillic"], "uk": ["cyrillic"]} | dict.fromkeys(
    ("cs", "hr", "hu", "lt", "lv", "mt", "pl", "ro", "sk", "sl"), ["latin-ext"]
)


@register.filter
def font_urls(language: str) -> list[str]:
    """Addresses of the font files that every page in this language needs; digits and spaces are in `latin`."""
    loader = DjangoViteAssetLoader.instance()
    return [
        loader.generate_vite_asset_url(
            f"node_modules/@fontsource-variable/{face}/files/{face}-{subset}-wght-normal.woff2"
        )
        for subset in ["latin", *SUBSETS.get(language, [])]
        for face in FACES
    ]
