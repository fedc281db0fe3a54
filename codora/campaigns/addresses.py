"""Where a campaign is shown. Its page needs figures and news, which stand above this app."""

from codora.core.languages import reader_language


def campaign_url(slug: str) -> str:
    """Path of the campaign's page for the reader."""
    return f"/{reader_language()}/campaigns/{slug}/"
