"""What somebody who is signed in sees of the account, and does with it."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.db.models import CASCADE
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from codora.accounts.actions import create_administrator, forget_old_sign_ins, grant_role
from codora.accounts.models import SignIn, User
from codora.accounts.roles import Role
from codora.messaging.models import OutgoingMail
from tests.accounts.conftest import PASSWORD, code_in, confirm, last_mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, ana) -> Client:
    client.post("/en/account/sign-in/", {"login": ana.email, "password": PASSWORD})
    OutgoingMail.objects.all().delete()
    return client


def other_browser(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def test_the_account_is_for_those_who_are_signed_in(client):
    page = client.get("/de/account/", follow=True)
    assert page.request["PATH_INFO"] == "/de/account/sign-in/"


def test_the_list_shows_each_sign_in_and_which_one_is_this(signed_in, ana):
    other_browser(ana)
    page = signed_in.get("/en/account/").content.decode()
    assert page.count("Since ") == 2
    assert page.count("This device") == 1


def test_a_sign_in_that_is_ended_elsewhere_is_over_at_once(signed_in, ana):
    other = other_browser(ana)
    theirs = ana.sign_ins.latest("pk")
    signed_in.post(f"/en/account/sign-ins/{theirs.pk}/end/")
    assert other.get("/en/account/").status_code == 302
    assert signed_in.get("/en/account/").status_code == 200


def test_nobody_ends_the_sign_in_of_somebody_else(signed_in):
    ben = User.objects.create_user("ben@example.org")
    other = other_browser(ben)
    assert signed_in.post(f"/en/account/sign-ins/{ben.sign_ins.get().pk}/end/").status_code == 404
    assert other.get("/en/account/").status_code == 200


def test_all_others_are_ended_by_one_button(signed_in, ana):
    others = [other_browser(ana), other_browser(ana)]
    signed_in.post("/en/account/sign-ins/end-others/")
    assert [each.get("/en/account/").status_code for each in (signed_in, *others)] == [200, 302, 302]


def test_signing_out_takes_the_sign_in_off_the_list(signed_in, ana):
    signed_in.post("/en/account/sign-out/")
    assert not ana.sign_ins.exists()


def test_a_sign_in_knows_when_it_was_used_to_the_hour_and_nothing_else(signed_in, ana):
    assert {field.name for field in SignIn._meta.get_fields()} == {"id", "user", "created_at", "last_used_at"}
    ana.sign_ins.update(last_used_at=timezone.now() - timedelta(minutes=59))
    before = ana.sign_ins.get().last_used_at
    signed_in.get("/en/account/")
    assert ana.sign_ins.get().last_used_at == before
    ana.sign_ins.update(last_used_at=timezone.now() - timedelta(minutes=61))
    signed_in.get("/en/account/")
    assert ana.sign_ins.get().last_used_at > before


def test_sign_ins_whose_session_has_run_out_are_forgotten(signed_in, ana, settings):
    ana.sign_ins.update(last_used_at=timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE + 60))
    fresh = SignIn.objects.create(user=ana)
    forget_old_sign_ins()
    assert list(SignIn.objects.all()) == [fresh]


def test_a_changed_password_signs_out_everywhere_else(signed_in, ana):
    other = other_browser(ana)
    new = {"oldpassword": PASSWORD, "password1": "a boat on the Danube"}
    page = signed_in.post("/en/account/password/change/", new, follow=True).content.decode()
    assert "Your password is changed." in page
    assert not get_user(other).is_authenticated
    assert ana.sign_ins.count() == 1


def test_another_address_holds_when_its_code_was_typed_and_the_old_one_is_told(signed_in, ana):
    confirm(signed_in)
    signed_in.post("/en/account/address/", {"action_add": "1", "email": "new@example.org"})
    ana.refresh_from_db()
    assert ana.email == "ana@example.org"
    signed_in.post("/en/account/confirm-address/", {"code": code_in(last_mail())})
    ana.refresh_from_db()
    assert ana.email == "new@example.org"
    assert "ana@example.org" in set(OutgoingMail.objects.values_list("to", flat=True))


def test_the_export_has_all_that_is_kept_and_no_secret(signed_in, ana):
    confirm(signed_in)
    grant_role(user=ana, role=Role.TRANSLATOR, scope="de", by=None)
    answer = signed_in.get("/en/account/data/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="codora-account.json"'
    data = json.loads(answer.content)
    assert data["account"]["email"] == "ana@example.org"
    assert [(role["role"], role["scope"]) for role in data["roles"]] == [("translator", "de")]
    assert len(data["sign_ins"]) == 1
    assert ana.password not in answer.content.decode()


IN_THE_EXPORT = {
    *("account.emailaddress", "accounts.rolegrant", "accounts.signin", "mfa.authenticator"),
    *("socialaccount.socialaccount", "wagtailcore.comment", "wagtailcore.commentreply"),
    "partners.representative",
}
HOW_THE_EDITOR_LOOKS = {
    *("wagtailadmin.editingsession", "wagtailadmin.formstate", "wagtailcore.apitoken"),
    *("wagtailcore.pagesubscription", "wagtailusers.userprofile"),
}


def test_every_table_that_goes_with_a_person_is_in_the_export(db):
    tables = {
        link.related_model._meta.label_lower
        for link in User._meta.related_objects
        if link.on_delete is CASCADE
    }
    assert tables == IN_THE_EXPORT | HOW_THE_EDITOR_LOOKS


def test_erasing_takes_the_person_and_leaves_what_they_published(signed_in, ana, loaded):
    confirm(signed_in)
    page = Page.objects.get(url_path__endswith="/about/", locale__language_code="en").specific
    page.owner = ana
    page.save()
    page.save_revision(user=ana).publish()
    done = signed_in.post("/en/account/erase/", follow=True).content.decode()
    assert "Your account is erased" in done
    assert not User.objects.filter(email="ana@example.org").exists()
    page.refresh_from_db()
    assert page.live
    assert page.owner is None
    assert [mail.template for mail in OutgoingMail.objects.filter(to="ana@example.org")] == [
        "accounts/mail/erased.txt"
    ]
    assert signed_in.get("/en/account/").status_code == 302


def test_the_only_administrator_stays(client, db):
    boss = create_administrator(email="boss@example.org", password=PASSWORD)
    client.post("/en/account/sign-in/", {"login": boss.email, "password": PASSWORD})
    confirm(client)
    page = client.post("/en/account/erase/", follow=True).content.decode()
    assert "You are the only administrator" in page
    assert User.objects.filter(pk=boss.pk).exists()


@pytest.mark.parametrize("path", ["data/", "erase/", "security/app/", "security/passkeys/add/"])
def test_what_opens_or_ends_the_account_asks_again_who_it_is(signed_in, ana, path):
    for ask in (signed_in.get, signed_in.post):
        assert ask(f"/en/account/{path}").url.startswith("/en/account/confirm/")
    new = {"action_add": "1", "email": "new@example.org"}
    assert signed_in.post("/en/account/address/", new).url.startswith("/en/account/confirm/")
    assert User.objects.get() == ana
