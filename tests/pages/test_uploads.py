"""Files that editors have uploaded, as visitors get them."""

import contextlib

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

pytestmark = pytest.mark.django_db(databases=["default", "progress"])


@pytest.fixture
def plan(settings, tmp_path):
    """A document in a collection of its own."""
    settings.MEDIA_ROOT = tmp_path
    collection = Collection.get_first_root_node().add_child(name="Drafts")
    file = ContentFile(b"step by step", name="plan.txt")
    return Document.objects.create(title="Plan", file=file, collection=collection)


def test_a_document_is_served(client, plan):
    with contextlib.closing(client.get("/media/documents/plan.txt")) as response:
        assert b"".join(response.streaming_content) == b"step by step"


@pytest.mark.parametrize(
    "path", ["documents/plan.txt", "documents/./plan.txt", "images/../documents//plan.txt"]
)
def test_no_path_leads_around_a_private_collection(client, plan, path):
    CollectionViewRestriction.objects.create(collection=plan.collection, restriction_type="login")
    assert client.get(f"/media/{path}").status_code == 404
    assert client.get(plan.url).status_code == 302


@pytest.mark.parametrize("path", ["../secret-key", "documents/../../secret-key", "/etc/hostname"])
def test_no_path_leads_out_of_the_uploads(client, settings, tmp_path, path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "secret-key").write_text("secret")
    assert client.get(f"/media/{path}").status_code == 404
