"""Where pledges and coalitions are shown. Their pages need figures, which stand above this app."""

from codora.core.languages import reader_language


def pledge_url(pk: int) -> str:
    """Path of the pledge's page for the reader."""
    return f"/{reader_language()}/pledges/{pk}/"


def coalition_url(slug: str) -> str:
    """Path of the coalition's page for the reader."""
    return f"/{reader_language()}/pledges/coalitions/{slug}/"
