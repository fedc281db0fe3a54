"""Settings of an installation behind https, read as a process of its own would."""

import json
import os
import subprocess
import sys

from django.conf import settings

QUESTION = """
import json
from codora.config import settings as s
print(json.dumps({name: getattr(s, name) for name in (
    "ALLOWED_HOSTS", "BASE_URL", "CSRF_COOKIE_SECURE", "DEBUG", "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE")} | {"progress": s.DATABASES["progress"]["NAME"]}))
"""


def settings_with(**environment):
    answer = subprocess.run(
        [sys.executable, "-c", QUESTION], env={**os.environ, **environment}, check=True, capture_output=True
    )
    return json.loads(answer.stdout)


def test_an_https_address_makes_everything_secure():
    read = settings_with(CODORA_HOST="https://codora.example/", CODORA_SECRET_KEY="x")
    assert read["BASE_URL"] == "https://codora.example"
    assert "codora.example" in read["ALLOWED_HOSTS"]
    assert read["SESSION_COOKIE_SECURE"]
    assert read["CSRF_COOKIE_SECURE"]
    assert read["SECURE_SSL_REDIRECT"]
    assert read["SECURE_HSTS_SECONDS"] > 0
    assert read["DEBUG"] is False


def test_progress_has_a_database_of_its_own_beside_the_main_one():
    read = settings_with(CODORA_DATABASE_URL="postgres://db.example/codora", CODORA_SECRET_KEY="x")
    assert read["progress"] == "codora_progress"


def test_djangos_check_of_a_deployment_finds_nothing():
    public = {"CODORA_HOST": "https://codora.example", "CODORA_BEHIND_PROXY": "1", "CODORA_DEBUG": ""}
    said = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env={**os.environ, **public, "CODORA_SECRET_KEY": "x" * 25 + "abcdefghijklmnopqrstuvwxyz"},
        cwd=settings.ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert said.returncode == 0, said.stderr
