"""What the page of figures says of its files in schema.org's words."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from codora.core.languages import ENGLISH, switch_language
from codora.insights.open_data import LICENCE


def dataset() -> dict[str, Any]:
    """schema.org/Dataset."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": _("Figures"),
        "description": _("How many hours of coding were finished here, and how we count them."),
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.BASE_URL},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": _address(view)}
            for kind, view in (("text/csv", "data_csv"), ("application/json", "data_json"))
        ],
    }


def _address(view: str) -> str:
    return f"{settings.BASE_URL}{switch_language(reverse(f'insights:{view}'), ENGLISH)}"
