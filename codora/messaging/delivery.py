"""Handing a mail to the mail server, and what its answers mean."""

import smtplib
from typing import Any

from django.core.mail import EmailMultiAlternatives

from codora.messaging.models import OutgoingMail

UNREACHABLE = (
    OSError,
    smtplib.SMTPServerDisconnected,
    smtplib.SMTPConnectError,
    smtplib.SMTPAuthenticationError,
)
"""The server is away, or wants nothing to do with us: no other mail would fare better now."""
PERMANENT = range(500, 600)


def send(mail: OutgoingMail, connection: Any) -> None:
    """Raises what Django's mail backend raises."""
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        to=[mail.to],
        connection=connection,
        headers={"Auto-Submitted": "auto-generated", "Content-Language": mail.language},
    )
    message.attach_alternative(mail.html, "text/html")
    message.send()


def is_unreachable(error: Exception) -> bool:
    """smtplib's refusals of one mail are OSErrors, too."""
    refused = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)
    return isinstance(error, UNREACHABLE) and not isinstance(error, refused)


def is_for_good(error: Exception) -> bool:
    """Whether the server will never take this mail, as when there is no such address."""
    return not is_unreachable(error) and _code(error) in PERMANENT


def describe(error: Exception) -> str:
    """For staff and logs: kind and number. What the server said may hold the address."""
    code = _code(error)
    return f"{type(error).__name__} {code}" if code else type(error).__name__


def _code(error: Exception) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max((code for code, _ in error.recipients.values()), default=0)
    return int(getattr(error, "smtp_code", 0))
