"""Making an account, signing in, and a forgotten password."""

import pytest
from django.contrib.auth import get_user
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from codora.accounts.models import User
from codora.messaging.models import OutgoingMail
from tests.accounts.conftest import PASSWORD, code_in, last_mail

pytestmark = pytest.mark.django_db
NEW = "a boat on the Danube"


def sign_up(client, email="ana@example.org", language="en", password=PASSWORD):
    return client.post(f"/{language}/account/sign-up/", {"email": email, "password1": password}, follow=True)


def sign_in(client, email="ana@example.org", password=PASSWORD, **more):
    return client.post("/en/account/sign-in/", {"login": email, "password": password, **more}, follow=True)


def test_an_account_is_made_with_an_address_a_password_and_the_code_that_was_mailed(client):
    sign_up(client, "Ana@Example.org")
    assert not get_user(client).is_authenticated
    done = client.post("/en/account/confirm-address/", {"code": code_in(last_mail())}, follow=True)
    assert get_user(client).email == "ana@example.org"
    assert done.request["PATH_INFO"] == "/en/account/"
    assert "ana@example.org" in done.content.decode()


def test_a_wrong_code_makes_nothing_and_says_so(client):
    sign_up(client)
    page = client.post("/en/account/confirm-address/", {"code": "WRNG-CODE"}, follow=True)
    assert "This code is not right." in page.content.decode()
    assert not get_user(client).is_authenticated


def test_the_form_says_for_whom_accounts_are_and_what_is_kept(client):
    page = client.get("/en/account/sign-up/").content.decode()
    assert "Accounts are for adults" in page
    assert "we keep nothing that names a child" in page


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "it needs 10 characters"),
        ("password123", "tried first"),
        ("ana@example.org", "too much like your mail address"),
    ],
)
def test_a_weak_password_is_refused_and_the_address_stays_typed(client, password, said):
    page = sign_up(client, password=password).content.decode()
    assert said in page
    assert 'value="ana@example.org"' in page
    assert not User.objects.exists()


def test_somebody_who_signs_up_with_a_known_address_sees_what_everybody_sees(client, ana):
    known = sign_up(client)
    client.logout()
    unknown = sign_up(client, "ben@example.org")
    for page in (known, unknown):
        assert page.request["PATH_INFO"] == "/en/account/confirm-address/"
    seen = [page.content.decode().split("<main")[1].count("<p") for page in (known, unknown)]
    assert seen[0] == seen[1]
    mails = {mail.to: mail.template for mail in OutgoingMail.objects.all()}
    assert mails == {
        "ana@example.org": "accounts/mail/exists.txt",
        "ben@example.org": "accounts/mail/confirm.txt",
    }


def test_an_unknown_address_takes_as_much_work_as_a_wrong_password(client, ana, monkeypatch):
    """Else the time that an answer takes would tell who has an account."""
    hashed = []
    encode = PBKDF2PasswordHasher.encode
    monkeypatch.setattr(
        PBKDF2PasswordHasher, "encode", lambda *args, **kw: hashed.append(1) or encode(*args, **kw)
    )
    for email in ("ana@example.org", "nobody@example.org"):
        hashed.clear()
        page = sign_in(client, email, "not this one")
        assert "The address or the password is not right." in page.content.decode()
        assert len(hashed) == 1


def test_after_a_few_wrong_passwords_even_the_right_one_must_wait(client, ana):
    for _ in range(5):
        sign_in(client, password="not this one")
    assert "too many" in sign_in(client).content.decode().lower()
    assert not get_user(client).is_authenticated


def test_a_forgotten_password_is_set_anew_and_other_browsers_are_out(client, ana):
    other = Client()
    other.force_login(ana)
    client.post("/en/account/password/forgotten/", {"email": "ana@example.org"})
    client.post("/en/account/password/forgotten/code/", {"code": code_in(last_mail())})
    client.post("/en/account/password/forgotten/new/", {"password1": NEW}, follow=True)
    ana.refresh_from_db()
    assert ana.check_password(NEW)
    assert not get_user(other).is_authenticated
    assert "The password of your account was changed." in last_mail().text


def test_a_forgotten_password_of_nobody_looks_the_same_and_tells_only_the_owner_of_the_address(client, ana):
    pages = []
    for email in ("ana@example.org", "nobody@example.org"):
        page = client.post("/en/account/password/forgotten/", {"email": email}, follow=True)
        pages.append((page.request["PATH_INFO"], page.content.decode().count("<input")))
        client.cookies.clear()
    assert pages[0] == pages[1]
    assert last_mail().template == "accounts/mail/unknown.txt"


def test_signing_in_leads_back_to_where_one_came_from_but_never_to_another_site(client, ana):
    page = sign_in(client, next="/de/about/")
    assert page.redirect_chain[-1][0] == "/de/about/"
    client.logout()
    page = sign_in(client, next="https://evil.example/")
    assert page.redirect_chain[-1][0] == "/en/account/"


def test_mails_come_in_the_language_of_the_page(client):
    sign_up(client, language="de")
    mail = last_mail()
    with override("de"):
        assert mail.language == "de"
    assert code_in(mail) in mail.html


def test_the_site_itself_sets_no_cookie_before_somebody_goes_to_sign_in(client, loaded):
    assert not client.get("/en/").cookies
    assert set(client.get("/en/account/sign-in/").cookies) == {"csrftoken"}


def test_the_editors_part_sends_to_the_same_sign_in(client):
    page = client.get("/cms/", follow=True)
    assert page.request["PATH_INFO"] == reverse("account_login")
    assert page.context["redirect_field_value"] == "/cms/"
