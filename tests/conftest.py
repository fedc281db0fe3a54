"""What every Python test stands on: migrated databases, small content, languages that are translated."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import polib
import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.utils import timezone
from django.utils.translation import trans_real

from codora.core import languages, review
from tests.people import sign_in
from tests.small_content import write_campaigns, write_content
from tests.snapshots import load_content


@pytest.fixture(scope="session")
def migrated_databases(django_test_environment, django_db_blocker) -> dict[str, Path]:
    """SQLite files to copy, by alias: empty databases with every table."""
    with django_db_blocker.unblock():
        return {alias: _migrated(alias) for alias in connections}


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """SQLite: every run works on a copy of databases that are migrated once for each state of the migrations.

    PostgreSQL (CODORA_DATABASE_URL): Django's own way, made anew for each run.
    """
    with django_db_blocker.unblock():
        if connections["default"].vendor == "sqlite":
            folder = tmp_path_factory.mktemp("databases")
            for alias, file in request.getfixturevalue("migrated_databases").items():
                shutil.copy(file, folder / alias)
                _use(alias, folder / alias)
            made = []
        else:
            made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)
        connections.close_all()


def _migrated(alias: str) -> Path:
    state = hashlib.sha256((django_settings.ROOT / "requirements.lock").read_bytes())
    for file in sorted((django_settings.ROOT / "codora").glob("*/migrations/*.py")):
        state.update(file.read_bytes())
    file = django_settings.DATA / "test-databases" / f"{alias}-{state.hexdigest()[:12]}"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        for old in file.parent.glob(f"{alias}-*"):
            old.unlink()
        unfinished = file.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _use(alias, unfinished)
        call_command("migrate", database=alias, verbosity=0)
        connections[alias].close()
        unfinished.rename(file)
    return file


def _use(alias: str, file: Path) -> None:
    connections[alias].close()
    connections.databases[alias]["NAME"] = connections[alias].settings_dict["NAME"] = str(file)


@pytest.fixture
def content(tmp_path: Path, settings) -> Path:
    """A small content folder: two towns, one activity of two levels, home, about and a link."""
    write_content(tmp_path / "content")
    settings.CONTENT = tmp_path / "content"
    return settings.CONTENT


@pytest.fixture
def loaded(content: Path, db) -> Path:
    load_content()
    return content


@pytest.fixture
def admin_client(admin_user) -> Client:
    client = Client()
    sign_in(client, admin_user)
    return client


@pytest.fixture
def campaigns(content: Path) -> Path:
    """content/campaigns, not loaded yet."""
    cache.clear()  # it holds campaigns by a number that other tests count, too
    write_campaigns(content)
    return content / "campaigns"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """`clock(moment)` makes it this time, and time stands still."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def translate_into(tmp_path: Path, settings) -> Iterator[Callable[..., None]]:
    """`translate_into("de", Activities="Aktivitäten")` gives the site an interface in this language."""
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    _forget_translations()

    def translate(language: str, **messages: str) -> None:
        catalogue = polib.POFile()
        catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
        for english, translated in messages.items():
            catalogue.append(polib.POEntry(msgid=english, msgstr=translated))
        folder = tmp_path / "locale" / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalogue.save_as_mofile(str(folder / "django.mo"))
        _forget_translations()

    yield translate
    _forget_translations()


def _forget_translations() -> None:
    trans_real._translations = {}
    trans_real.translation_catalog_exists.cache_clear()
    languages.has_interface.cache_clear()
    review.interface_review.cache_clear()
