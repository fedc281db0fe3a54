"""How far a partner says that it is."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from codora.campaigns.pledges.models.pledge import PledgeTarget
from codora.campaigns.pledges.models.values import State


class ProgressReport(models.Model):
    """So many of a target were reached in all by a day, with evidence. It counts once staff accept it.

    Of the accepted reports of a target the one with the latest day is right, of that day's the last written.
    """

    target = models.ForeignKey(
        PledgeTarget, on_delete=models.CASCADE, related_name="reports", verbose_name=_("target")
    )
    number = models.PositiveIntegerField(
        _("number so far"), help_text=_("From the beginning on, not since the last report.")
    )
    day = models.DateField(_("day"), help_text=_("On which it was so."))
    text = models.TextField(
        _("evidence"),
        max_length=1000,
        help_text=_("What was done, where, and how it was counted. It is public."),
    )
    link = models.URLField(_("link"), blank=True, help_text=_("Where others can see it. May stay empty."))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.SUBMITTED, editable=False)
    reason = models.TextField(blank=True, editable=False, help_text="why it was sent back")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="progress_reports_made",
        help_text="never shown",
    )
    created_at = models.DateTimeField(_("sent in"), default=timezone.now, editable=False)

    class Meta:
        ordering: ClassVar = ["-day", "-pk"]
        verbose_name = pgettext_lazy("of a pledge", "report of progress")
        verbose_name_plural = pgettext_lazy("of pledges", "reports of progress")
        indexes: ClassVar = [models.Index(fields=["target", "state", "-day"], name="reports_of_a_target")]

    def __str__(self) -> str:
        return f"{self.number}, {self.day}"

    def clean(self) -> None:
        if self.day and self.day > timezone.localdate():
            raise ValidationError({"day": _("This day is yet to come.")})
