"""The ingest alone: for a reverse proxy that hands it /api/v1/progress, and the rest to config/wsgi.py."""

import os

import django

from codora.config.process import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codora.config.settings")
django.setup()

from codora.play.ingest.configured import configured_ingest  # noqa: E402 - needs what django.setup brings

application = configured_ingest()
settle()
