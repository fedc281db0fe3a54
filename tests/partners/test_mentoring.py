"""A mentor offers help, a school asks, one after the other is asked, both hear of each other."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from codora.accounts.actions import erase_account, grant_role
from codora.accounts.models import User
from codora.accounts.queries import export_of
from codora.accounts.roles import Role
from codora.messaging.models import OutgoingMail
from codora.partners.actions import mentoring
from codora.partners.models import Inquiry, Introduction, MentorOffer, MentorRequest
from codora.partners.queries.mentoring import candidates_for
from codora.partners.views import mentoring as views
from codora.places.gazetteer import Place, distance_km, find_town, similar_towns
from tests.people import sign_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)
OFFER = {
    "help": ["visit", "hour"],
    "languages": ["mt", "en"],
    "country": "MT",
    "town": "Valletta",
    "radius_km": "25",
    "message": "I write games.",
    "organisation": "Harbour Works",
    "person": "Ada",
    "email": "ada@example.org",
    "is_adult": "on",
}
ASK = {
    "help": "visit",
    "first_day": "2026-09-07",
    "last_day": "2026-09-11",
    "pupils": "24",
    "ages": "9–10",
    "languages": ["en"],
    "country": "MT",
    "town": "Mosta",
    "message": "We would like to see how a game is made.",
    "organisation": "Mosta Primary",
    "person": "Grace",
    "email": "grace@example.org",
    "is_adult": "on",
}
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _june(loaded, clock, monkeypatch):
    clock(NOW)
    for name in ("form_limit", "unverified_limit"):
        monkeypatch.setattr(views, name, views.RateLimit(per_second=0, burst=1000))


def post(client, path, **data):
    return client.post(path, data, headers=SAME)


def mails_to(address: str) -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(to=address).order_by("pk"))


def link_in(mail: OutgoingMail) -> str:
    return re.search(r"^http://127\.0\.0\.1:8000(/\S+)$", mail.text, re.MULTILINE)[1]


def make_offer(email="ada@example.org", **changes) -> MentorOffer:
    values = {
        "help": ["visit"],
        "languages": ["en"],
        "country_id": "MT",
        "town": "Valletta",
        "latitude": 35.9,
        "longitude": 14.515,
        "radius_km": 25,
        "person": "Ada",
        "message": "I write games.",
        "language": "en",
        "confirmed_at": NOW,
        "stands_at": NOW,
    }
    return MentorOffer.objects.create(email=email, **{**values, **changes})


def make_request(**changes) -> MentorRequest:
    values = {
        "help": "visit",
        "languages": ["en", "de"],
        "country_id": "MT",
        "town": "Mosta",
        "latitude": 35.909,
        "longitude": 14.426,
        "first_day": date(2026, 9, 7),
        "last_day": date(2026, 9, 11),
        "pupils": 24,
        "ages": "9",
        "organisation": "Mosta Primary",
        "person": "Grace",
        "email": "grace@example.org",
        "message": "A game.",
        "language": "en",
    }
    return MentorRequest.objects.create(**{**values, **changes})


def asked(request: MentorRequest) -> list[tuple[str, str]]:
    return [(each.offer.email, each.answer) for each in request.introductions.order_by("pk")]


def test_a_school_asks_and_gets_a_mentor(client):
    post(client, "/en/partners/mentors/offer/", **OFFER)
    post(client, link_in(mails_to("ada@example.org")[0]), do="confirm")
    post(client, "/en/partners/mentors/ask/", **ASK)
    assert not Introduction.objects.exists()
    post(client, link_in(mails_to("grace@example.org")[0]), do="confirm")
    question = mails_to("ada@example.org")[1]
    assert "Mosta Primary" in question.subject
    page = client.get(link_in(question)).content.decode()
    assert "We would like to see how a game is made." in page
    assert "grace@example.org" not in page + question.text
    post(client, link_in(question), do="yes")
    to_mentor, to_school = mails_to("ada@example.org")[-1].text, mails_to("grace@example.org")[-1].text
    assert "grace@example.org" in to_mentor
    assert "ada@example.org" in to_school
    assert "I write games." in to_school
    assert MentorRequest.objects.get().state == "matched"


def test_nothing_counts_before_it_is_confirmed(client):
    post(client, "/en/partners/mentors/offer/", **OFFER)
    assert candidates_for(make_request()) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"town": "Nowhereville"}, "town"),
        ({"radius_km": "0"}, "radius_km"),
        ({"is_adult": ""}, "is_adult"),
        ({"help": []}, "help"),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(client, changes, field):
    shown = post(client, "/en/partners/mentors/offer/", **{**OFFER, **changes})
    assert shown.status_code == 422
    assert list(shown.context["form"].errors) == [field]
    assert "I write games." in shown.content.decode()
    assert not MentorOffer.objects.exists()


@pytest.mark.parametrize(("first", "last"), [("2026-06-19", "2026-06-30"), ("2026-09-07", "2026-09-06")])
def test_days_are_to_come_and_in_order(client, first, last):
    shown = post(client, "/en/partners/mentors/ask/", **{**ASK, "first_day": first, "last_day": last})
    assert shown.status_code == 422
    assert not MentorRequest.objects.exists()


def test_a_town_keeps_the_name_that_was_typed(client):
    post(client, "/el/partners/mentors/ask/", **{**ASK, "country": "EE", "town": "Таллин"})
    request = MentorRequest.objects.get()
    assert (request.town, round(request.latitude)) == ("Таллин", 59)


def test_an_unknown_town_is_answered_with_similar_ones(client):
    shown = post(client, "/en/partners/mentors/ask/", **{**ASK, "town": "Mostta"})
    assert "Mosta" in str(shown.context["form"].errors["town"])


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({}, True),
        ({"radius_km": 5}, False),
        ({"radius_km": 0, "is_online": True}, False),
        ({"languages": ["el"]}, False),
        ({"help": ["questions"]}, False),
        ({"paused_at": NOW}, False),
        ({"confirmed_at": None}, False),
    ],
)
def test_who_fits(changes, fits):
    make_offer(**changes)
    assert bool(candidates_for(make_request())) is fits


def test_online_is_enough_where_both_say_so():
    make_offer(radius_km=0, is_online=True, country_id="EE", latitude=59.4, longitude=24.7)
    assert [each.km for each in candidates_for(make_request(is_online=True))] == [None]


def test_nobody_is_a_mentor_of_their_own_school():
    make_offer("grace@example.org")
    assert candidates_for(make_request()) == []


def test_who_waited_longest_is_asked_first_and_then_the_nearest():
    make_offer("late@example.org", asked_at=NOW - timedelta(days=1))
    make_offer("early@example.org", asked_at=NOW - timedelta(days=9))
    make_offer("far@example.org")
    make_offer("near@example.org", latitude=35.91, longitude=14.43)
    found = [each.offer.email.partition("@")[0] for each in candidates_for(make_request())]
    assert found == ["near", "far", "early", "late"]


def test_nobody_has_more_than_two_open_questions():
    offer = make_offer()
    for _ in range(2):
        mentoring.confirm_request(request=make_request())
    assert offer.introductions.count() == 2
    assert candidates_for(make_request()) == []


def test_after_a_no_the_next_one_is_asked(client):
    make_offer("first@example.org")
    make_offer("second@example.org", asked_at=NOW - timedelta(days=1))
    request = make_request()
    mentoring.confirm_request(request=request)
    post(client, link_in(mails_to("first@example.org")[0]), do="no")
    assert asked(request) == [("first@example.org", "no"), ("second@example.org", "open")]


def test_after_a_week_without_an_answer_the_next_one_is_asked(clock):
    make_offer("first@example.org")
    make_offer("second@example.org", asked_at=NOW - timedelta(days=1))
    request = make_request()
    mentoring.confirm_request(request=request)
    clock(NOW + timedelta(days=7))
    mentoring.expire_introductions()
    assert asked(request) == [("first@example.org", "open")]
    clock(NOW + timedelta(days=7, seconds=1))
    mentoring.expire_introductions()
    assert asked(request) == [("first@example.org", "none"), ("second@example.org", "open")]


def test_where_nobody_is_left_the_school_hears_what_else_there_is(clock):
    request = make_request(language="de")
    mentoring.confirm_request(request=request)
    request.refresh_from_db()
    [mail] = mails_to("grace@example.org")
    assert request.state == "nobody"
    assert "/de/teach/one-hour/" in mail.text
    assert "/de/partners/mentors/ask/" in mail.text


def test_a_late_yes_changes_nothing(client, clock):
    make_offer()
    request = make_request()
    mentoring.confirm_request(request=request)
    link = link_in(mails_to("ada@example.org")[0])
    clock(NOW + timedelta(days=8))
    mentoring.expire_introductions()
    post(client, link, do="yes")
    request.refresh_from_db()
    assert request.state == "nobody"
    assert "ada@example.org" not in "".join(mail.text for mail in mails_to("grace@example.org"))


def test_three_times_without_an_answer_is_a_pause_that_a_link_ends(client, clock):
    offer = make_offer()
    for week in range(3):
        clock(NOW + timedelta(days=8 * week))
        mentoring.confirm_request(request=make_request())
        clock(NOW + timedelta(days=8 * week + 7, seconds=1))
        mentoring.expire_introductions()
    offer.refresh_from_db()
    assert offer.paused_at is not None
    post(client, link_in(mails_to("ada@example.org")[-1]), do="confirm")
    assert [each.offer for each in candidates_for(make_request())] == [offer]


def test_a_mentor_changes_pauses_and_stops_by_the_same_link(client):
    offer = make_offer(town="Valletta")
    link = reverse("partners:mentor_offer_show", args=[views.token_of(offer)])
    change = {name: OFFER[name] for name in ("help", "languages", "country", "radius_km", "message")}
    post(client, link, do="change", town="Mosta", organisation="", **change)
    offer.refresh_from_db()
    assert (offer.town, offer.email) == ("Mosta", "ada@example.org")
    post(client, link, do="pause")
    assert candidates_for(make_request()) == []
    post(client, link, do="stop")
    assert not MentorOffer.objects.exists()
    assert client.get(link).status_code == 404


def test_whoever_waits_for_a_mentor_who_stops_gets_another_one():
    offer = make_offer("first@example.org")
    make_offer("second@example.org", asked_at=NOW)
    request = make_request()
    mentoring.confirm_request(request=request)
    mentoring.remove_offer(offer=offer)
    assert asked(request) == [("second@example.org", "open")]
    assert mails_to("first@example.org") == []


def test_a_request_that_is_withdrawn_asks_nobody_any_more(client):
    make_offer()
    request = make_request()
    mentoring.confirm_request(request=request)
    post(client, reverse("partners:mentor_request_show", args=[views.token_of(request)]), do="withdraw")
    post(client, link_in(mails_to("ada@example.org")[0]), do="yes")
    request.refresh_from_db()
    assert request.state == "withdrawn"


@pytest.mark.parametrize("path", ["offers", "requests", "asked"])
def test_a_link_that_is_none_of_ours_leads_nowhere(client, path):
    make_offer()
    assert client.get(f"/en/partners/mentors/{path}/1.forged/").status_code == 404


def test_what_is_over_is_forgotten_and_the_count_stays(clock):
    make_offer(confirmed_at=None, created_at=NOW)
    request = make_request(state="matched", closed_at=NOW, confirmed_at=NOW)
    clock(NOW + timedelta(days=8))
    mentoring.forget_mentoring()
    assert not MentorOffer.objects.exists()
    clock(NOW + timedelta(days=61))
    mentoring.forget_mentoring()
    kept = MentorRequest.objects.get(pk=request.pk)
    assert (kept.person, kept.email, kept.organisation, kept.message, kept.place) == ("", "", "", "", None)
    assert kept.state == "matched"


def test_after_a_year_an_offer_is_asked_about_and_without_an_answer_deleted(clock):
    make_offer()
    clock(NOW + timedelta(days=366))
    mentoring.forget_mentoring()
    [mail] = mails_to("ada@example.org")
    assert "/partners/mentors/offers/" in mail.text
    clock(NOW + timedelta(days=397))
    mentoring.forget_mentoring()
    assert not MentorOffer.objects.exists()


def test_without_a_proof_only_some_are_taken_and_what_was_typed_stays(client, monkeypatch):
    monkeypatch.setattr(mentoring, "MOST_UNVERIFIED", 1)
    post(client, "/en/partners/mentors/offer/", **OFFER)
    shown = post(client, "/en/partners/mentors/offer/", **{**OFFER, "email": "b@example.org"})
    assert shown.status_code == 429
    assert "I write games." in shown.content.decode()
    assert MentorOffer.objects.count() == 1


def test_staff_ask_a_mentor_by_hand():
    staff = User.objects.create_user("staff@example.org")
    grant_role(user=staff, role=Role.STAFF, by=None)
    desk = Client()
    sign_in(desk, staff)
    offer = make_offer()
    request = make_request(confirmed_at=NOW, state="nobody", closed_at=NOW)
    address = reverse("staff_mentor_requests:match", args=[request.pk])
    assert "Valletta" in desk.get(address).content.decode()
    desk.post(address, {"offer": offer.pk})
    request.refresh_from_db()
    assert asked(request) == [("ada@example.org", "open")]
    assert request.state == "searching"


def test_staff_read_an_offer_and_a_request_in_words():
    staff = User.objects.create_user("staff@example.org")
    grant_role(user=staff, role=Role.STAFF, by=None)
    desk = Client()
    sign_in(desk, staff)
    offer = desk.get(reverse("staff_mentors:inspect", args=[make_offer(is_online=True).pk])).content.decode()
    wish = desk.get(reverse("staff_mentor_requests:inspect", args=[make_request().pk])).content.decode()
    for page, words in ((offer, ["Malta", "English", "Visit a class", "yes"]), (wish, ["Malta", "Deutsch"])):
        assert [word for word in words if word not in page] == []
        assert "[&#x27;" not in page


def test_no_public_page_tells_a_name_or_an_address(client):
    mentoring.confirm_offer(offer=make_offer(organisation="Secret Works"))
    mentoring.confirm_request(request=make_request(organisation="Hidden School", town="Mosta"))
    told = "".join(
        client.get(path, follow=True).content.decode()
        for path in ("/en/partners/mentors/", "/en/partners/", "/en/", "/en/figures/", "/en/search/?q=Hidden")
    )
    for secret in ("ada@", "grace@", "Secret Works", "Hidden School", "Grace"):
        assert secret not in told.replace('value="Hidden"', "")


def test_the_page_counts_what_stands(client):
    make_offer()
    make_offer("b@example.org", languages=["el", "en"], country_id="EE", paused_at=None)
    make_offer("c@example.org", paused_at=NOW)
    make_request(state="matched")
    figures = client.get("/en/partners/mentors/").context["figures"]
    assert (figures.offers, figures.languages, figures.countries, figures.matches) == (2, 2, 2, 1)


def test_the_export_of_an_account_has_what_the_person_offered():
    user = User.objects.create_user("ada@example.org")
    make_offer()
    assert [each["message"] for each in export_of(user)["mentor_offers"]] == ["I write games."]


@pytest.mark.parametrize(
    ("country", "name", "town"),
    [
        ("AT", "wien", "Vienna"),
        ("DE", "München", "Munich"),
        ("GR", "Θεσσαλονίκη", "Thessaloníki"),
        ("BG", "пловдив", "Plovdiv"),
        ("DE", "Frankfurt", "Frankfurt am Main"),
    ],
)
def test_a_town_is_found_by_its_name_in_any_language_whatever_the_accents(country, name, town):
    assert find_town(country, name).town == town
    assert find_town("MT", name) is None


def test_similar_towns_stand_by_size():
    assert similar_towns("AT", "Grazz")[0] == "Graz"


degrees = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(degrees, degrees)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_around_the_earth(first, second):
    here, there = Place("a", *first), Place("b", *second)
    assert distance_km(here, there) == pytest.approx(distance_km(there, here))
    assert 0 <= distance_km(here, there) <= 20_016


def test_who_says_yes_to_a_school_or_changes_the_offer_is_not_deleted_after_our_question(client, clock):
    offer = make_offer()
    clock(NOW + timedelta(days=366))
    mentoring.forget_mentoring()
    change = {name: OFFER[name] for name in ("help", "languages", "country", "town", "radius_km", "message")}
    post(client, link_in(mails_to("ada@example.org")[0]), do="change", organisation="", **change)
    clock(NOW + timedelta(days=400))
    mentoring.forget_mentoring()
    assert MentorOffer.objects.get() == offer


def test_nobody_is_asked_for_days_that_are_over(clock):
    make_offer("first@example.org")
    make_offer("second@example.org", asked_at=NOW - timedelta(days=1))
    request = make_request(first_day=date(2026, 6, 21), last_day=date(2026, 6, 22))
    mentoring.confirm_request(request=request)
    clock(NOW + timedelta(days=8))
    mentoring.expire_introductions()
    request.refresh_from_db()
    assert request.state == "nobody"
    assert asked(request) == [("first@example.org", "none")]


@pytest.mark.parametrize("state", ["withdrawn", "matched"])
def test_staff_ask_nobody_for_what_is_withdrawn_or_found(state):
    staff = User.objects.create_user("staff@example.org")
    grant_role(user=staff, role=Role.STAFF, by=None)
    desk = Client()
    sign_in(desk, staff)
    offer = make_offer()
    request = make_request(confirmed_at=NOW, state=state, closed_at=NOW)
    desk.post(reverse("staff_mentor_requests:match", args=[request.pk]), {"offer": offer.pk})
    request.refresh_from_db()
    assert (request.state, asked(request)) == (state, [])


def test_an_account_that_is_erased_takes_offer_and_request_with_it_and_empties_inquiries():
    user = User.objects.create_user("ada@example.org")
    make_offer()
    make_request(email="ada@example.org")
    Inquiry.objects.create(
        kind="company",
        organisation="B",
        country_id="MT",
        email="ada@example.org",
        person="Ada",
        language="en",
    )
    erase_account(user=user, language="en")
    assert not MentorOffer.objects.exists()
    assert not MentorRequest.objects.exists()
    assert (Inquiry.objects.get().person, Inquiry.objects.get().email) == ("", "")
