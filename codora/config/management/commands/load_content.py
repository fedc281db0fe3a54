"""`manage.py load_content`: carries what content/ holds into the database."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from codora.campaigns.actions import load_campaigns
from codora.config.approval import settle_approval
from codora.config.rights import settle_rights
from codora.core.files import ContentError
from codora.curriculum.actions import load_activities
from codora.pages.actions import load_pages
from codora.places.actions import load_places
from codora.search.actions import rebuild_index


class Command(BaseCommand):
    help = "Loads what content/ holds. Safe to repeat; keeps what editors changed."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                places = load_places(settings.CONTENT / "places")
                activities = load_activities(settings.CONTENT / "activities")
                campaigns = load_campaigns(settings.CONTENT / "campaigns")
                pages = load_pages(settings.CONTENT / "pages")
                settle_rights()
                settle_approval()
                found = rebuild_index()
        except ContentError as error:
            raise CommandError(f"{error}\nNothing was loaded.") from None
        for name, changed in (
            ("Places", places),
            ("Activities", activities),
            ("Campaigns", campaigns.changed),
            ("Pages", pages.changed),
        ):
            self.stdout.write(f"{name}: {', '.join(changed) or 'nothing new'}")
        self.stdout.write(f"Search: {found} entries")
        for line in (*campaigns.left_alone, *pages.left_alone):
            self.stderr.write(self.style.WARNING(f"Left alone: {line}"))
