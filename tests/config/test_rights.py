"""Who may open what: each role against each address of the editors' part."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLResolver, reverse
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents.models import Document
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import Locale, ModelLogEntry

from codora.accounts.actions import grant_role, revoke_role
from codora.accounts.models import RoleGrant, User
from codora.accounts.roles import Role
from codora.campaigns.models import Campaign, Edition
from codora.campaigns.pledges.actions.writing import begin_pledge, submit_pledge
from codora.insights.models import FinishDay
from codora.messaging.models import BarrierReport, Notice
from codora.pages.models import CountryPage, HomePage, Picture, SectionPage
from codora.partners.models import Inquiry, MentorOffer, MentorRequest, Partner, Representative
from tests.people import sign_in
from tests.pledges import content, make_public, reported

pytestmark = pytest.mark.django_db

PEOPLE = ["visitor", "account", "partner", "ambassador", "translator", "campaign", "editor", "staff", "admin"]
# Columns in the order of PEOPLE: · sent away, x allowed.
TABLE = """
dashboard                         · · · x x x x x x
explore the German pages          · · · x x x x x x
edit the English home page        · · · · · x x x x
edit the German home page         · · · · x x x x x
edit the text of Estonia          · · · x · x x x x
edit the German text of Estonia   · · · x x x x x x
edit the text of Malta            · · · · · x x x x
publish the text of Estonia       · · · · · · x x x
delete the text of Estonia        · · · · · · x x x
publish the German home page      · · · · · · x x x
add a page below English home     · · · · · x x x x
send a page to translators        · · · · · · x x x
move a page                       · · · · · · x x x
keep a page for chosen people     · · · · · · x x x
upload a picture                  · · · x · x x x x
list the pictures                 · · · x · x x x x
change a picture                  · · · · · · x x x
upload a document                 · · · x · x x x x
change a document                 · · · · · · x x x
set up collections                · · · · · · · · x
list the redirects                · · · · · · · · x
list the roles                    · · · · · · · x x
give a role                       · · · · · · · x x
take a role back                  · · · · · · · x x
check held hours                  · · · · · x · x x
see the outbox                    · · · · · · · x x
answer a report of a barrier      · · · · · · · x x
list the reports of content       · · · · · · · x x
decide on a report of content     · · · · · · · x x
list the campaigns                · · · · · x · x x
edit a campaign                   · · · · · x · x x
see the hosts                     · · · · · x · x x
add an edition                    · · · · · x · x x
edit an edition                   · · · · · x · x x
list the pledges                  · · · x · x · x x
look at a pledge for Estonia      · · · x · x · x x
look at a pledge for Malta        · · · · · x · x x
write a pledge for a partner      · · · · · x · x x
edit a pledge                     · · · · · x · x x
review a pledge                   · · · · · x · x x
list reports of progress          · · · · · x · x x
review a report of progress       · · · · · x · x x
list the coalitions               · · · x · x · x x
add a coalition                   · · · · · x · x x
list who wants to be a partner    · · · · · · · x x
note how far the talk is          · · · · · · · x x
answer somebody                   · · · · · · · x x
see the figures of the talks      · · · · · · · x x
put somebody into the directory   · · · · · · · x x
list the partners                 · · · · · · · x x
add a partner                     · · · · · · · x x
edit a partner                    · · · · · · · x x
send a partner's change back      · · · · · · · x x
see who speaks for a partner      · · · · · · · x x
take a partner off the site       · · · · · · · x x
list the mentors                  · · · · · · · x x
see what a mentor offers          · · · · · · · x x
delete a mentor's offer           · · · · · · · x x
list who asks for a mentor        · · · · · · · x x
see who can help a school         · · · · · · · x x
list the accounts                 · · · · · · · · x
add an account                    · · · · · · · · x
edit an account                   · · · · · · · · x
edit groups                       · · · · · · · · x
add a group                       · · · · · · · · x
set up languages                  · · · · · · · · x
read the site history             · · · x x x x x x
read the report of translations   · · · x x x x x x
read the report of workflows      · · · x x x x x x
read the guide                    · · · x x x x x x
set up workflows                  · · · · · · · · x
change the address of the site    · · · · · · · · x
"""

# Choosers and helpers of the forms above: they tell what one may choose.
FOR_ALL_WHO_ENTER = {
    *("account", "block-preview", "bulk", "choose-anchor-link", "choose-email-link", "choose-external-link"),
    *("choose-page", "choose-phone-link", "dismissibles", "editing-sessions", "embeds"),
    *("tag-autocomplete", "api"),
}
WITHOUT_RIGHTS = {"failwhale", "jsi18n", "login", "logout", "password_reset", "sprite", "test404", "^.*"}


def rows() -> Iterator[tuple[str, str, bool]]:
    for line in TABLE.strip().splitlines():
        what, marks = line[:34].strip(), line[34:].split()
        assert len(marks) == len(PEOPLE), line
        for person, mark in zip(PEOPLE, marks, strict=True):
            yield what, person, mark == "x"


@pytest.fixture
def addresses(loaded, settings, tmp_path) -> dict[str, str]:
    settings.MEDIA_ROOT = tmp_path / "media"
    english = HomePage.objects.get(locale__language_code="en")
    german = HomePage.objects.get(locale__language_code="de")
    days = dict.fromkeys(["soon_from", "first_day", "last_day", "thanks_until"], "2026-11-30")
    campaign = Campaign.objects.create(slug="summer")
    edition = Edition.objects.create(campaign=campaign, year=2026, **days)
    inquiry = Inquiry.objects.create(
        kind="company", organisation="Harbour Works", country_id="MT", email="a@example.org", language="en"
    )
    partner = Partner.objects.create(
        slug="harbour-works", name="Harbour Works", kind="company", country_id="MT"
    )
    public = make_public(partner, countries=["MT"])
    progress = reported(public, 1, date(2026, 6, 1), accept=False)
    pledge = begin_pledge(partner=partner, content=content(countries=["EE"]), by=None)
    submit_pledge(pledge=pledge, by=make_person("represents@example.org"))
    now = datetime(2026, 11, 1, tzinfo=UTC)
    adult = {"country_id": "MT", "language": "en", "confirmed_at": now}
    offer = MentorOffer.objects.create(**adult)
    wish = MentorRequest.objects.create(**adult, first_day=now, last_day=now, pupils=9, help="visit")
    grant = grant_role(user=make_person("someone@example.org"), role=Role.EDITOR, by=None)
    estonia, malta = add_country("EE", english), add_country("MT", english)
    estonia_in_german = estonia.copy_for_translation(german.locale, copy_parents=True)
    notice = Notice.objects.create(kind="partner", key="harbour", title="Harbour", path="/", reason="wrong")
    report = BarrierReport.objects.create(problem="No contrast", language="en")
    picture = Picture.objects.create(title="Red", description="Red", file=get_test_image_file())
    document = Document.objects.create(title="Plan", file=ContentFile(b"plan", name="plan.txt"))
    return {
        "dashboard": reverse("wagtailadmin_home"),
        "explore the German pages": reverse("wagtailadmin_explore", args=[german.pk]),
        "edit the English home page": reverse("wagtailadmin_pages:edit", args=[english.pk]),
        "edit the German home page": reverse("wagtailadmin_pages:edit", args=[german.pk]),
        "edit the text of Estonia": reverse("wagtailadmin_pages:edit", args=[estonia.pk]),
        "edit the German text of Estonia": reverse("wagtailadmin_pages:edit", args=[estonia_in_german.pk]),
        "edit the text of Malta": reverse("wagtailadmin_pages:edit", args=[malta.pk]),
        "publish the text of Estonia": reverse("wagtailadmin_pages:unpublish", args=[estonia.pk]),
        "delete the text of Estonia": reverse("wagtailadmin_pages:delete", args=[estonia.pk]),
        "move a page": reverse("wagtailadmin_pages:move", args=[estonia.pk]),
        "keep a page for chosen people": reverse("wagtailadmin_pages:set_privacy", args=[estonia.pk]),
        "publish the German home page": reverse("wagtailadmin_pages:unpublish", args=[german.pk]),
        "add a page below English home": reverse(
            "wagtailadmin_pages:add", args=["pages", "articlepage", english.pk]
        ),
        "send a page to translators": reverse("wagtail_localize:submit_page_translation", args=[english.pk]),
        "upload a picture": reverse("wagtailimages:add"),
        "list the pictures": reverse("wagtailimages:index"),
        "change a picture": reverse("wagtailimages:edit", args=[picture.pk]),
        "upload a document": reverse("wagtaildocs:add"),
        "change a document": reverse("wagtaildocs:edit", args=[document.pk]),
        "set up collections": reverse("wagtailadmin_collections:index"),
        "list the redirects": reverse("wagtailredirects:index"),
        "list the roles": reverse("roles:index"),
        "give a role": reverse("roles:add"),
        "take a role back": reverse("roles:delete", args=[grant.pk]),
        "check held hours": reverse("held_hours:edit", args=[FinishDay.objects.create(day="2026-11-23").pk]),
        "see the outbox": reverse("outbox:index"),
        "answer a report of a barrier": reverse("barriers:edit", args=[report.pk]),
        "list the reports of content": reverse("notices:index"),
        "decide on a report of content": reverse("notices:edit", args=[notice.pk]),
        "list the campaigns": reverse("staff_campaigns:index"),
        "edit a campaign": reverse("staff_campaigns:edit", args=[edition.campaign_id]),
        "see the hosts": reverse("staff_hosts:index"),
        "add an edition": reverse("staff_editions:add"),
        "edit an edition": reverse("staff_editions:edit", args=[edition.pk]),
        "list the pledges": reverse("staff_pledges:index"),
        "look at a pledge for Estonia": reverse("staff_pledges:inspect", args=[pledge.pk]),
        "look at a pledge for Malta": reverse("staff_pledges:inspect", args=[public.pk]),
        "write a pledge for a partner": reverse("staff_pledges:add"),
        "edit a pledge": reverse("staff_pledges:edit", args=[pledge.pk]),
        "review a pledge": reverse("staff_pledges:review", args=[pledge.pk]),
        "list reports of progress": reverse("staff_reports:index"),
        "review a report of progress": reverse("staff_reports:edit", args=[progress.pk]),
        "list the coalitions": reverse("staff_coalitions:index"),
        "add a coalition": reverse("staff_coalitions:add"),
        "list who wants to be a partner": reverse("inquiries:index"),
        "note how far the talk is": reverse("inquiries:edit", args=[inquiry.pk]),
        "answer somebody": reverse("inquiries:answer", args=[inquiry.pk, "talk"]),
        "see the figures of the talks": reverse("inquiries:figures"),
        "put somebody into the directory": reverse("inquiries:list", args=[inquiry.pk]),
        "list the partners": reverse("staff_partners:list"),
        "add a partner": reverse("staff_partners:add"),
        "edit a partner": reverse("staff_partners:edit", args=[partner.pk]),
        "send a partner's change back": reverse("staff_partners:send_back", args=[partner.pk]),
        "see who speaks for a partner": reverse("staff_partners:representatives", args=[partner.pk]),
        "take a partner off the site": reverse("staff_partners:unpublish", args=[partner.pk]),
        "list the mentors": reverse("staff_mentors:index"),
        "see what a mentor offers": reverse("staff_mentors:inspect", args=[offer.pk]),
        "delete a mentor's offer": reverse("staff_mentors:delete", args=[offer.pk]),
        "list who asks for a mentor": reverse("staff_mentor_requests:index"),
        "see who can help a school": reverse("staff_mentor_requests:match", args=[wish.pk]),
        "list the accounts": reverse("wagtailusers_users:index"),
        "add an account": reverse("wagtailusers_users:add"),
        "edit an account": reverse("wagtailusers_users:edit", args=[grant.user_id]),
        "edit groups": reverse("wagtailusers_groups:index"),
        "add a group": reverse("wagtailusers_groups:add"),
        "set up languages": reverse("wagtaillocales:index"),
        "read the site history": reverse("wagtailadmin_reports:site_history"),
        "read the report of translations": reverse("wagtail_localize:translations_report"),
        "read the report of workflows": reverse("wagtailadmin_reports:workflow"),
        "read the guide": reverse("pages_guide"),
        "set up workflows": reverse("wagtailadmin_workflows:add"),
        "change the address of the site": reverse("wagtailsites:add"),
    }


def add_country(code: str, home: HomePage) -> CountryPage:
    section = SectionPage.objects.filter(slug="countries").first() or home.add_child(
        instance=SectionPage(title="Countries", slug="countries", lead="Where we are.")
    )
    page = CountryPage(title=code, slug=code.lower(), lead="Here, too.", country_id=code)
    return section.add_child(instance=page)


def make_person(email: str):
    return User.objects.create_user(email)


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
    elif person == "partner":
        listed = Partner.objects.create(slug="a", name="A", kind="company", country_id="MT")
        Representative.objects.create(partner=listed, user=user)
    elif person != "account":
        scope = {"translator": "de", "ambassador": "EE"}.get(person, "")
        grant_role(user=user, role=Role(person), scope=scope, by=None)
    sign_in(client, user)
    return client


def may_open(client: Client, address: str) -> bool:
    return client.get(address).status_code == 200


@pytest.mark.filterwarnings("ignore:Pagination may yield")  # wagtail-localize's report
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves files open
def test_each_role_opens_what_the_table_says_and_nothing_else(addresses, clients):
    wrong = [
        f"{person} {'may not' if is_allowed else 'may'} {what}"
        for what, person, is_allowed in rows()
        if may_open(clients[person], addresses[what]) is not is_allowed
    ]
    assert wrong == []


def test_the_table_speaks_of_each_part_of_the_editors_site(addresses):
    spoken_of = {address.split("/")[2] for address in addresses.values()}
    parts = {route.split("/")[0] for route in routes_of(wagtailadmin_urls.urlpatterns) if "/" in route}
    assert parts - spoken_of == FOR_ALL_WHO_ENTER | WITHOUT_RIGHTS


def routes_of(patterns) -> Iterator[str]:
    for each in patterns:
        route = str(each.pattern)
        if isinstance(each, URLResolver):
            yield from (route + rest for rest in routes_of(each.url_patterns))
        else:
            yield route


def test_many_pages_at_once_need_the_same_right_as_one(addresses, clients):
    estonia = CountryPage.objects.get(country="EE", locale__language_code="en")
    estonia.save_revision().publish()
    address = reverse(
        "wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"], query={"id": estonia.pk}
    )
    clients["ambassador"].post(address)
    estonia.refresh_from_db()
    assert estonia.live
    clients["editor"].post(address)
    estonia.refresh_from_db()
    assert not estonia.live


def test_the_site_history_tells_of_pages_that_one_may_edit_and_of_nothing_else(addresses, clients):
    estonia, malta = CountryPage.objects.filter(locale__language_code="en").order_by("country")
    for page in (estonia, malta):
        log(instance=page, action="wagtail.edit", user=make_person(f"{page.slug}@example.org"))
    told = clients["ambassador"].get(reverse("wagtailadmin_reports:site_history")).context["object_list"]
    assert {entry.user.email for entry in told if entry.user} == {"ee@example.org"}
    assert not [entry for entry in told if entry.action.startswith("accounts.")]


def test_the_table_speaks_of_each_role():
    assert {role.value for role in Role} <= set(PEOPLE)


def test_a_text_that_becomes_another_countrys_goes_to_its_ambassador(addresses, clients):
    malta = CountryPage.objects.get(country="MT")
    malta.country_id = "EE"
    malta.save_revision().publish()
    assert may_open(clients["ambassador"], addresses["edit the text of Malta"])
    malta.country_id = "MT"
    malta.save_revision().publish()
    assert not may_open(clients["ambassador"], addresses["edit the text of Malta"])


def test_an_ambassador_who_comes_later_gets_the_texts_that_are_there(addresses):
    maltese = make_person("mt@example.org")
    grant_role(user=maltese, role=Role.AMBASSADOR, scope="MT", by=None)
    client = Client()
    sign_in(client, maltese)
    assert may_open(client, addresses["edit the text of Malta"])
    assert not may_open(client, addresses["edit the text of Estonia"])


def test_a_translator_gets_the_home_page_that_is_begun_later(loaded):
    french = make_person("fr@example.org")
    grant_role(user=french, role=Role.TRANSLATOR, scope="fr", by=None)
    english = HomePage.objects.get(locale__language_code="en")
    page = english.copy_for_translation(Locale.objects.get(language_code="fr"))
    client = Client()
    sign_in(client, french)
    assert may_open(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))


def test_no_permission_is_enough_to_make_oneself_an_administrator(addresses, clients):
    """Not even one that an administrator gave to the group of staff by hand."""
    permissions = Permission.objects.filter(content_type__app_label__in=["accounts", "auth"])
    Group.objects.get(name="staff").permissions.add(*permissions)
    staff = User.objects.get(email="staff@example.org")
    address = reverse("wagtailusers_users:edit", args=[staff.pk])
    assert not may_open(clients["staff"], address)
    form = {
        "email": staff.email,
        "first_name": "A",
        "last_name": "B",
        "is_active": "on",
        "is_superuser": "on",
    }
    clients["staff"].post(address, form)
    staff.refresh_from_db()
    assert not staff.is_superuser


def test_an_administrator_gives_no_role_by_a_group(addresses, clients):
    person, group = make_person("new@example.org"), Group.objects.get(name="staff")
    address = reverse("wagtailusers_users:edit", args=[person.pk])
    page = clients["admin"].get(address).content.decode()
    assert 'name="is_superuser"' in page
    assert 'name="groups"' not in page
    form = {"email": person.email, "first_name": "A", "last_name": "B", "groups": [group.pk]}
    clients["admin"].post(address, form)
    person.refresh_from_db()
    assert (person.first_name, person.is_active) == ("A", False)
    assert not person.groups.exists()


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
