"""A page of another site can do nothing here in the name of its reader."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from codora.pages.models import ArticlePage
from tests.people import sign_in

pytestmark = pytest.mark.django_db(databases=["default", "progress"])

# Visitors have no cookie and so no token: these ask who sent the form (codora.core.origin).
WITHOUT_TOKEN = [
    "/en/play/walk/certificate/",
    "/en/campaigns/summer/host/",
    "/en/campaigns/summer/toolkit/",
    "/en/campaigns/hours/some-token/",
    "/en/about/accessibility/feedback/",
    "/en/partners/join/company/",
    "/en/report/partner/harbour-works/",
    "/en/report/appeal/some-token/",
    "/en/partners/mentors/offer/",
    "/en/partners/mentors/ask/",
    "/en/partners/mentors/offers/some-token/",
    "/en/partners/mentors/requests/some-token/",
    "/en/partners/mentors/asked/some-token/",
]


def views(patterns: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for each in patterns:
        route = f"{prefix}{each.pattern}"
        if isinstance(each, URLPattern):
            yield route, each.callback
        else:
            yield from views(each.url_patterns, route)


def test_each_address_without_a_token_is_known_here():
    """A new one belongs into the list above. The public API takes no POST (tests/config/test_api.py)."""
    exempt = {
        route
        for route, view in views(get_resolver().url_patterns)
        if getattr(view, "csrf_exempt", False) and not route.startswith(("cms/", "api/v1/"))
    }
    begins = {f"/{route.partition('<')[0]}" for route in exempt}
    assert all(path.startswith(tuple(begins)) for path in WITHOUT_TOKEN)
    assert len(exempt) == len(WITHOUT_TOKEN)


@pytest.mark.parametrize("path", WITHOUT_TOKEN)
@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {}]
)
def test_a_visitors_form_from_elsewhere_is_refused(client, path, headers):
    response = client.post(path, {"name": "Ada", "do": "withdraw"}, headers=headers)
    assert response.status_code == 403
    assert "Content-Disposition" not in response


@pytest.fixture
def signed_in(admin_user) -> Client:
    """A browser that sends its cookie, and a page elsewhere that knows no token."""
    client = Client(enforce_csrf_checks=True)
    sign_in(client, admin_user)
    return client


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_logout",
        "account_change_password",
        "wagtailusers_users:add",
        "roles:add",
        "wagtailimages:add",
        "wagtaildocs:add",
    ],
)
def test_a_form_for_those_who_signed_in_needs_its_token(signed_in, loaded, name):
    response = signed_in.post(reverse(name), {}, headers={"Origin": "https://elsewhere.example"})
    assert response.status_code == 403


def test_the_editors_interface_for_scripts_needs_the_token_too(signed_in, loaded):
    page = ArticlePage.objects.get()
    address = f"/cms/api/main/pages/{page.pk}/action/unpublish/"
    assert signed_in.post(address, {}).status_code == 403
    page.refresh_from_db()
    assert page.live


def test_a_sign_in_goes_along_with_no_post_from_elsewhere_and_is_read_by_no_script(settings):
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Lax"
    assert settings.SESSION_COOKIE_HTTPONLY
