"""Hosting an hour: sign up, confirm, be reminded, withdraw, be forgotten."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from icalendar import Calendar

from codora.campaigns import hosting, views
from codora.campaigns.models import HostedHour
from codora.campaigns.tasks import enqueue_reminders
from codora.campaigns.tokens import token_of
from codora.core.limits import RateLimit
from codora.messaging.models import OutgoingMail
from tests.snapshots import load_content

pytestmark = pytest.mark.django_db

HOST = "/en/campaigns/summer/host/"
NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)
GOOD = {
    "kind": "school",
    "place": "School at the Harbour, Valletta",
    "country": "MT",
    "date": "2026-07-08",
    "time": "09:30",
    "participants": "24",
    "contact": "ada@example.org",
    "language": "en",
}


@pytest.fixture(autouse=True)
def _summer(campaigns, clock, monkeypatch):
    load_content()
    clock(NOW)
    monkeypatch.setattr(views, "host_limit", RateLimit(per_second=0, burst=100))


def post(client, path=HOST, headers=None, **changes):
    return client.post(
        path, {**GOOD, **changes}, headers={"Sec-Fetch-Site": "same-origin", **(headers or {})}
    )


def act(client, link, do):
    return client.post(link, {"do": do}, headers={"Sec-Fetch-Site": "same-origin"})


def link_in(mail: OutgoingMail) -> str:
    return re.search(r"^http://127\.0\.0\.1:8000(/\S+)$", mail.text, re.MULTILINE)[1]


def sign_up(client, **changes) -> tuple[HostedHour, str]:
    """The newest hour, confirmed, and the link of its host."""
    post(client, **changes)
    link = link_in(OutgoingMail.objects.latest("pk"))
    act(client, link, "confirm")
    return HostedHour.objects.latest("pk"), link


def test_a_host_signs_up_and_counts_once_the_address_is_confirmed(client):
    response = post(client)
    assert response["Location"] == "/en/campaigns/summer/host/noted/"
    assert "Open the link in the mail" in client.get(response["Location"]).content.decode()
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.language) == ("ada@example.org", "en")
    assert "Wednesday, 8 July 2026, 09:30, School at the Harbour, Valletta." in mail.text
    assert "Nobody yet" in client.get("/en/campaigns/summer/").content.decode()

    link = link_in(mail)
    assert "Confirm my hour" in client.get(link).content.decode()
    assert act(client, link, "confirm")["Location"] == link
    assert "Your hour counts" in client.get(link).content.decode()
    page = client.get("/en/campaigns/summer/").content.decode()
    assert re.search(r"<span>Malta</span> <b[^>]*>1</b>", page)


def test_looking_at_the_link_confirms_nothing(client):
    """Mail programs open links before people do."""
    post(client)
    client.get(link_in(OutgoingMail.objects.get()))
    assert HostedHour.objects.get().confirmed_at is None


def test_nothing_of_a_host_is_public(client):
    sign_up(client)
    for path in ("/en/", "/en/campaigns/summer/", "/en/campaigns/", HOST, "/en/campaigns/summer/dates.ics"):
        text = client.get(path).content.decode()
        assert "ada@" not in text
        assert "Harbour" not in text


def test_the_hour_is_where_the_host_is(client):
    hour, _ = sign_up(client, country="EE", date="2026-07-13")
    assert hour.starts_at == datetime(2026, 7, 13, 9, 30, tzinfo=ZoneInfo("Europe/Tallinn"))


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"country": "EE"}, "date", "13 July – 14 July 2026"),
        ({"kind": "business"}, "date", "10 July 2026"),
        ({"date": "2026-07-05"}, "date", "6 July – 12 July 2026"),
        ({"date": "2026-07-13"}, "date", "6 July – 12 July 2026"),
        ({"participants": "0"}, "participants", "1"),
        ({"participants": "999999"}, "participants", "2000"),
        ({"contact": "ada"}, "contact", "email"),
        ({"country": "XX"}, "country", "XX"),
        ({"language": "fr"}, "language", "fr"),
        ({"place": " "}, "place", "required"),
        ({"kind": ""}, "kind", "required"),
        ({"place": "x" * 121}, "place", "120"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_what_was_typed_stays(client, changes, field, reason):
    response = post(client, **changes)
    assert response.status_code == 422
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert reason in str(form.errors[field])
    assert form["contact"].value() == changes.get("contact", GOOD["contact"])
    assert not HostedHour.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_a_moment_that_is_over_cannot_be_hosted(client, clock):
    clock(datetime(2026, 7, 8, 8, tzinfo=UTC))  # 10:00 in Malta
    assert "This moment is over" in str(post(client).context["form"].errors["date"])
    assert post(client, time="10:30").status_code == 302


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 7, 12, 22, 30, tzinfo=UTC), True),  # over in Brussels, not in Estonia
        (datetime(2026, 7, 14, 20, 59, tzinfo=UTC), True),
        (datetime(2026, 7, 14, 21, tzinfo=UTC), False),
    ],
)
def test_hosts_sign_up_until_it_is_over_for_everybody(client, clock, moment, is_open):
    clock(moment)
    assert ("Sign-up is closed" in client.get(HOST).content.decode()) is not is_open
    post(client, country="EE", date="2026-07-14", time="23:59")
    assert HostedHour.objects.exists() is is_open
    assert (HOST in client.get("/en/campaigns/summer/").content.decode()) is is_open


def test_nobody_hosts_in_a_campaign_that_is_not_published(client):
    assert post(client, "/en/campaigns/winter/host/").status_code == 404


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": ""}])
def test_a_page_elsewhere_can_neither_sign_up_nor_withdraw(client, headers):
    assert post(client, headers=headers).status_code == 403
    _, link = sign_up(client)
    assert client.post(link, {"do": "withdraw"}, headers=headers).status_code == 403
    assert HostedHour.objects.count() == 1


def test_without_cookie_and_token_it_works():
    client = Client(enforce_csrf_checks=True)
    hour, _ = sign_up(client)
    assert hour.confirmed_at
    assert not client.cookies


def test_one_network_cannot_sign_up_for_ever(client, monkeypatch):
    monkeypatch.setattr(views, "host_limit", RateLimit(per_second=0, burst=1))
    post(client)
    response = post(client, place="Another place")
    assert response.status_code == 429
    assert "Another place" in response.content.decode()
    assert HostedHour.objects.count() == 1


def test_a_stranger_cannot_be_sent_mails_without_end(client):
    answers = {post(client, place=f"Place {number}")["Location"] for number in range(6)}
    assert len(answers) == 1
    assert OutgoingMail.objects.count() == hosting.MOST_UNCONFIRMED


def test_the_same_hour_twice_is_one_hour(client):
    post(client)
    post(client, participants="30")
    assert HostedHour.objects.get().participants == 30
    act(client, link_in(OutgoingMail.objects.latest("pk")), "confirm")
    post(client, participants="31")
    assert HostedHour.objects.get().participants == 30


def test_a_host_withdraws_and_nothing_is_kept(client):
    _, link = sign_up(client)
    response = act(client, link, "withdraw")
    assert "Your hour is withdrawn" in client.get(response["Location"]).content.decode()
    assert not HostedHour.objects.exists()
    assert client.get(link).status_code == 404


def test_nobody_opens_the_hour_of_another(client):
    mine, link = sign_up(client)
    other, _ = sign_up(client, place="Elsewhere")
    forged = token_of(mine).replace(str(mine.pk), str(other.pk), 1)
    assert client.get(f"/en/campaigns/hours/{forged}/").status_code == 404
    assert "no-store" in client.get(link)["Cache-Control"]


def test_mails_and_pages_are_in_the_hosts_language(client, translate_into):
    translate_into("de", **{"Your hour": "Ihre Stunde"})
    post(client, "/de/campaigns/summer/host/", language="de")
    mail = OutgoingMail.objects.get()
    assert "Mittwoch, 8. Juli 2026, 09:30" in mail.text
    assert "Sommer im Code" in mail.subject
    assert link_in(mail).startswith("/de/campaigns/hours/")
    assert "Ihre Stunde" in client.get(link_in(mail)).content.decode()


def test_the_hour_goes_into_a_calendar(client):
    _, link = sign_up(client)
    response = client.get(f"{link}hour.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["SUMMARY"] == "Summer of code"
    assert event["LOCATION"] == "School at the Harbour, Valletta"
    assert event.decoded("DTSTART") == datetime(2026, 7, 8, 7, 30, tzinfo=UTC)
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(hours=1)
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))


def test_the_days_of_campaigns_go_into_a_calendar(client):
    for path in ("/de/campaigns/summer/dates.ics", "/de/campaigns/dates.ics"):
        events = Calendar.from_ical(client.get(path).content).walk("VEVENT")
        days = {str(event["SUMMARY"]): (event.decoded("DTSTART"), event.decoded("DTEND")) for event in events}
        assert {title: (str(first), str(end)) for title, (first, end) in days.items()} == {
            "Sommer im Code": ("2026-07-06", "2026-07-13"),
            "Sommer im Code (Estland)": ("2026-07-13", "2026-07-15"),
            "Sommer im Code (Unternehmen und Erwachsene)": ("2026-07-10", "2026-07-11"),
        }
        assert len({str(event["UID"]) for event in events}) == 3
    assert client.get("/de/campaigns/winter/dates.ics").status_code == 404


@pytest.mark.parametrize(
    ("hours_before", "mails"), [(49, 0), (48, 1), (1, 1), (0, 0)], ids=["early", "first", "last", "over"]
)
def test_a_reminder_leaves_once_two_days_before(client, clock, hours_before, mails):
    hour, link = sign_up(client)
    OutgoingMail.objects.all().delete()
    clock(hour.starts_at - timedelta(hours=hours_before))
    enqueue_reminders()
    assert DBTaskResult.objects.filter(task_path="codora.campaigns.tasks.remind_hosts").count() == mails
    hosting.remind_hosts()
    hosting.remind_hosts()
    assert [link_in(mail) for mail in OutgoingMail.objects.all()] == [link] * mails


def test_who_has_not_confirmed_or_just_did_is_not_reminded(client, clock):
    post(client)
    clock(datetime(2026, 7, 7, 12, tzinfo=UTC))
    sign_up(client, place="Elsewhere")
    OutgoingMail.objects.all().delete()
    hosting.remind_hosts()
    assert not OutgoingMail.objects.exists()


def test_what_nobody_confirmed_goes_after_a_week(client, clock):
    post(client)
    sign_up(client, place="Elsewhere")
    HostedHour.objects.update(created_at=NOW)
    clock(NOW + timedelta(days=6, hours=23))
    hosting.forget_hosts()
    assert HostedHour.objects.count() == 2
    clock(NOW + timedelta(days=7, hours=1))
    hosting.forget_hosts()
    assert HostedHour.objects.get().place == "Elsewhere"


def test_contact_and_place_go_sixty_days_after_the_last_day_anywhere_and_the_count_stays(client, clock):
    sign_up(client)
    for day, is_kept in ((12, True), (13, False)):  # the last day is 14 July, in Estonia
        clock(datetime(2026, 9, day, 12, tzinfo=UTC))
        hosting.forget_hosts()
        hour = HostedHour.objects.get()
        assert bool(hour.contact) is bool(hour.place) is is_kept
    assert hour.participants == 24


def test_staff_see_hosts_and_may_delete_but_not_write_them(admin_client, client):
    hour, _ = sign_up(client)
    assert "ada@example.org" in admin_client.get(reverse("staff_hosts:index")).content.decode()
    for name in ("edit", "add"):
        address = reverse(f"staff_hosts:{name}", args=[hour.pk] if name == "edit" else [])
        assert admin_client.post(address, GOOD).status_code == 302
    hour.refresh_from_db()
    admin_client.post(reverse("staff_hosts:delete", args=[hour.pk]))
    assert not HostedHour.objects.filter(pk=hour.pk).exists()
    assert timezone.now() == NOW
