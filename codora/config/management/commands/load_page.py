"""`manage.py load_page FILE --at /en/about/history/`: takes a page of the original site as it is."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from codora.core.files import ContentError
from codora.pages.actions import load_page
from codora.pages.original import read_original


class Command(BaseCommand):
    help = "Loads a page in the form of the original site. Safe to repeat; keeps what editors changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--at", required=True, help="the page's address, such as /en/about/history/")

    def handle(self, *args: Any, file: Path, at: str, **options: Any) -> None:
        try:
            original = read_original(file, at=at, navigation=settings.CONTENT / "nav")
            report = load_page(original.source)
        except ContentError as error:
            raise CommandError(f"{error}\nNothing was loaded.") from None
        for warning in [*original.warnings, *(f"Left alone: {line}" for line in report.left_alone)]:
            self.stderr.write(self.style.WARNING(warning))
        self.stdout.write(f"Loaded: {', '.join(report.changed) or 'nothing new'}")
