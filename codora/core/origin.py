"""Same-site check for POSTs of anonymous visitors, who have no cookie and so no token."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}

View = Callable[..., HttpResponse]


def is_same_origin(request: HttpRequest) -> bool:
    """Whether a page of this site sent the request. Browsers say so; older ones only in Origin."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    sender = urlsplit(request.headers.get("Origin", "")).netloc
    return sender in {request.get_host(), urlsplit(settings.BASE_URL).netloc}


def require_same_origin(view: View) -> View:
    """Refuses a POST from elsewhere with 403, in place of Django's token."""

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in SAFE_METHODS and not is_same_origin(request):
            raise PermissionDenied("The form was not sent from this site.")
        return view(request, *args, **kwargs)

    return checked
