"""Anonymous visitors have no token: a form is believed when a page of this site sent it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from codora.core.origin import require_same_origin


@require_same_origin
def accept(request):
    return HttpResponse("taken")


urlpatterns = [path("form/", accept)]


def answer(**headers):
    return accept(RequestFactory().post("/form/", headers=headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"},
        {"Origin": "http://testserver"},
    ],
)
def test_a_form_of_this_site_is_taken(headers):
    assert answer(**headers).content == b"taken"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.elsewhere.example"},
        {},
    ],
)
def test_a_form_from_elsewhere_is_refused(headers):
    with pytest.raises(PermissionDenied):
        answer(**headers)


def test_reading_needs_no_origin():
    assert accept(RequestFactory().get("/form/")).content == b"taken"


@pytest.mark.urls(__name__)
def test_it_stands_in_place_of_djangos_token():
    client = Client(enforce_csrf_checks=True)
    assert client.post("/form/", headers={"Sec-Fetch-Site": "same-origin"}).content == b"taken"


def test_the_configured_address_is_this_site_too(settings):
    settings.BASE_URL = "https://codora.example"
    assert answer(Origin="https://codora.example").content == b"taken"
