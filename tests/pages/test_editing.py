"""What editors do at /cms/."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Locale

from codora.pages.models import ArticlePage, HomePage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [HomePage, ArticlePage])
def test_an_editor_can_open_a_loaded_page(admin_client, loaded, model):
    page = model.objects.filter(locale__language_code="en").get()
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert page.lead in form
    assert 'name="review"' in form


def test_an_editor_can_begin_a_translation_of_a_page(admin_client, loaded):
    page = ArticlePage.objects.get()
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    german = Locale.objects.get(language_code="de")
    admin_client.post(address, {"locales": [german.pk]})
    assert ArticlePage.objects.filter(locale=german, translation_key=page.translation_key).exists()


@pytest.mark.parametrize(
    ("name", "is_taken"), [("plan.pdf", True), ("page.html", False), ("script.js", False)]
)
def test_an_uploaded_document_is_nothing_that_a_browser_runs(
    admin_client, loaded, settings, tmp_path, name, is_taken
):
    settings.MEDIA_ROOT = tmp_path
    file = SimpleUploadedFile(name, b"<script>alert(1)</script>")
    admin_client.post(reverse("wagtaildocs:add"), {"title": "A file", "file": file, "collection": 1})
    assert Document.objects.exists() is is_taken
