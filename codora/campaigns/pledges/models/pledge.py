"""What a partner promises, and by when."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from codora.campaigns.pledges.models.values import UNITS_OF, Source, State, Unit
from codora.partners.models import Partner
from codora.places.models import Country


class Pledge(ClusterableModel):
    """What a partner promises, in one language. Without countries it is for all of Europe.

    A row with `changes` is what is to become of that accepted pledge; it is never ACCEPTED itself.
    """

    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="pledges", verbose_name=_("partner")
    )
    changes = models.OneToOneField(
        "self", null=True, blank=True, editable=False, on_delete=models.CASCADE, related_name="change"
    )
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(
        _("text"), max_length=2000, help_text=_("What the partner will do. Empty lines part the paragraphs.")
    )
    language = models.CharField(
        _("language of the text"), max_length=10, choices=settings.WAGTAIL_CONTENT_LANGUAGES
    )
    countries = ParentalManyToManyField(
        Country, blank=True, verbose_name=_("countries"), help_text=_("None: for all of Europe.")
    )
    campaign = models.ForeignKey(
        "campaigns.Campaign",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="pledges",
        verbose_name=_("campaign"),
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.DRAFT, editable=False)
    reason = models.TextField(blank=True, editable=False, help_text="why it was sent back")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="pledges_made",
        help_text="who wrote it first; never shown",
    )
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("sent in"), null=True, editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False, help_text="the first time")

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]
        verbose_name = pgettext_lazy("of a partner", "pledge")
        verbose_name_plural = pgettext_lazy("of partners", "pledges")
        indexes: ClassVar = [models.Index(fields=["state", "-accepted_at"], name="pledges_by_state")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(changes=None) | ~Q(state=State.ACCEPTED), name="a_change_is_not_public"
            )
        ]

    def __str__(self) -> str:
        return self.title


class PledgeTarget(models.Model):
    """So many of a unit, by a day that still belongs to it."""

    pledge = ParentalKey(Pledge, on_delete=models.CASCADE, related_name="targets")
    number = models.PositiveIntegerField(_("number"), validators=[MinValueValidator(1)])
    unit = models.CharField(_("what is counted"), max_length=8, choices=Unit)
    by = models.DateField(_("by"), help_text=_("The last day."))
    source = models.CharField(
        _("who counts"), max_length=8, choices=Source, default=Source.BY_HAND, blank=True
    )
    edition = models.ForeignKey(
        "campaigns.Edition",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("of a campaign", "edition"),
        help_text=_("Whose days count, if this site counts."),
    )
    stands_for = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="of a change: the public target that it changes",
    )
    reminded_at = models.DateTimeField(null=True, editable=False)
    overdue_told_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["by", "pk"]
        verbose_name = pgettext_lazy("of a pledge", "target")
        verbose_name_plural = pgettext_lazy("of a pledge", "targets")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(number__gt=0), name="pledged_number_is_positive"),
            models.CheckConstraint(
                condition=Q(source="", edition=None) | ~Q(source="") & Q(edition__isnull=False),
                name="a_linked_source_has_an_edition",
                violation_error_message=_("Choose an edition if this site counts, and none if it does not."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"

    def clean(self) -> None:
        if self.source and self.unit not in UNITS_OF[Source(self.source)]:
            raise ValidationError({"source": _("This site cannot count that. Report it yourself.")})
