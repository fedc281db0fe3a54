"""Who may open what: each role against each address of the editors' part."""

from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from codora.accounts.actions import grant_role, revoke_role
from codora.accounts.models import RoleGrant
from codora.accounts.roles import Role
from codora.campaigns.models import Campaign, Edition
from codora.insights.models import FinishDay
from codora.pages.models import HomePage
from tests.people import sign_in

pytestmark = pytest.mark.django_db

PEOPLE = ["visitor", "account", "partner", "ambassador", "translator", "campaign", "editor", "staff", "admin"]
# Columns in the order of PEOPLE: · sent away, x allowed.
TABLE = """
dashboard                         · · · x x x x x x
explore the German pages          · · · · x x x x x
edit the English home page        · · · · · x x x x
edit the German home page         · · · · x x x x x
publish the German home page      · · · · · · x x x
add a page below English home     · · · · · x x x x
send a page to translators        · · · · · · x x x
upload a picture                  · · · x · x x x x
upload a document                 · · · x · x x x x
list the roles                    · · · · · · · x x
give a role                       · · · · · · · x x
take a role back                  · · · · · · · x x
check held hours                  · · · · · x · x x
see the outbox                    · · · · · · · x x
list the campaigns                · · · · · x · x x
edit a campaign                   · · · · · x · x x
see the hosts                     · · · · · x · x x
add an edition                    · · · · · x · x x
edit an edition                   · · · · · x · x x
list the accounts                 · · · · · · · · x
add an account                    · · · · · · · · x
edit groups                       · · · · · · · · x
set up workflows                  · · · · · · · · x
change the address of the site    · · · · · · · · x
"""


def rows() -> Iterator[tuple[str, str, bool]]:
    for line in TABLE.strip().splitlines():
        what, marks = line[:34].strip(), line[34:].split()
        assert len(marks) == len(PEOPLE), line
        for person, mark in zip(PEOPLE, marks, strict=True):
            yield what, person, mark == "x"


@pytest.fixture
def addresses(loaded) -> dict[str, str]:
    english = HomePage.objects.get(locale__language_code="en")
    german = HomePage.objects.get(locale__language_code="de")
    days = dict.fromkeys(["soon_from", "first_day", "last_day", "thanks_until"], "2026-11-30")
    campaign = Campaign.objects.create(slug="summer")
    edition = Edition.objects.create(campaign=campaign, year=2026, **days)
    grant = grant_role(user=make_person("someone@example.org"), role=Role.EDITOR, by=None)
    return {
        "dashboard": reverse("wagtailadmin_home"),
        "explore the German pages": reverse("wagtailadmin_explore", args=[german.pk]),
        "edit the English home page": reverse("wagtailadmin_pages:edit", args=[english.pk]),
        "edit the German home page": reverse("wagtailadmin_pages:edit", args=[german.pk]),
        "publish the German home page": reverse("wagtailadmin_pages:unpublish", args=[german.pk]),
        "add a page below English home": reverse(
            "wagtailadmin_pages:add", args=["pages", "articlepage", english.pk]
        ),
        "send a page to translators": reverse("wagtail_localize:submit_page_translation", args=[english.pk]),
        "upload a picture": reverse("wagtailimages:add"),
        "upload a document": reverse("wagtaildocs:add"),
        "list the roles": reverse("roles:index"),
        "give a role": reverse("roles:add"),
        "take a role back": reverse("roles:delete", args=[grant.pk]),
        "check held hours": reverse("held_hours:edit", args=[FinishDay.objects.create(day="2026-11-23").pk]),
        "see the outbox": reverse("outbox:index"),
        "list the campaigns": reverse("staff_campaigns:index"),
        "edit a campaign": reverse("staff_campaigns:edit", args=[edition.campaign_id]),
        "see the hosts": reverse("staff_hosts:index"),
        "add an edition": reverse("staff_editions:add"),
        "edit an edition": reverse("staff_editions:edit", args=[edition.pk]),
        "list the accounts": reverse("wagtailusers_users:index"),
        "add an account": reverse("wagtailusers_users:add"),
        "edit groups": reverse("wagtailusers_groups:index"),
        "set up workflows": reverse("wagtailadmin_workflows:add"),
        "change the address of the site": reverse("wagtailsites:add"),
    }


def make_person(email: str):
    return get_user_model().objects.create_user(email)


@pytest.fixture
def clients(loaded) -> dict[str, Client]:
    return {person: client_of(person) for person in PEOPLE}


def client_of(person: str) -> Client:
    client = Client()
    if person == "visitor":
        return client
    user = make_person(f"{person}@example.org")
    if person == "admin":
        user.is_superuser = True
        user.save()
    elif person != "account":
        scope = {"translator": "de", "ambassador": "EE"}.get(person, "")
        grant_role(user=user, role=Role(person), scope=scope, by=None)
    sign_in(client, user)
    return client


def may_open(client: Client, address: str) -> bool:
    return client.get(address).status_code == 200


def test_each_role_opens_what_the_table_says_and_nothing_else(addresses, clients):
    found = {(what, person): may_open(clients[person], addresses[what]) for what, person, _ in rows()}
    assert found == {(what, person): is_allowed for what, person, is_allowed in rows()}


def test_the_table_speaks_of_each_role():
    assert {role.value for role in Role} <= set(PEOPLE)


def test_a_role_that_is_taken_back_opens_nothing(loaded):
    client = client_of("editor")
    revoke_role(grant=RoleGrant.objects.get(user__email="editor@example.org"), by=None)
    assert not may_open(client, reverse("wagtailadmin_home"))


def test_staff_give_a_role_through_the_form_and_it_is_logged(loaded):
    person, staff = make_person("new@example.org"), client_of("staff")
    form = {"email": "New@example.org", "role": "translator", "language": "mt", "country": "EE"}
    staff.post(reverse("roles:add"), form)
    grant = RoleGrant.objects.get(user=person)
    assert (grant.role, grant.scope) == ("translator", "mt")
    entry = ModelLogEntry.objects.filter(action="accounts.grant_role").latest("pk")
    assert entry.user.email == "staff@example.org"
    assert entry.data == {"role": "translator", "scope": "mt"}


def test_staff_take_a_role_back_and_it_is_logged(loaded):
    staff, editor = client_of("staff"), client_of("editor")
    grant = RoleGrant.objects.get(user__email="editor@example.org")
    staff.post(reverse("roles:delete", args=[grant.pk]))
    assert not may_open(editor, reverse("wagtailadmin_home"))
    assert ModelLogEntry.objects.filter(
        action="accounts.revoke_role", user__email="staff@example.org"
    ).exists()


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"email": "nobody@example.org", "role": "editor"}, "email"),
        ({"email": "staff@example.org", "role": "translator"}, "language"),
        ({"email": "staff@example.org", "role": "ambassador", "language": "de"}, "country"),
    ],
)
def test_a_role_that_cannot_be_given_is_told_at_its_field(loaded, form, field):
    before = RoleGrant.objects.count()
    response = client_of("staff").post(reverse("roles:add"), form)
    assert list(response.context["form"].errors) == [field]
    assert response.context["form"]["email"].value() == form["email"]
    assert RoleGrant.objects.count() == before + 1  # the staff member's own
