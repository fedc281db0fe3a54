"""A site of its own, for tests that start real processes."""

import os
import shutil
import socket
import sys

import pytest
from django.conf import settings
from django.db import connections

MANAGE = [sys.executable, str(settings.ROOT / "manage.py")]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def environment(django_db_setup, tmp_path, port):
    """A site of its own, migrated and empty."""
    if connections["default"].vendor != "sqlite":
        pytest.skip("copies SQLite files")
    shutil.copy(connections["default"].settings_dict["NAME"], tmp_path / "codora.sqlite3")
    shutil.copy(connections["progress"].settings_dict["NAME"], tmp_path / "progress.sqlite3")
    return {**os.environ, "CODORA_DATA": str(tmp_path), "PORT": str(port)}
