"""A mail is never lost, and leaves once."""

from datetime import timedelta
from email import message_from_string
from email.policy import default

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from codora.messaging import actions
from codora.messaging.models import OutgoingMail
from codora.messaging.queries import due_mails
from codora.messaging.tasks import enqueue_delivery

pytestmark = pytest.mark.django_db

TEMPLATE = """{% load i18n %}Hello {{ name }}

This & that.

{{ code }}

{{ link }}
"""


@pytest.fixture(autouse=True)
def template(settings, tmp_path):
    (tmp_path / "hello.txt").write_text(TEMPLATE)
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]},
    ]


def queue(to="ada@example.org", language="en"):
    context = {"name": "<b>", "code": "ABC-123", "link": "https://codora.example/a/?b=1&c=2"}
    return actions.queue_mail(to=to, language=language, template="hello.txt", context=context)


def later(mail):
    """Its next attempt has come."""
    OutgoingMail.objects.filter(pk=mail.pk).update(next_try_at=timezone.now())


def test_text_and_html_say_the_same(smtp):
    mail = queue()
    assert mail.subject == "Hello <b>"
    assert mail.text == "This & that.\n\nABC-123\n\nhttps://codora.example/a/?b=1&c=2\n"
    assert "<title>Hello &lt;b&gt;</title>" in mail.html
    assert ">This &amp; that.</p>" in mail.html
    assert 'href="https://codora.example/a/?b=1&amp;c=2"' in mail.html


def test_nobody_adds_a_header_to_a_mail(smtp):
    words = {"name": "Ada\r\nBcc: eve@example.org\r\n\r\nBuy", "code": "AB", "link": ""}
    mail = actions.queue_mail(to="ada@example.org", language="en", template="hello.txt", context=words)
    smtp.start()
    actions.deliver_due_mails()
    [sent] = [message_from_string(each, policy=default) for each in smtp.inbox.mails]
    assert (sent["Subject"], sent["To"], sent["Bcc"]) == ("Hello Ada", mail.to, None)


def test_a_mail_loads_nothing_from_anywhere():
    html = queue().html
    for loads in ("<img", "<link", "<script", "src=", "url(", "@import"):
        assert loads not in html


@pytest.mark.parametrize(("language", "shown"), [("mt", "mt"), ("fr", "en")])
def test_a_mail_is_in_the_readers_language_or_english(language, shown, translate_into):
    translate_into("mt", **{"State": "Stat"})
    assert f'<html lang="{shown}" dir="ltr">' in queue(language=language).html


def test_a_server_that_is_down_loses_nothing_and_gets_the_mail_once_when_it_is_back(smtp):
    mail = queue()
    actions.deliver_due_mails()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("waiting", 1)
    assert mail.next_try_at > timezone.now()

    smtp.start()
    later(mail)
    actions.deliver_due_mails()
    actions.deliver_due_mails()
    mail.refresh_from_db()
    assert mail.state == "sent"
    assert len(smtp.inbox.mails) == 1
    received = message_from_string(smtp.inbox.mails[0], policy=default)
    assert (received["To"], received["Subject"]) == ("ada@example.org", "Hello <b>")
    assert received.get_body(["plain"]).get_content().startswith("This & that.")
    assert received.get_body(["html"]).get_content().startswith("<!doctype html>")


def test_a_server_that_is_away_is_not_asked_again_for_each_mail(smtp):
    mails = [queue(), queue("grace@example.org")]
    actions.deliver_due_mails()
    assert [OutgoingMail.objects.get(pk=mail.pk).attempts for mail in mails] == [1, 0]


def test_the_pauses_grow_until_the_mail_has_failed(smtp):
    mail = queue()
    pauses = []
    while mail.state == "waiting":
        later(mail)
        actions.deliver_due_mails()
        mail.refresh_from_db()
        pauses.append(round((mail.next_try_at - timezone.now()).total_seconds()))
    assert mail.state == "failed"
    assert pauses[:-1] == sorted(pauses[:-1])
    assert len(pauses) == len(actions.PAUSES) + 1


def test_an_address_that_does_not_exist_is_given_up_at_once_and_holds_up_nobody(smtp):
    smtp.inbox.refuses = "550 no such person: ada@example.org"
    smtp.start()
    mails = [queue(), queue("grace@example.org")]
    actions.deliver_due_mails()
    assert [OutgoingMail.objects.get(pk=mail.pk).state for mail in mails] == ["failed", "failed"]


def test_a_server_that_is_busy_gets_it_later(smtp):
    smtp.inbox.refuses = "451 try again"
    smtp.start()
    mail = queue()
    actions.deliver_due_mails()
    mail.refresh_from_db()
    assert (mail.state, mail.last_error) == ("waiting", "SMTPRecipientsRefused 451")


def test_neither_log_nor_error_tells_the_address(smtp, caplog):
    smtp.inbox.refuses = "550 no such person: ada@example.org"
    smtp.start()
    mail = queue()
    actions.deliver_due_mails()
    mail.refresh_from_db()
    assert mail.last_error == "SMTPRecipientsRefused 550"
    assert "was not sent" in caplog.text
    assert "ada" not in caplog.text


def test_a_mail_that_another_worker_has_is_left_alone(smtp):
    smtp.start()
    mail = queue()
    seen_by_both = list(due_mails())
    actions.deliver_due_mails()
    assert not actions._claim(seen_by_both[0])
    assert len(smtp.inbox.mails) == 1
    assert OutgoingMail.objects.get(pk=mail.pk).attempts == 1


def test_a_worker_that_died_with_a_mail_leaves_it_to_others_after_a_while():
    mail = queue()
    actions._claim(mail)
    assert not due_mails().exists()
    OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    assert due_mails().get() == mail


def test_what_is_undone_sends_no_mail():
    with transaction.atomic():
        queue()
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


def test_a_mail_asks_for_its_delivery(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        queue()
    enqueue_delivery()
    assert DBTaskResult.objects.filter(task_path="codora.messaging.tasks.deliver_mails").count() == 1


def test_nothing_due_asks_for_nothing():
    enqueue_delivery()
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize(
    ("state", "days", "is_kept"),
    [
        ("sent", 6, True),
        ("sent", 8, False),
        ("failed", 29, True),
        ("failed", 31, False),
        ("waiting", 80, True),
    ],
)
def test_address_and_text_are_forgotten_after_a_stated_time(state, days, is_kept):
    mail = queue()
    then = timezone.now() - timedelta(days=days)
    OutgoingMail.objects.update(state=state, sent_at=then, created_at=then)
    actions.forget_old_mails()
    mail.refresh_from_db()
    assert all(bool(text) is is_kept for text in (mail.to, mail.subject, mail.text, mail.html))


def test_an_erased_person_gets_no_mail_any_more():
    queue()
    queue("grace@example.org")
    actions.forget_mails_to(address="Ada@example.org")
    assert OutgoingMail.objects.get().to == "grace@example.org"


def test_staff_find_what_failed_and_send_it_again(admin_client, smtp):
    failed, waiting = queue(), queue("grace@example.org")
    OutgoingMail.objects.filter(pk=failed.pk).update(state="failed", attempts=3)
    listed = admin_client.get(reverse("outbox:index"), {"state": "failed"})
    assert list(listed.context["object_list"]) == [failed]
    admin_client.post(reverse("outbox:edit", args=[failed.pk]))
    smtp.start()
    actions.deliver_due_mails()
    failed.refresh_from_db()
    assert failed.state == "sent"
    assert waiting.to in "".join(smtp.inbox.mails)


def test_staff_read_nobodys_code(admin_client):
    mail = queue()
    for page in (reverse("outbox:index"), reverse("outbox:edit", args=[mail.pk])):
        assert "ABC-123" not in admin_client.get(page).content.decode()
