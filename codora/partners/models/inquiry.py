"""Who gets in touch, and how far the talk with them is."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from codora.partners.models.partner import Partner
from codora.partners.models.values import Contribution, Kind
from codora.places.models import Country


class State(models.TextChoices):
    # Translators: state of the talk with somebody who wants to be a partner
    NEW = "new", pgettext_lazy("inquiry", "New")
    # Translators: state of the talk with somebody who wants to be a partner
    IN_TALK = "in_talk", pgettext_lazy("inquiry", "In talk")
    # Translators: state of the talk with somebody who wants to be a partner
    AGREED = "agreed", pgettext_lazy("inquiry", "Agreed")
    # Translators: state of the talk with somebody who wants to be a partner: it stands in the directory
    LISTED = "listed", pgettext_lazy("inquiry", "Listed")
    # Translators: state of the talk with somebody who wants to be a partner
    DECLINED = "declined", pgettext_lazy("inquiry", "Declined")


CLOSED = (State.LISTED, State.DECLINED)
"""Nothing is left to do."""


class Inquiry(models.Model):
    """An organisation that got in touch, and the person who wrote for it.

    What tells of the person (`person`, `email`, `message`, `notes`) is emptied when nothing came of it.
    """

    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    organisation = models.CharField(_("organisation"), max_length=120)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, verbose_name=_("country"))
    website = models.URLField(_("website"), blank=True)
    person = models.CharField(_("contact person"), max_length=120, blank=True)
    email = models.EmailField(_("work e-mail"), blank=True)
    contributions = models.JSONField(default=list, help_text="values of Contribution")
    message = models.TextField(_("message"), blank=True)
    speaks = models.JSONField(default=list, help_text="codes of the languages in which they can work with us")
    language = models.CharField(_("language"), max_length=10, help_text="of the mails to them")
    proof = models.CharField(  # noqa: DJ001 - many come without one, and the others are unique
        max_length=64,
        null=True,
        unique=True,
        help_text="signature of the solved challenge; none: sent without a script, unverified",
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.NEW)
    partner = models.OneToOneField(
        Partner, null=True, blank=True, on_delete=models.SET_NULL, help_text="what became of it"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who looks after it"),
    )
    notes = models.TextField(_("notes"), blank=True, help_text=_("Only staff see them."))
    next_on = models.DateField(
        _("next step on"), null=True, blank=True, help_text=_("After this day it is marked as overdue.")
    )
    created_at = models.DateTimeField(_("received"), default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now, help_text="when staff last did something")

    class Meta:
        ordering: ClassVar = ["-created_at"]
        verbose_name = pgettext_lazy("from a partner to be", "inquiry")
        verbose_name_plural = pgettext_lazy("from partners to be", "inquiries")
        indexes: ClassVar = [models.Index(fields=["state", "next_on"], name="inquiries_by_state")]

    def __str__(self) -> str:
        return self.organisation

    @property
    def is_verified(self) -> bool:
        return self.proof is not None

    @property
    def is_overdue(self) -> bool:
        return bool(self.next_on and self.state not in CLOSED and self.next_on < timezone.localdate())

    @property
    def contribution_labels(self) -> list[str]:
        return [str(Contribution(value).label) for value in self.contributions]
