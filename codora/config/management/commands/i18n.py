"""`manage.py i18n`: everything about catalogues and translated content. See docs/translating.md."""

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from codora.config.coverage import Areas, as_json, as_markdown, coverage
from codora.config.stamping import stamp
from codora.config.translation_faults import translation_faults
from codora.core.catalogues.compiling import compile_catalogues
from codora.core.catalogues.extraction import template_of
from codora.core.catalogues.files import DOMAINS, read_catalogue, save_catalogue, translated_languages
from codora.core.catalogues.merging import merge
from codora.core.coverage import BUILT_COVERAGE
from codora.core.files import ContentError, name_of, read_text
from codora.core.languages import ENGLISH

COVERAGE_FILE = settings.ROOT / "docs" / "coverage.md"


class Command(BaseCommand):
    help = (
        "Extracts messages, updates and compiles every catalogue, and writes docs/coverage.md. "
        "With an option, does only what it says."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--compile", action="store_true", help="compile the catalogues as they are")
        only.add_argument(
            "--check", action="store_true", help="fail if a translation lost or invented something"
        )
        only.add_argument("--stamp", metavar="FILE", type=Path, help="note that a translation is up to date")
        only.add_argument("--start", metavar="LANGUAGE", help="begin the catalogues of a language")
        parser.add_argument(
            "--keys", nargs="+", default=(), help="with --stamp: only these texts of the file"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["check"]:
                self._check()
            elif options["compile"]:
                self._build()
            elif options["stamp"]:
                count = stamp(options["stamp"].resolve(), options["keys"])
                self.stdout.write(f"{count} texts are up to date.")
            else:
                self._update([*translated_languages(), *filter(None, [options["start"]])])
        except ContentError as error:
            raise CommandError(str(error)) from None

    def _update(self, languages: list[str]) -> None:
        unknown = set(languages) - {code for code, _ in settings.LANGUAGES if code != ENGLISH}
        if unknown:
            raise CommandError(f"Not a language to translate into: {', '.join(sorted(unknown))}")
        for domain in DOMAINS:
            template = template_of(domain)
            for language in languages:
                save_catalogue(merge(read_catalogue(language, domain), template), language, domain)
        table = as_markdown(self._build())
        COVERAGE_FILE.write_text(table, encoding="utf-8")
        self.stdout.write(table)

    def _build(self) -> Mapping[str, Areas]:
        """What the site reads: compiled catalogues, and the coverage, which it gives back."""
        compile_catalogues()
        found = coverage()
        BUILT_COVERAGE.write_bytes(as_json(found))
        return found

    def _check(self) -> None:
        faults = translation_faults()
        if read_text(COVERAGE_FILE) != as_markdown(coverage()):
            faults.append(f"{name_of(COVERAGE_FILE)} is not current: run make i18n")
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"{len(faults)} faults in translations.")
        self.stdout.write(
            "Translations: placeholders, tags and links are all there; catalogues are up to date."
        )
