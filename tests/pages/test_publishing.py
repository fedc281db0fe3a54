"""Approval, schedules, history, redirects and previews."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from codora.accounts.actions import grant_role
from codora.accounts.roles import Role
from codora.pages.models import ArticlePage, HomePage, LinkPage
from codora.pages.tasks import enqueue_publishing, publish_scheduled
from tests.people import sign_in

pytestmark = pytest.mark.django_db

# What the editor's form of an article sends.
FORM = {
    "title": "A plan",
    "slug": "plan",
    "lead": "Approved words.",
    "body-count": 0,
    "review": "native",
    "menu_title": "",
    "search_description": "",
    "comments-TOTAL_FORMS": 0,
    "comments-INITIAL_FORMS": 0,
    "comments-MIN_NUM_FORMS": 0,
    "comments-MAX_NUM_FORMS": "",
}


@pytest.fixture
def home(loaded) -> HomePage:
    return HomePage.objects.get(locale__language_code="en")


def article(parent: Page, slug: str = "plan", **values) -> ArticlePage:
    page = ArticlePage(title="A plan", slug=slug, lead="What comes.", locale=parent.locale, **values)
    return parent.add_child(instance=page)


def waiting() -> int:
    return DBTaskResult.objects.filter(task_path=publish_scheduled.module_path).count()


def test_a_page_goes_live_when_its_time_has_come(home, client, monkeypatch):
    page = article(home, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert client.get("/en/plan/").status_code == 404
    enqueue_publishing()
    assert not waiting()

    later = timezone.now() + timedelta(hours=1, seconds=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    enqueue_publishing()
    enqueue_publishing()
    assert waiting() == 1
    publish_scheduled.call()
    assert "What comes." in client.get("/en/plan/").content.decode()


def test_a_page_is_taken_down_when_its_time_is_over(home, client):
    page = article(home)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    enqueue_publishing()
    publish_scheduled.call()
    assert client.get("/en/plan/").status_code == 404


def test_the_old_address_of_a_page_leads_to_the_new_one_in_every_language(
    home, client, admin_client, django_capture_on_commit_callbacks
):
    page = article(home)
    page.slug = "new-plan"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert client.get("/en/plan/").headers["Location"].endswith("/en/new-plan/")
    assert client.get("/de/plan/").headers["Location"].endswith("/de/new-plan/")
    assert client.get("/de/other/").status_code == 404


def test_staff_can_lead_from_any_address_to_another(loaded, client):
    Redirect.objects.create(old_path="/en/poster", redirect_link="/en/about/")
    assert client.get("/en/poster/").headers["Location"] == "/en/about/"


def test_a_page_may_stand_below_the_address_of_an_app(loaded, client):
    learn = LinkPage.objects.get(slug="learn")
    article(learn, "beyond")
    assert "What comes." in client.get("/en/learn/beyond/").content.decode()
    assert "What comes." in client.get("/de/learn/beyond/").content.decode()
    assert client.get("/en/learn/nothing/").status_code == 404


def test_the_app_comes_first_at_its_address(loaded, client):
    article(LinkPage.objects.get(slug="learn"), "walk")
    assert "What comes." not in client.get("/en/learn/walk/").content.decode()


def test_a_preview_keeps_the_strict_policy_and_may_stand_in_the_editor(home, admin_client):
    page = article(home)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    admin_client.post(address, FORM)
    response = admin_client.get(address)
    assert "Approved words." in response.content.decode()
    policy = {part.strip() for part in response.headers["Content-Security-Policy"].split(";")}
    assert policy >= {"script-src 'self'", "style-src 'self'", "frame-ancestors 'self'"}
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_page_as_the_public_sees_it_stands_in_no_frame(home, client):
    article(home)
    response = client.get("/en/plan/")
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


def test_translations_of_a_page_share_one_address(home):
    page = article(home)
    german = HomePage.objects.get(locale__language_code="de")
    copy = page.copy_for_translation(german.locale)
    copy.slug = "plan-de"
    with pytest.raises(Exception, match="have the address “plan”"):
        copy.full_clean()


def person(role: Role) -> Client:
    email = f"{role}@example.org"
    user = get_user_model().objects.create_user(email)
    grant_role(user=user, role=role, by=None)
    client = Client()
    sign_in(client, user)
    return client


def test_what_a_campaign_manager_writes_goes_live_when_an_editor_approves(home, client):
    page = article(home, live=False)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    person(Role.CAMPAIGN_MANAGER).post(edit, {**FORM, "action-submit": "Submit"})
    page.refresh_from_db()
    task = page.current_workflow_task_state
    assert client.get("/en/plan/").status_code == 404

    editor = person(Role.EDITOR)
    assert "A plan" in editor.get(reverse("wagtailadmin_home")).content.decode()
    editor.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]), {"comment": ""}
    )
    assert "Approved words." in client.get("/en/plan/").content.decode()
    history = editor.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Approved" in history
