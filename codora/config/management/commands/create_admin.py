"""`make admin`: makes the first administrator, who gives everybody else a role."""

import getpass
import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from codora.accounts.actions import create_administrator


class Command(BaseCommand):
    help = "Makes an administrator. Asks for a password; without a terminal, reads it from standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email", help="asked for without it")

    def handle(self, *args: Any, email: str | None, **options: Any) -> None:
        email = email or input("E-mail address: ").strip()
        try:
            validate_email(email)
            password = _ask() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
            validate_password(password)
            create_administrator(email=email, password=password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"{email} may sign in at /cms/ and do everything there.")


def _ask() -> str:
    password = getpass.getpass("Password: ")
    if password != getpass.getpass("The same once more: "):
        raise CommandError("The two passwords are not the same. Nothing was made.")
    return password
