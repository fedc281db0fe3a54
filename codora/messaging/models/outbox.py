"""The outbox."""

from typing import ClassVar

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OutgoingMail(models.Model):
    """One mail to one person, complete as it will be sent. Days after it left, only that it did is kept."""

    class State(models.TextChoices):
        # Translators: state of a mail
        WAITING = "waiting", pgettext_lazy("mail", "Waiting")
        # Translators: state of a mail
        SENT = "sent", pgettext_lazy("mail", "Sent")
        # Translators: state of a mail: we have given up
        FAILED = "failed", pgettext_lazy("mail", "Failed")

    to = models.EmailField(_("To"), blank=True)
    language = models.CharField(_("Language"), max_length=10)
    template = models.CharField(_("Kind of mail"), max_length=100)
    subject = models.CharField(_("Subject"), max_length=300, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("Attempts"), default=0)
    # Translators: what went wrong when a mail was sent the last time
    last_error = models.CharField(_("Last error"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("Written"), default=now)
    next_try_at = models.DateTimeField(_("Next attempt"), default=now)
    sent_at = models.DateTimeField(_("Sent at"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("in the outbox", "mail")
        verbose_name_plural = _("outbox")
        indexes: ClassVar = [
            models.Index(fields=["next_try_at"], name="mail_waiting", condition=models.Q(state="waiting")),
            models.Index(fields=["to"], name="mail_to"),
        ]

    def __str__(self) -> str:
        return f"{self.template} ({self.language})"
