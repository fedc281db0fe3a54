"""How staff talk with those who got in touch."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from codora.accounts.actions import grant_role
from codora.accounts.models import User
from codora.accounts.roles import Role
from codora.messaging.models import OutgoingMail
from codora.partners.actions.inquiries import forget_inquiries
from codora.partners.models import Inquiry
from codora.partners.queries.inquiries import figures_by_country, figures_by_state
from tests.people import sign_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _june(clock):
    clock(NOW)


def make(organisation="Harbour Works", **changes) -> Inquiry:
    values = {
        "kind": "company",
        "country_id": "MT",
        "person": "Ada",
        "email": "ada@example.org",
        "contributions": ["mentors"],
        "message": "We visit schools.",
        "speaks": ["mt"],
        "language": "de",
        "changed_at": NOW,
    }
    return Inquiry.objects.create(organisation=organisation, **{**values, **changes})


@pytest.fixture
def staff() -> User:
    user = User.objects.create_user("staff@example.org")
    grant_role(user=user, role=Role.STAFF, by=None)
    return user


@pytest.fixture
def desk(client, staff):
    """A staff member's browser."""
    sign_in(client, staff)
    return client


def last_entry() -> ModelLogEntry:
    return ModelLogEntry.objects.filter(action__startswith="partners.").latest("pk")


def test_staff_note_how_far_the_talk_is_and_it_is_logged(desk, staff):
    inquiry = make()
    form = {"state": "in_talk", "owner": staff.pk, "next_on": "2026-06-30", "notes": "Met at the fair."}
    desk.post(reverse("inquiries:edit", args=[inquiry.pk]), form)
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.owner, inquiry.next_on) == ("in_talk", staff, date(2026, 6, 30))
    assert inquiry.notes == "Met at the fair."
    assert last_entry().user == staff
    assert last_entry().data == {"from": "new", "to": "in_talk", "next_on": "2026-06-30"}


def test_what_the_person_wrote_cannot_be_changed(desk):
    inquiry = make()
    form = {"state": "new", "notes": "", "message": "Changed", "email": "eve@example.org"}
    desk.post(reverse("inquiries:edit", args=[inquiry.pk]), form)
    inquiry.refresh_from_db()
    assert (inquiry.message, inquiry.email) == ("We visit schools.", "ada@example.org")


@pytest.mark.parametrize(
    ("kind", "words", "after"),
    [
        ("talk", "eine halbe Stunde online", "in_talk"),
        ("agree", "Harbour Works ist dabei", "agreed"),
        ("decline", "zurzeit leider nicht", "declined"),
    ],
)
def test_an_answer_begins_in_the_senders_language_and_leaves_as_staff_wrote_it(
    desk, staff, kind, words, after
):
    inquiry = make()
    address = reverse("inquiries:answer", args=[inquiry.pk, kind])
    begun = desk.get(address).context["form"].initial
    assert words in begun["text"]
    assert "Guten Tag Ada," in begun["text"]
    text = f"{begun['text']}\n\nAm Dienstag um drei."
    desk.post(address, {"subject": "Unser Gespräch", "text": text, "state": begun["state"]})
    mail = OutgoingMail.objects.get(to="ada@example.org")
    assert (mail.subject, mail.language) == ("Unser Gespräch", "de")
    assert mail.text.endswith("Am Dienstag um drei.\n")
    inquiry.refresh_from_db()
    assert inquiry.state == after
    assert (last_entry().action, last_entry().user) == ("partners.answer_inquiry", staff)


def test_an_answer_without_text_is_not_sent(desk):
    inquiry = make()
    address = reverse("inquiries:answer", args=[inquiry.pk, "talk"])
    response = desk.post(address, {"subject": "Hello", "text": " ", "state": "in_talk"})
    assert list(response.context["form"].errors) == ["text"]
    assert not OutgoingMail.objects.exists()


def test_an_unknown_answer_and_a_forgotten_person_have_no_page(desk):
    assert desk.get(reverse("inquiries:answer", args=[make().pk, "shout"])).status_code == 404
    forgotten = make(email="", person="", message="")
    assert desk.get(reverse("inquiries:answer", args=[forgotten.pk, "talk"])).status_code == 404


@pytest.mark.parametrize(
    ("next_on", "state", "is_overdue"),
    [
        (date(2026, 6, 19), "in_talk", True),
        (date(2026, 6, 20), "in_talk", False),
        (date(2026, 6, 19), "declined", False),
        (None, "in_talk", False),
    ],
)
def test_a_next_step_is_overdue_after_its_day(desk, next_on, state, is_overdue):
    make(next_on=next_on, state=state, proof="a" * 64)
    page = desk.get(reverse("inquiries:index")).content.decode()
    assert bool(re.search(r'class="w-status[^>]*>\s*overdue', page)) == is_overdue
    waiting = desk.get(reverse("wagtailadmin_home")).content.decode()
    assert ("The next step with 1 partner is overdue" in waiting) == is_overdue


def test_the_day_of_a_step_ends_at_midnight_in_brussels(clock):
    inquiry = make(next_on=date(2026, 6, 20))
    clock(datetime(2026, 6, 20, 21, 59, tzinfo=UTC))
    assert not inquiry.is_overdue
    clock(datetime(2026, 6, 20, 22, 0, tzinfo=UTC))
    assert inquiry.is_overdue


def test_new_ones_wait_on_the_first_page_of_the_editors_part(desk):
    make()
    make("Second")
    assert "2 organisations want to be partners" in desk.get(reverse("wagtailadmin_home")).content.decode()


def test_figures_tell_state_age_and_country(desk):
    make(changed_at=NOW - timedelta(days=9))
    make("Second", country_id="EE", state="in_talk", next_on=date(2026, 6, 1))
    states = {row.label: (row.number, row.overdue, row.oldest_days) for row in figures_by_state()}
    assert states == {
        "New": (1, 0, 9),
        "In talk": (1, 1, 0),
        "Agreed": (0, 0, None),
        "Listed": (0, 0, None),
        "Declined": (0, 0, None),
    }
    assert [(row.name, row.numbers) for row in figures_by_country()] == [
        ("Estonia", [0, 1, 0, 0, 0]),
        ("Malta", [1, 0, 0, 0, 0]),
    ]
    page = desk.get(reverse("inquiries:figures")).content.decode()
    assert "Estonia" in page


@pytest.mark.parametrize(
    ("state", "days", "is_forgotten"),
    [
        ("declined", 182, False),
        ("declined", 184, True),
        ("new", 364, False),
        ("new", 366, True),
        ("in_talk", 366, True),
        ("agreed", 366, False),
    ],
)
def test_the_person_is_forgotten_where_nothing_came_of_it(state, days, is_forgotten):
    inquiry = make(state=state, notes="Ada called.", changed_at=NOW - timedelta(days=days))
    forget_inquiries()
    inquiry.refresh_from_db()
    personal = [inquiry.person, inquiry.email, inquiry.message, inquiry.notes]
    assert (personal == [""] * 4) == is_forgotten
    assert inquiry.organisation == "Harbour Works"


def test_mails_to_a_forgotten_person_go_too():
    make(state="declined", changed_at=NOW - timedelta(days=200))
    OutgoingMail.objects.create(to="ada@example.org", language="de", template="x")
    forget_inquiries()
    assert not OutgoingMail.objects.exists()


def count_queries(desk, django_assert_max_num_queries) -> int:
    with django_assert_max_num_queries(60) as queries:
        desk.get(reverse("inquiries:index"))
    return len(queries)


def test_the_list_asks_no_more_for_three_than_for_one(desk, staff, django_assert_max_num_queries):
    make(owner=staff)
    count_queries(desk, django_assert_max_num_queries)
    one = count_queries(desk, django_assert_max_num_queries)
    make("Second", owner=staff, country_id="EE")
    make("Third", owner=staff)
    assert count_queries(desk, django_assert_max_num_queries) == one
