"""What people tell us of barriers on the site."""

from django.db import models
from django.utils.text import Truncator
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BarrierReport(models.Model):
    """Something on the site that somebody could not use, in their words.

    `contact` is there until it was answered; the whole report goes after a year.
    """

    class State(models.TextChoices):
        # Translators: state of a report of a barrier on the site
        OPEN = "open", pgettext_lazy("report", "Open")
        # Translators: state of a report of a barrier on the site
        ANSWERED = "answered", pgettext_lazy("report", "Answered")

    problem = models.TextField(_("What was the problem?"))
    page = models.CharField(_("On which page?"), max_length=300, blank=True)
    language = models.CharField(_("Language"), max_length=10)
    contact = models.EmailField(_("E-mail address"), blank=True)
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(
        _("Answer"),
        blank=True,
        help_text=_("Leaves by mail if an address stands above, which is deleted then."),
    )
    note = models.TextField(_("Note"), blank=True, help_text=_("For staff alone."))
    created_at = models.DateTimeField(_("Reported"), default=now)

    class Meta:
        verbose_name = _("report of a barrier")
        verbose_name_plural = _("reports of barriers")

    def __str__(self) -> str:
        return f"{self.pk}, {self.created_at:%Y-%m-%d}"

    @property
    def summary(self) -> str:
        return Truncator(self.problem).words(15)
