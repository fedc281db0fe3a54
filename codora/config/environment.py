"""Reads the settings that an operator gives in environment variables (docs/operating.md lists them)."""

import json
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "") or default


def flag(name: str) -> bool:
    """True for 1, true, yes or on."""
    return text(name).lower() in {"1", "true", "yes", "on"}


def origin(name: str, default: str) -> str:
    """Scheme and host, as in `https://codora.eu`, without a slash at the end."""
    given = text(name, default).rstrip("/")
    parts = urlsplit(given)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ValueError(f"{name}={given}: scheme and host were expected, such as https://codora.example")
    return given


def secret(name: str, data: Path) -> str:
    """The secret in the variable, else one made once and kept in the data folder for its owner's eyes."""
    if given := text(name):
        return given
    kept = data / "secret-key"
    if not kept.exists():
        data.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return kept.read_text()


def database(url: str) -> dict[str, Any]:
    """Django's settings of a database from `sqlite:///path` or `postgres://user:password@host:port/name`."""
    parts = urlsplit(url)
    if parts.query:
        raise ValueError(f"{parts.scheme}://…?{parts.query}: a database's address takes no options")
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path[1:],
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",  # a write waits for its turn instead of failing half way
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    raise ValueError(
        f"{parts.scheme}://…: a database is sqlite:///path or postgres://user:password@host:port/name"
    )


def mail(url: str) -> dict[str, Any]:
    """Django's settings of mail from `smtp://user:password@host:port`, `smtps://…`, `file:///folder` or
    `console:`.

    With a user, smtp:// insists on STARTTLS: no password travels in the clear.
    """
    parts = urlsplit(url)
    backends = "django.core.mail.backends"
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": f"{backends}.console.EmailBackend"}
    if parts.scheme == "file" and parts.path:
        return {"EMAIL_BACKEND": f"{backends}.filebased.EmailBackend", "EMAIL_FILE_PATH": parts.path}
    if parts.scheme in {"smtp", "smtps"} and parts.hostname and not parts.query:
        is_tls = parts.scheme == "smtps"
        return {
            "EMAIL_BACKEND": f"{backends}.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or (465 if is_tls else 587 if parts.username else 25),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": is_tls,
            "EMAIL_USE_TLS": bool(parts.username) and not is_tls,
            "EMAIL_TIMEOUT": 20,
        }
    raise ValueError(
        f"{parts.scheme}://…: mail is smtp://user:password@host:port, smtps://…, file:///folder or console:"
    )


OPENID_KEYS = ("id", "name", "server", "client_id", "secret")


def openid_providers(name: str) -> list[dict[str, Any]]:
    """allauth's settings of the OpenID Connect providers in the JSON file that the variable names.

    The file has a list of `{"id": "eu-login", "name": "EU Login", "server": "https://…", "client_id": "…",
    "secret": "…"}`; `server` is the issuer, whose configuration lies under /.well-known/.
    """
    if not (given := text(name)):
        return []
    try:
        providers = json.loads(Path(given).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{name}={given}: {error}") from None
    for each in providers:
        if missing := [key for key in OPENID_KEYS if not each.get(key)]:
            raise ValueError(f"{name}={given}: a provider lacks {', '.join(missing)}")
    return [
        {
            "provider_id": each["id"],
            "name": each["name"],
            "client_id": each["client_id"],
            "secret": each["secret"],
            "settings": {"server_url": each["server"]},
        }
        for each in providers
    ]
