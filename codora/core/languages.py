"""The languages of Codora: which one a reader asked for, and which one can be shown.

Every language has its URLs. Where the interface of a language is not translated yet, its pages are English.
The active language is then the private-use tag `en-x-fr` (RFC 5646, section 2.2.7): gettext, formats and
plural rules see English, while URLs keep the reader's `fr`. A language counts as translated when its
catalogue was compiled, which `manage.py i18n` does only for catalogues that have nearly every message.
"""

from functools import cache
from pathlib import Path

import django.conf.locale
from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.utils.translation import get_language, get_language_info
from django.utils.translation.trans_real import parse_accept_lang_header

ENGLISH = "en"
EUROPEAN_ENGLISH = "en_150"  # 23 November 2026
_FOR_READER_OF = f"{ENGLISH}-x-"

# By native name, as readers look for their own: Latin alphabet, then Greek, then Cyrillic.
LANGUAGES = [
    ("cs", "čeština"),
    ("da", "dansk"),
    ("de", "Deutsch"),
    ("et", "eesti"),
    ("en", "English"),
    ("es", "español"),
    ("fr", "français"),
    ("ga", "Gaeilge"),
    ("hr", "hrvatski"),
    ("it", "italiano"),
    ("lv", "latviešu"),
    ("lt", "lietuvių"),
    ("hu", "magyar"),
    ("mt", "Malti"),
    ("nl", "Nederlands"),
    ("pl", "polski"),
    ("pt", "português"),
    ("ro", "română"),
    ("sk", "slovenčina"),
    ("sl", "slovenščina"),
    ("fi", "suomi"),
    ("sv", "svenska"),
    ("el", "Ελληνικά"),
    ("bg", "български"),
]
# Right to left and longer than English, for tests only (CODORA_PSEUDO=1).
PSEUDO_LANGUAGE = ("qps", "pseudo")


def register_languages() -> None:
    """Makes Django know the languages that its own list lacks."""
    for code, name, english_name, is_right_to_left in (
        ("mt", "Malti", "Maltese", False),
        ("qps", "pseudo", "Pseudo", True),
    ):
        django.conf.locale.LANG_INFO.setdefault(
            code, {"bidi": is_right_to_left, "code": code, "name": english_name, "name_local": name}
        )


@cache
def has_interface(code: str) -> bool:
    """Whether the site's own words are shown in this language."""
    return code == ENGLISH or any(
        Path(folder, code, "LC_MESSAGES", "django.mo").exists() for folder in settings.LOCALE_PATHS
    )


def interface_languages() -> list[str]:
    return [code for code, _ in settings.LANGUAGES if has_interface(code)]


def active_language_for(code: str) -> str:
    """The tag to activate for a reader of this language."""
    return code if has_interface(code) else f"{_FOR_READER_OF}{code}"


def reader_language() -> str:
    """The language the reader asked for: the one in the URL."""
    return (get_language() or ENGLISH).removeprefix(_FOR_READER_OF)


def shown_language() -> str:
    """The language in which the reader sees the interface: theirs, or English where it is not translated."""
    active = get_language() or ENGLISH
    return ENGLISH if active.startswith(_FOR_READER_OF) else active


def preferred_language(accepted: str) -> str:
    """The first language of an Accept-Language header that the site has, else English."""
    codes = dict(settings.LANGUAGES)
    tags = (tag.split("-")[0] for tag, _ in parse_accept_lang_header(accepted))
    return next((tag for tag in tags if tag in codes), ENGLISH)


def native_name(code: str) -> str:
    return dict(settings.LANGUAGES)[code]


def direction(code: str) -> str:
    return "rtl" if get_language_info(code)["bidi"] else "ltr"


def first_part(path: str) -> str:
    """/de/learn/ → de"""
    return path.removeprefix("/").partition("/")[0]


def switch_language(path: str, code: str) -> str:
    """The same page in another language: /de/learn/ → /fr/learn/. Other paths lead to the home page."""
    first, _, rest = path.removeprefix("/").partition("/")
    return f"/{code}/{rest}" if first in dict(settings.LANGUAGES) else f"/{code}/"


def babel_locale(code: str) -> Locale:
    """Babel's data for a language; Europe's English where Babel knows none (the pseudo-language)."""
    try:
        return Locale.parse(EUROPEAN_ENGLISH if code == ENGLISH else code)
    except UnknownLocaleError:
        return Locale.parse(EUROPEAN_ENGLISH)


def in_reader_language(path: str) -> str:
    """/learn/ → /fr/learn/ for a reader of French; what has a language or a host already stays as it is."""
    is_ours = path.startswith("/") and not path.startswith("//")
    is_without = first_part(path) not in dict(settings.LANGUAGES)
    return f"/{reader_language()}{path}" if is_ours and is_without else path
