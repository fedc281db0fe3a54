"""The ingest as Django's settings describe it."""

from __future__ import annotations

from collections.abc import Callable

import psycopg.conninfo
from django.conf import settings
from django.db import close_old_connections, connections

from codora.core.limits import RateLimit
from codora.curriculum.models import Level
from codora.play.ingest.app import Ingest
from codora.play.ingest.names import Names
from codora.play.ingest.postgres import PostgresStore
from codora.play.ingest.sqlite import SQLiteStore
from codora.play.ingest.writer import GroupWriter, Store

DATABASE = "progress"


def configured_ingest() -> Ingest:
    return Ingest(
        writer=GroupWriter(_store_opener()),
        names=Names(_load_levels, dict(settings.LANGUAGES)),
        rate_limit=RateLimit(per_second=settings.PROGRESS_RATE, burst=10 * settings.PROGRESS_RATE),
        site_origin=settings.BASE_URL,
        is_behind_proxy=settings.IS_BEHIND_PROXY,
    )


def _store_opener() -> Callable[[], Store]:
    connection = connections[DATABASE]
    if connection.vendor == "sqlite":
        path = str(connection.settings_dict["NAME"])
        return lambda: SQLiteStore(path)
    names = {"dbname", "user", "password", "host", "port"}
    parameters = {key: value for key, value in connection.get_connection_params().items() if key in names}
    conninfo = psycopg.conninfo.make_conninfo(**parameters)
    return lambda: PostgresStore(conninfo)


def _load_levels() -> list[tuple[str, str]]:
    close_old_connections()
    return list(Level.objects.values_list("activity__slug", "slug"))
