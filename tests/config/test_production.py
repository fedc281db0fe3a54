"""Settings of an installation behind https, read as a process of its own would."""

import json
import os
import subprocess
import sys

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
    settings = settings_with(CODORA_HOST="https://codora.example/", CODORA_SECRET_KEY="x")
    assert settings["BASE_URL"] == "https://codora.example"
    assert "codora.example" in settings["ALLOWED_HOSTS"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SECURE_HSTS_SECONDS"] > 0
    assert settings["DEBUG"] is False


def test_progress_has_a_database_of_its_own_beside_the_main_one():
    settings = settings_with(CODORA_DATABASE_URL="postgres://db.example/codora", CODORA_SECRET_KEY="x")
    assert settings["progress"] == "codora_progress"
