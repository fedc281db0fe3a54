"""Reports of barriers: told by anybody, answered by staff, forgotten."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from codora.core.limits import RateLimit
from codora.messaging import barriers
from codora.messaging.models import BarrierReport, OutgoingMail
from codora.messaging.tasks import forget_old_mails
from codora.messaging.views import barriers as views

pytestmark = pytest.mark.django_db

FORM = "/en/about/accessibility/feedback/"
GOOD = {
    "problem": "The map cannot be zoomed by keyboard.",
    "page": "/en/learn/",
    "contact": "ada@example.org",
    "nickname": "",
}


@pytest.fixture(autouse=True)
def _no_limit(monkeypatch):
    monkeypatch.setattr(views, "report_limit", RateLimit(per_second=0, burst=100))


@pytest.fixture
def staff(settings) -> str:
    settings.STAFF_MAIL, settings.STAFF_LANGUAGE = "team@example.org", "de"
    return settings.STAFF_MAIL


def post(client, path=FORM, **changes):
    return client.post(path, {**GOOD, **changes}, headers={"Sec-Fetch-Site": "same-origin"})


def reported(**changes) -> BarrierReport:
    values = {name: value for name, value in GOOD.items() if name != "nickname"} | {"language": "en"}
    return barriers.report_barrier(**values | changes)


def settle(client, report, **fields):
    form = {"answer": "", "note": "", "state": "open", **fields}
    return client.post(reverse("barriers:edit", args=[report.pk]), form)


def test_a_report_is_kept_and_the_visitor_thanked_without_a_cookie(client, loaded):
    answer = post(client, path=FORM.replace("/en/", "/de/"))
    report = BarrierReport.objects.get()
    assert (report.problem, report.page, report.contact) == tuple(GOOD.values())[:3]
    assert (report.language, report.state) == ("de", "open")
    assert not answer.cookies
    assert not client.get(answer["Location"]).cookies


def test_it_needs_neither_script_nor_token(loaded):
    post(Client(enforce_csrf_checks=True))
    assert BarrierReport.objects.exists()


def test_only_the_problem_must_be_told(client, loaded):
    post(client, page="", contact="")
    assert BarrierReport.objects.exists()


def test_what_is_wrong_is_said_in_the_readers_language_beside_what_was_typed(client, loaded, translate_into):
    translate_into("de", **{"Tell us what the problem was.": "Was war das Problem?"})
    answer = post(client, path=FORM.replace("/en/", "/de/"), problem=" ", contact="ada(at)example.org")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r'<a href="#id_problem">[^<]*Was war das Problem\?</a>', page)
    assert 'href="#id_contact"' in page
    assert 'value="ada(at)example.org"' in page
    assert 'value="/en/learn/"' in page
    assert not BarrierReport.objects.exists()


def test_the_longest_report_fits_in_every_script(client, loaded):
    assert post(client, problem="ж" * 3000).status_code == 302
    assert BarrierReport.objects.get().problem == "ж" * 3000


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {}]
)
def test_a_page_elsewhere_cannot_report(client, loaded, headers):
    assert client.post(FORM, GOOD, headers=headers).status_code == 403
    assert not BarrierReport.objects.exists()


def test_a_machine_that_fills_in_all_fields_is_thanked_and_nothing_kept(client, loaded):
    assert post(client, nickname="x")["Location"] == f"{FORM}sent/"
    assert not BarrierReport.objects.exists()


def test_one_network_cannot_report_for_ever(client, loaded, monkeypatch):
    monkeypatch.setattr(views, "report_limit", RateLimit(per_second=0, burst=1))
    post(client)
    answer = post(client, problem="Once more")
    assert answer.status_code == 429
    assert "Once more</textarea>" in answer.content.decode()
    assert BarrierReport.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("/de/learn/", "/de/learn/"),
        ("/en/search/?q=ä", "/en/search/?q=ä"),
        ("//elsewhere.example/", None),
        ("/\\elsewhere.example/", None),
        ("https://elsewhere.example/", None),
        ("Call 0900 12345", None),
        ("/en/\nCall 0900 12345", None),
        ("/" + "a" * 300, None),
    ],
)
def test_a_link_fills_in_pages_of_this_site_alone(client, loaded, given, shown):
    page = client.get(FORM, {"page": given}).content.decode()
    [field] = re.findall(r'<input[^>]*name="page"[^>]*>', page)
    assert re.findall(r'value="([^"]*)"', field) == ([shown] if shown else [])


def test_staff_hear_of_it_in_their_language_and_the_mail_tells_nothing_of_it(client, loaded, staff):
    post(client, page="/en/\r\n\r\nhttps://elsewhere.example/\r\n\r\n")
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.language) == (staff, "de")
    for told in (GOOD["problem"], GOOD["contact"], "elsewhere"):
        assert told not in mail.text + mail.html + mail.subject
    address = reverse("barriers:edit", args=[BarrierReport.objects.get().pk])
    assert f"http://127.0.0.1:8000{address}" in mail.text


def test_without_an_address_of_staff_nobody_is_written_to(client, loaded):
    post(client)
    assert BarrierReport.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_staff_read_it_as_text_and_never_as_markup(admin_client, loaded):
    report = reported(problem="<script>alert(1)</script>", page="<b>here</b>")
    page = admin_client.get(reverse("barriers:edit", args=[report.pk])).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    listed = admin_client.get(reverse("barriers:index")).content.decode()
    assert "&lt;b&gt;here&lt;/b&gt;" in listed


def test_an_answer_leaves_in_the_language_of_the_report_and_the_address_is_forgotten(admin_client, loaded):
    report = reported(language="mt")
    settle(admin_client, report, answer="It can be zoomed\n\nwith + and − now.", note="Was 5.2.")
    report.refresh_from_db()
    assert (report.state, report.contact, report.note) == ("answered", "", "Was 5.2.")
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.language) == (GOOD["contact"], "mt")
    assert "It can be zoomed\n\nwith + and − now." in mail.text
    assert "Was 5.2." not in mail.text
    entry = ModelLogEntry.objects.get(action="messaging.settle_report")
    assert entry.user.is_superuser
    assert GOOD["contact"] not in entry.label


def test_an_answer_is_sent_once(admin_client, loaded):
    report = reported()
    for note in ("", "Checked again"):
        settle(admin_client, report, answer="Mended.", note=note, state="answered")
    assert OutgoingMail.objects.count() == 1


def test_a_note_alone_leaves_a_report_open(admin_client, loaded):
    report = reported()
    settle(admin_client, report, note="Cannot be repeated yet.")
    report.refresh_from_db()
    assert (report.state, report.contact) == ("open", GOOD["contact"])
    assert not OutgoingMail.objects.exists()


def test_what_needs_no_answer_is_closed_without_a_mail(admin_client, loaded):
    report = reported(contact="")
    settle(admin_client, report, answer="Mended.", state="answered")
    report.refresh_from_db()
    assert report.state == "answered"
    assert not OutgoingMail.objects.exists()


def test_staff_change_nothing_that_a_visitor_said_and_write_no_reports(admin_client, loaded):
    report = reported()
    settle(admin_client, report, problem="It is fine.", contact="x@example.org")
    report.refresh_from_db()
    assert (report.problem, report.contact) == (GOOD["problem"], GOOD["contact"])
    assert admin_client.get(reverse("barriers:add")).status_code == 302


def test_open_reports_wait_on_the_first_page_of_staff(admin_client, loaded):
    reported()
    page = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "1 report of a barrier waits for an answer" in page


def test_a_report_goes_after_a_year(loaded):
    old, new = reported(), reported()
    BarrierReport.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=366))
    forget_old_mails.func()
    assert list(BarrierReport.objects.all()) == [new]


def test_an_erased_person_leaves_no_report_that_names_them(loaded):
    reported(contact="Ada@example.org")
    other = reported(contact="grace@example.org")
    barriers.forget_reports_of(address="ada@example.org")
    assert list(BarrierReport.objects.all()) == [other]
