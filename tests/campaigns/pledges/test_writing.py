"""Representatives write pledges at the public site, and nobody else does."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from codora.accounts.actions import erase_account
from codora.accounts.queries import export_of
from codora.campaigns.models import Campaign, CampaignText, Edition
from codora.campaigns.pledges.actions.writing import NotNow, rewrite_pledge, submit_pledge
from codora.campaigns.pledges.models import Pledge, State
from tests.pledges import content, make_partner, make_public, make_representative, reported, signed_in, target

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)
NEW = "/en/pledges/mine/new/harbour/"
MINE = "/en/pledges/mine/"
WORDS = {"title": "Teachers for islands", "text": "We train them.", "language": "mt", "countries": ["MT"]}


def rows(*targets: dict, keys: tuple = ()) -> dict:
    """The rows of targets as a browser sends them."""
    data = {"targets-TOTAL_FORMS": "6", "targets-INITIAL_FORMS": str(len(keys))}
    for place, values in enumerate(targets):
        key = keys[place] if place < len(keys) else ""
        data |= {f"targets-{place}-{name}": value for name, value in ({"key": key} | values).items()}
    return data


ONE = {"number": "100", "unit": "teachers", "by": "2026-12-31", "counted": ""}


@pytest.fixture(autouse=True)
def _now(loaded, clock):
    clock(NOW)


@pytest.fixture
def partner():
    return make_partner()


@pytest.fixture
def ada(partner):
    return make_representative(partner, "ada@example.org")


@pytest.fixture
def client(ada):
    return signed_in(ada)


def errors_of(response) -> set[str]:
    whole = response.context["whole"]
    return {field.name for field in whole if field.errors} | set(whole.non_field_errors)


def test_a_representative_writes_a_draft_that_nobody_else_sees(client, partner, ada):
    response = client.post(NEW, WORDS | rows(ONE) | {"do": "save"}, follow=True)
    assert "Saved as a draft" in response.content.decode()
    pledge = Pledge.objects.get()
    assert (pledge.state, pledge.partner, pledge.made_by, pledge.language) == ("draft", partner, ada, "mt")
    assert [country.pk for country in pledge.countries.all()] == ["MT"]
    [goal] = pledge.targets.all()
    assert (goal.number, goal.unit, goal.by, goal.source) == (100, "teachers", date(2026, 12, 31), "")
    assert client.get(f"/en/pledges/{pledge.pk}/").status_code == 404
    assert "Teachers for islands" not in client.get("/en/pledges/").content.decode()


def test_a_draft_is_sent_in_taken_back_and_deleted(client):
    client.post(NEW, WORDS | rows(ONE) | {"do": "submit"})
    pledge = Pledge.objects.get()
    assert (pledge.state, pledge.submitted_at) == ("submitted", NOW)
    assert "Our staff will read it" in client.get(MINE).content.decode()
    address = f"{MINE}{pledge.pk}/"
    response = client.post(address, WORDS | {"title": "Other"} | rows(ONE), follow=True)
    assert "not possible right now" in response.content.decode()
    client.post(f"{address}take-back/")
    pledge.refresh_from_db()
    assert (pledge.state, pledge.submitted_at, pledge.title) == ("draft", None, "Teachers for islands")
    client.post(f"{address}discard/")
    assert not Pledge.objects.exists()


@pytest.mark.parametrize("do", ["take-back", "submit", "discard"])
def test_a_public_pledge_is_neither_sent_in_nor_deleted_by_its_partner(client, partner, ada, do):
    pledge = make_public(partner, by=ada)
    response = client.post(f"{MINE}{pledge.pk}/{do}/", follow=True)
    assert "not possible right now" in response.content.decode()
    pledge.refresh_from_db()
    assert pledge.state == "accepted"


@pytest.mark.parametrize("person", ["visitor", "account", "other"])
def test_nobody_writes_for_a_partner_for_whom_they_do_not_speak(
    client, partner, ada, person, django_user_model
):
    other = make_partner("other")
    pledge = make_public(partner, by=ada)
    if person == "visitor":
        client.logout()
    elif person == "account":
        client = signed_in(django_user_model.objects.create_user("nobody@example.org"))
    else:
        client = signed_in(make_representative(other))
    goal = pledge.targets.get()
    for path in (NEW, f"{MINE}{pledge.pk}/", f"{MINE}targets/{goal.pk}/"):
        expected = 302 if person == "visitor" else 404
        assert client.get(path).status_code == expected
        assert client.post(path, WORDS | rows(ONE)).status_code == expected
    assert client.post(f"{MINE}{pledge.pk}/discard/").status_code == (302 if person == "visitor" else 404)
    assert Pledge.objects.count() == 1


def test_a_partner_that_is_not_listed_cannot_pledge(client, partner):
    client.post(NEW, WORDS | rows(ONE) | {"do": "save"})
    partner.live = False
    partner.save()
    assert client.get(NEW).status_code == 404
    assert "only people who speak for an organisation" in client.get(MINE).content.decode()
    with pytest.raises(NotNow):
        submit_pledge(pledge=Pledge.objects.get(), by=partner.representatives.get().user)


@pytest.mark.parametrize(
    ("changes", "targets", "wrong"),
    [
        ({"title": ""}, [ONE], {"title"}),
        ({}, [ONE | {"by": "2026-06-19"}], {"by"}),
        ({}, [ONE | {"by": "2037-01-01"}], {"by"}),
        ({}, [ONE | {"number": "0"}], {"number"}),
        ({}, [ONE | {"unit": "litres"}], {"unit"}),
        ({}, [{}], {"number", "unit", "by"}),
        ({"countries": ["XX"]}, [ONE], {"countries"}),
        ({"campaign": "999"}, [ONE], {"campaign"}),
    ],
)
def test_what_is_wrong_is_told_at_its_field(client, changes, targets, wrong):
    response = client.post(NEW, WORDS | changes | rows(*targets))
    assert response.status_code == 422
    assert errors_of(response) == wrong
    assert "There is a problem" in response.content.decode()
    assert not Pledge.objects.exists()


def test_today_is_early_enough(client):
    client.post(NEW, WORDS | rows(ONE | {"by": "2026-06-20"}))
    assert Pledge.objects.exists()


def test_a_number_can_be_counted_by_this_site_if_it_can_count_that(client):
    campaign = Campaign.objects.create(slug="code", is_published=True)
    words = dict.fromkeys(["lead", "about", "for_whom", "take_part"], "…")
    CampaignText.objects.create(campaign=campaign, language="en", name="Code", **words)
    days = dict.fromkeys(["soon_from", "first_day", "last_day", "thanks_until"], date(2026, 11, 30))
    edition = Edition.objects.create(campaign=campaign, year=2026, **days)
    counted = {"counted": f"hosted:{edition.pk}"}
    response = client.post(NEW, WORDS | rows(ONE | counted))
    assert errors_of(response) == {"counted"}
    assert "This site cannot count that" in response.content.decode()
    client.post(NEW, WORDS | rows(ONE | counted | {"unit": "hours"}))
    goal = Pledge.objects.get().targets.get()
    assert (goal.source, goal.edition) == ("hosted", edition)


def test_a_change_leaves_the_public_pledge_as_it_is(client, partner, ada):
    pledge = make_public(partner, target(100), target(5, "devices"), by=ada)
    first, second = pledge.targets.all()
    reported(pledge, 40, date(2026, 6, 1))
    kept = {"number": "200", "unit": "teachers", "by": "2027-01-31", "counted": ""}
    dropped = {"number": "5", "unit": "devices", "by": "2026-12-31", "counted": "", "DELETE": "on"}
    data = (
        WORDS
        | {"title": "More teachers"}
        | rows(kept, dropped, ONE | {"unit": "jobs"}, keys=(first.pk, second.pk))
    )
    client.post(f"{MINE}{pledge.pk}/", data | {"do": "submit"})
    page = client.get(f"/en/pledges/{pledge.pk}/").content.decode()
    assert "Teachers for islands" in page
    assert "More teachers" not in page
    change = pledge.change
    assert (change.state, change.title) == ("submitted", "More teachers")
    assert [(each.number, each.unit, each.stands_for) for each in change.targets.order_by("-number")] == [
        (200, "teachers", first),
        (100, "jobs", None),
    ]
    assert client.get(f"{MINE}{pledge.pk}/")["Location"] == f"{MINE}{change.pk}/"
    with pytest.raises(NotNow):
        rewrite_pledge(pledge=pledge, content=content(), by=ada)


def test_the_same_target_is_not_taken_twice(client, partner, ada):
    pledge = make_public(partner, target(100), target(5, "devices"), by=ada)
    first, _ = pledge.targets.all()
    data = WORDS | rows(ONE, ONE, keys=(first.pk, first.pk))
    assert errors_of(client.post(f"{MINE}{pledge.pk}/", data)) == {"The same target is there twice."}


def test_a_target_of_somebody_else_cannot_be_taken_over(client, partner, ada):
    strange = make_public(make_partner("other")).targets.get()
    pledge = make_public(partner, by=ada)
    client.post(f"{MINE}{pledge.pk}/", WORDS | rows(ONE | {"number": "7"}, keys=(strange.pk,)))
    strange.refresh_from_db()
    assert (strange.number, strange.pledge.partner.slug) == (100, "other")
    assert pledge.change.targets.get().stands_for is None


def test_who_erases_the_account_leaves_the_pledge_without_a_name(client, partner, ada):
    pledge = make_public(partner, by=ada)
    report = reported(pledge, 1, date(2026, 6, 1))
    report.made_by = ada
    report.save()
    told = export_of(ada)
    assert [each["title"] for each in told["pledges"]] == ["Teachers for islands"]
    assert [each["number"] for each in told["progress_reports"]] == [1]
    erase_account(user=ada, language="en")
    for each in (pledge, report):
        each.refresh_from_db()
        assert each.made_by is None
    page = client.get(f"/en/pledges/{pledge.pk}/").content.decode()
    assert "Teachers for islands" in page
    assert "ada" not in page.lower()


def test_a_report_is_made_of_ones_own_public_pledge_with_evidence(client, partner, ada):
    pledge = make_public(partner, by=ada)
    address = reverse("pledges:progress_report", args=[pledge.targets.get().pk])
    good = {"number": "40", "day": "2026-06-20", "text": "Lists", "link": "https://example.org/list"}
    for wrong in ({"day": "2026-06-21"}, {"text": ""}, {"number": "-1"}, {"link": "javascript:alert(1)"}):
        response = client.post(address, good | wrong)
        assert set(response.context["form"].errors) == set(wrong)
    client.post(address, good)
    report = pledge.targets.get().reports.get()
    assert (report.number, report.day, report.state, report.made_by) == (
        40,
        date(2026, 6, 20),
        "submitted",
        ada,
    )
    page = client.get(f"/en/pledges/{pledge.pk}/").content.decode()
    assert "example.org/list" not in page
    for _ in range(5):
        response = client.post(address, good, follow=True)
    assert "not possible right now" in response.content.decode()
    assert pledge.targets.get().reports.filter(state=State.SUBMITTED).count() == 5


def test_a_day_that_has_passed_may_stay_but_no_other_past_day_is_taken(client, partner, ada, clock):
    pledge = make_public(partner, target(100, by=date(2026, 6, 25)), by=ada)
    clock(datetime(2026, 7, 1, 12, tzinfo=UTC))
    address, key = f"{MINE}{pledge.pk}/", pledge.targets.get().pk
    response = client.post(address, WORDS | rows(ONE | {"by": "2026-06-26"}, keys=(key,)))
    assert errors_of(response) == {"by"}
    client.post(address, WORDS | {"title": "Later"} | rows(ONE | {"by": "2026-06-25"}, keys=(key,)))
    assert pledge.change.title == "Later"
