"""Getting in touch: two doors, proof of work, and what comes without it."""

import json
from base64 import b64decode, b64encode
from datetime import timedelta

import pytest
from altcha import Challenge, solve_challenge
from django.test import Client
from django.utils import timezone

from codora.accounts.actions import grant_role
from codora.accounts.models import User
from codora.accounts.roles import Role
from codora.core import proof
from codora.core.limits import RateLimit
from codora.messaging.models import OutgoingMail
from codora.partners.actions import inquiries as actions
from codora.partners.models import Inquiry
from codora.partners.views import joining as views

pytestmark = pytest.mark.django_db

COMPANY = "/en/partners/join/company/"
ASSOCIATION = "/en/partners/join/association/"
GOOD = {
    "organisation": "Harbour Works",
    "kind": "company",
    "country": "MT",
    "website": "harbour.example.org",
    "contributions": ["mentors", "training"],
    "message": "We visit schools.",
    "speaks": ["mt", "en"],
    "person": "Ada",
    "email": "ada@example.org",
    "consent": "on",
}


def post(client, path=COMPANY, site="same-origin", **changes):
    return client.post(path, {**GOOD, **changes}, headers={"Sec-Fetch-Site": site})


def solved(client) -> str:
    """What the form's script sends."""
    challenge = client.get("/en/partners/join/challenge/").json()
    solution = solve_challenge(Challenge.from_dict(challenge))
    return b64encode(json.dumps({"challenge": challenge, "solution": solution.to_dict()}).encode()).decode()


def errors(response) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


def test_there_are_two_doors(client):
    page = client.get("/en/partners/join/").content.decode()
    assert 'href="/en/partners/join/company/"' in page
    assert 'href="/en/partners/join/association/"' in page


def test_what_a_company_sends_is_kept_and_confirmed_in_its_language(client):
    response = post(client, "/de/partners/join/company/", altcha=solved(client))
    assert response["Location"] == "/de/partners/join/thanks/"
    inquiry = Inquiry.objects.get()
    assert (inquiry.organisation, inquiry.kind, inquiry.country_id) == ("Harbour Works", "company", "MT")
    assert inquiry.contributions == ["mentors", "training"]
    assert inquiry.speaks == ["mt", "en"]
    assert inquiry.website == "https://harbour.example.org"
    assert (inquiry.state, inquiry.is_verified) == ("new", True)
    mail = OutgoingMail.objects.get(to="ada@example.org")
    assert (mail.language, mail.subject) == ("de", "Ihre Nachricht ist da")


def test_the_confirmation_holds_nothing_that_the_sender_wrote(client):
    """Else strangers could be sent anything in our name."""
    post(client, organisation="Buy at spam.example", person="Spam", message="Spam", altcha=solved(client))
    mail = OutgoingMail.objects.get(to="ada@example.org")
    assert "pam" not in mail.subject + mail.text + mail.html


def test_staff_are_told_in_their_language_and_others_are_not(client):
    staff, editor = (
        User.objects.create_user(f"{role}@example.org", language="de") for role in ("staff", "editor")
    )
    grant_role(user=staff, role=Role.STAFF, by=None)
    grant_role(user=editor, role=Role.EDITOR, by=None)
    post(client, altcha=solved(client))
    notice = OutgoingMail.objects.get(template="partners/mail/notice.txt")
    assert (notice.to, notice.subject) == ("staff@example.org", "Harbour Works möchte Partner werden")
    assert f"/cms/inquiries/edit/{Inquiry.objects.get().pk}/" in notice.text
    assert "ada@" not in notice.text


def test_an_association_says_which_kind_it_is(client):
    assert list(errors(post(client, ASSOCIATION, kind=""))) == ["kind"]
    post(client, ASSOCIATION, kind="school_network", altcha=solved(client))
    assert Inquiry.objects.get().kind == "school_network"


@pytest.mark.parametrize(("path", "kind"), [(COMPANY, "non_profit"), (ASSOCIATION, "company")])
def test_each_door_is_for_its_own_kinds(client, path, kind):
    assert list(errors(post(client, path, kind=kind))) == ["kind"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organisation", " "),
        ("country", "XX"),
        ("website", "javascript:alert(1)"),
        ("contributions", []),
        ("contributions", ["gold"]),
        ("message", "x" * 1201),
        ("speaks", ["xx"]),
        ("email", "ada"),
        ("consent", ""),
    ],
)
def test_a_fault_is_told_at_its_field_and_nothing_typed_is_lost(client, field, value):
    response = post(client, **{field: value})
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert 'href="#id_' + field in response.content.decode()
    kept = {name for name in GOOD if response.context["form"][name].value() in (GOOD[name], True)}
    assert kept >= GOOD.keys() - {field}
    assert not Inquiry.objects.exists()


def test_errors_are_in_the_language_of_the_page(client):
    page = post(client, "/de/partners/join/company/", message="x" * 1201).content.decode()
    assert "1200" in page
    assert "Ensure this value" not in page


def test_a_page_of_another_site_cannot_send_it(client):
    assert post(client, site="cross-site").status_code == 403
    assert not Inquiry.objects.exists()


def test_without_a_script_it_is_kept_as_unverified(client):
    post(client)
    assert not Inquiry.objects.get().is_verified


def test_a_network_without_a_script_is_limited_more_tightly(client, monkeypatch):
    monkeypatch.setattr(views, "unverified_limit", RateLimit(per_second=0, burst=1))
    post(client)
    response = post(client, organisation="Another")
    assert response.status_code == 429
    assert response.context["form"]["organisation"].value() == "Another"
    assert post(client, altcha=solved(client)).status_code == 302
    assert Inquiry.objects.count() == 2


def test_all_together_without_a_script_are_few_a_day(client, monkeypatch, clock):
    monkeypatch.setattr(actions, "MOST_UNVERIFIED", 2)
    for _ in range(3):
        last = post(client)
    assert last.status_code == 429
    assert Inquiry.objects.count() == 2
    clock(timezone.now() + timedelta(days=1, minutes=1))
    assert post(client).status_code == 302


def test_the_same_proof_twice_is_one_inquiry(client):
    payload = solved(client)
    assert [post(client, altcha=payload).status_code for _ in range(2)] == [302, 302]
    assert Inquiry.objects.count() == 1


@pytest.mark.parametrize(
    "payload", ["", "nonsense", b64encode(b"[]").decode(), b64encode(b'{"challenge":{}}').decode()]
)
def test_what_is_no_proof_verifies_nothing(client, payload):
    post(client, altcha=payload)
    assert not Inquiry.objects.get().is_verified


def test_a_changed_challenge_is_no_proof(client):
    content = json.loads(b64decode(solved(client)))
    content["challenge"]["parameters"]["keyPrefix"] = ""
    assert proof.proof_in(b64encode(json.dumps(content).encode()).decode(), views.PURPOSE) is None


def test_a_proof_for_one_form_is_none_for_another(client):
    assert proof.proof_in(solved(client), "another form") is None


def test_a_proof_grows_old(client, clock):
    clock(timezone.now() - proof.GOOD_FOR - timedelta(minutes=1))
    assert proof.proof_in(solved(client), views.PURPOSE) is None


def test_an_address_gets_few_mails_however_often_somebody_types_it(client):
    for _ in range(actions.MOST_MAILS + 2):
        post(client, altcha=solved(client))
    assert OutgoingMail.objects.filter(to="ada@example.org").count() == actions.MOST_MAILS
    assert Inquiry.objects.count() == actions.MOST_MAILS + 2


def test_the_challenge_is_never_kept_by_a_cache_and_sets_no_cookie():
    response = Client().get("/en/partners/join/challenge/")
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
