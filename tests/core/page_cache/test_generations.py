"""What counts as a change of the site, and what a broken database does to pages."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from wagtail.contrib.redirects.models import Redirect

from codora.core.page_cache.generations import Generations, read_generations
from codora.pages.models import HomePage
from tests.core.page_cache.site import Visited


def changes(do) -> bool:
    before = read_generations()
    do()
    return read_generations() != before


@pytest.fixture
def home(loaded) -> HomePage:
    return HomePage.objects.get(locale__language_code="de")


@pytest.mark.django_db
def test_what_the_public_sees_is_a_change(home):
    def publish():
        home.title = "Neu"
        home.save_revision().publish()

    assert changes(publish)
    assert changes(home.unpublish)
    assert changes(lambda: Redirect.objects.create(old_path="/x", redirect_link="/de/"))
    assert changes(home.delete)


@pytest.mark.django_db
def test_a_draft_is_no_change(home):
    home.title = "Entwurf"
    assert not changes(home.save_revision)


@pytest.mark.django_db
def test_content_that_is_loaded_is_a_change_only_if_it_differs(loaded):
    def load():
        call_command("load_content", verbosity=0)

    assert not changes(load)
    file = loaded / "activities" / "walk" / "text.en.yaml"
    file.write_text(file.read_text().replace("The Walk", "A new walk"))
    assert changes(load)


def test_while_the_database_does_not_answer_pages_that_are_there_are_served():
    site = Visited()
    site.get()

    def fail():
        raise DatabaseError

    site.generations._read = fail
    with pytest.raises(DatabaseError):
        site.generations.refresh()
    assert site.get().status == 200
    assert site.made == 1


def test_the_numbers_are_read_before_the_first_page_is_made():
    generations = Generations(lambda: {"pages": 7})
    assert generations.now == (("pages", 7),)
