"""Translating a page on the site."""

from datetime import timedelta

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from codora.accounts.actions import grant_role
from codora.accounts.models import User
from codora.accounts.roles import Role
from codora.messaging.models import OutgoingMail
from codora.pages.models import ArticlePage, HomePage
from codora.pages.waiting import waiting_for
from tests.people import sign_in

pytestmark = pytest.mark.django_db
BODY = [
    (
        "section",
        {"heading": "A room", "anchor": "a-room", "text": '<p>One table. <a href="/learn/">Levels</a></p>'},
    ),
    ("action", {"title": "Begin", "text": "", "action": "Begin now", "to": "/learn/"}),
]
GERMAN = {
    "A plan": "Ein Plan",
    "What comes.": "Was kommt.",
    "A room": "Ein Raum",
    'One table. <a id="a1">Levels</a>': 'Ein Tisch. <a id="a1">Level</a>',
    "Begin": "Los",
    "Begin now": "Jetzt los",
}


@pytest.fixture
def german(loaded) -> Locale:
    return Locale.objects.get(language_code="de")


@pytest.fixture
def page(loaded) -> ArticlePage:
    home = HomePage.objects.get(locale__language_code="en")
    page = home.add_child(
        instance=ArticlePage(title="A plan", slug="plan", lead="What comes.", locale=home.locale, body=BODY)
    )
    page.save_revision().publish()
    return page


def person(role: Role, scope: str = "") -> Client:
    user = User.objects.create_user(f"{role}{scope}@example.org")
    grant_role(user=user, role=role, scope=scope, by=None)
    client = Client()
    sign_in(client, user)
    return client


@pytest.fixture
def editor(loaded) -> Client:
    return person(Role.EDITOR)


@pytest.fixture
def begun(page, german, editor) -> Translation:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    editor.post(address, {"locales": [german.pk]})
    return Translation.objects.get(target_locale=german)


def texts_of(translation: Translation) -> set[str]:
    return {segment.string.data for segment in translation.source.stringsegment_set.all()}


def translate(translation: Translation, words: dict[str, str]) -> None:
    for segment in translation.source.stringsegment_set.select_related("string"):
        if segment.string.data in words:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": words[segment.string.data], "translation_type": "manual"},
            )


@pytest.fixture
def publish(begun, django_capture_on_commit_callbacks):
    def publish() -> None:
        translate(begun, GERMAN)
        with django_capture_on_commit_callbacks(execute=True):
            begun.save_target(publish=True)

    return publish


def german_page(page: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(translation_key=page.translation_key, locale__language_code="de")


def test_a_translator_is_asked_for_words_and_not_for_anchors_addresses_or_who_vouches(begun):
    texts = texts_of(begun)
    assert {"A plan", "What comes.", "A room", "Begin", "Begin now"} <= texts
    assert not texts & {"a-room", "plan", "/learn/", "native"}


def test_the_translation_has_the_address_and_the_anchors_of_the_english_page(publish, client):
    publish()
    html = client.get("/de/plan/").content.decode()
    assert "Ein Raum" in html
    assert 'id="a-room"' in html
    assert 'href="/de/learn/"' in html


def test_texts_can_leave_as_a_po_file_and_come_back_translated(begun, editor):
    file = editor.get(reverse("wagtail_localize:download_pofile", args=[begun.pk]))
    catalogue = polib.pofile(file.content.decode())
    for entry in catalogue:
        entry.msgstr = GERMAN[entry.msgid]
    upload = SimpleUploadedFile("plan.po", str(catalogue).encode(), content_type="text/x-gettext-translation")
    editor.post(reverse("wagtail_localize:upload_pofile", args=[begun.pk]), {"file": upload})
    stored = StringTranslation.objects.filter(locale=begun.target_locale)
    assert {each.translation_of.data: each.data for each in stored} == GERMAN


def test_a_translation_is_a_draft_to_its_readers_until_a_native_speaker_has_read_it(
    publish, page, client, editor
):
    publish()
    assert "draft-note" in client.get("/de/plan/").content.decode()
    vouch = reverse("pages_vouch", args=[german_page(page).pk])
    assert f'<a href="{vouch}">“A plan” waits for a native speaker' in waiting_list(editor)
    editor.post(vouch)
    assert "A plan" not in waiting_list(editor)
    assert "draft-note" not in client.get("/de/plan/").content.decode()
    assert PageLogEntry.objects.filter(page=german_page(page).pk, action="pages.vouch").exists()
    publish()
    assert german_page(page).review == "native"


def test_nobody_vouches_for_a_page_that_is_not_theirs_to_edit(begun, page):
    maltese = person(Role.TRANSLATOR, "mt")
    maltese.post(reverse("pages_vouch", args=[german_page(page).pk]))
    assert german_page(page).review == "draft"


def test_a_page_that_ships_says_in_its_file_who_has_read_it(editor, loaded):
    shipped = HomePage.objects.get(locale__language_code="de")
    HomePage.objects.filter(pk=shipped.pk).update(review="draft")
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[shipped.pk])).content.decode()
    assert reverse("pages_vouch", args=[shipped.pk]) not in form


def waiting_list(client: Client) -> str:
    html = client.get("/cms/").content.decode()
    return html.partition('id="waiting-content"')[2].partition("</section>")[0]


def test_readers_get_the_english_page_until_the_translation_is_published(begun, publish, client):
    own_page = '<link rel="alternate" hreflang="de"'
    html = client.get("/de/plan/").content.decode()
    assert "A room" in html
    assert own_page not in html
    publish()
    assert own_page in client.get("/de/plan/").content.decode()


def test_the_first_page_lists_what_is_not_translated_to_the_end(begun, page, editor):
    assert "“A plan” is not translated to the end: Deutsch" in waiting_list(editor)
    translate(begun, {text: text for text in texts_of(begun)})
    assert "not translated to the end" not in waiting_list(editor)


def test_who_may_publish_sees_which_translations_are_ready(begun, publish, editor):
    translate(begun, {text: text for text in texts_of(begun)})
    assert "“A plan” is translated and can be published: Deutsch" in waiting_list(editor)
    assert "A plan" not in waiting_list(person(Role.TRANSLATOR, "de"))
    publish()
    assert "can be published" not in waiting_list(editor)


def test_the_first_page_lists_what_changed_in_english_since(begun, page, editor):
    translate(begun, {text: text for text in texts_of(begun)})
    page.refresh_from_db()
    page.lead = "What comes next."
    page.save_revision().publish()
    assert "“A plan” has changed since it was translated: Deutsch" in waiting_list(editor)
    TranslationSource.objects.get().update_from_db()
    assert "“A plan” is not translated to the end: Deutsch" in waiting_list(editor)


def test_a_translator_sees_what_waits_in_their_language_alone(begun, page):
    assert "A plan" in waiting_list(person(Role.TRANSLATOR, "de"))
    assert "A plan" not in waiting_list(person(Role.TRANSLATOR, "mt"))


def test_editors_see_which_pages_have_translators_but_no_translation_to_work_on(page, editor, german):
    assert "A plan" not in waiting_list(editor)
    translator = person(Role.TRANSLATOR, "de")
    person(Role.TRANSLATOR, "mt")
    submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert f'<a href="{submit}">“A plan” has no translation yet: Deutsch, Malti</a>' in waiting_list(editor)
    assert "A plan" not in waiting_list(translator)
    editor.post(submit, {"locales": [german.pk]})
    assert "“A plan” has no translation yet: Malti</a>" in waiting_list(editor)


def test_a_page_that_ships_is_translated_in_its_file(loaded, editor):
    person(Role.TRANSLATOR, "de")
    assert "has no translation yet" not in waiting_list(editor)


def test_staff_see_mails_that_failed_and_editors_do_not(loaded, editor):
    OutgoingMail.objects.create(to="a@example.org", language="en", template="x", state="failed")
    assert "1 mail was not sent" in waiting_list(person(Role.STAFF))
    assert "mail" not in waiting_list(editor)


def test_pages_that_wait_for_their_time_are_listed(page, editor):
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    assert "“A plan” goes live on" in waiting_list(editor)


def test_the_list_asks_the_database_no_more_often_for_more_translations(
    page, editor, german, django_assert_max_num_queries
):
    user = User.objects.get(email="editor@example.org")
    person(Role.TRANSLATOR, "mt")
    for slug in ("one", "two", "three"):
        other = page.get_parent().add_child(
            instance=ArticlePage(title=slug, slug=slug, lead="It.", locale=page.locale)
        )
        editor.post(
            reverse("wagtail_localize:submit_page_translation", args=[other.pk]), {"locales": [german.pk]}
        )
    with django_assert_max_num_queries(12):
        assert len(waiting_for(user)) == 7


def test_the_guide_is_where_editors_are(editor):
    html = editor.get(reverse("pages_guide")).content.decode()
    assert "<h1>" in html
