"""What a view says of how long its page is right."""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone

KEEP = "codora.keep"
"""In the WSGI environment, where the cache around the site finds it: seconds."""
LONGEST_S = 24 * 3600


def keep(request: HttpRequest, *, seconds: int = LONGEST_S, until: datetime | None = None) -> None:
    """The page is right for so long, or until the clock changes it; the soonest that is said counts."""
    if until:
        seconds = min(seconds, int((until - timezone.now()).total_seconds()))
    request.META[KEEP] = max(0, min(seconds, request.META.get(KEEP, LONGEST_S)))


def next_midnight() -> datetime:
    """When today's date changes, where the site is."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
