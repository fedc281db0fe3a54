"""Organisations in the directory, what they say of themselves, and who may say it."""

import secrets
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from codora.core.folding import folded
from codora.core.pictures import CleanPicture
from codora.partners.models.values import Contribution, Kind
from codora.places.models import Country

RESERVED = {"join", "mine", "mentors", "invitations"}
"""Addresses below /partners/ that are no partner's."""


def logo_name(partner: "Partner", name: str) -> str:
    """A name of its own for each file, so that browsers may keep it for ever."""
    return f"partners/{secrets.token_hex(8)}{Path(name).suffix}"


def not_reserved(slug: str) -> None:
    if slug in RESERVED:
        raise ValidationError(_("This address belongs to another page. Choose another one."))


class Partner(DraftStateMixin, RevisionMixin, ClusterableModel):
    """An organisation that takes part. What its representatives change is a draft until staff publish it."""

    slug = models.SlugField(
        _("address"),
        unique=True,
        max_length=60,
        validators=[not_reserved],
        help_text=_("Last part of the address: /partners/…/. Better not changed."),
    )
    name = models.CharField(_("name"), max_length=120)
    sort_name = models.CharField(
        max_length=360, editable=False, db_index=True, help_text="without case and accents"
    )
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, verbose_name=_("country"))
    website = models.URLField(_("website"), blank=True)
    contributions = models.JSONField(
        _("what it contributes"), default=list, help_text="values of Contribution"
    )
    languages = models.JSONField(
        _("languages in which it works"), default=list, blank=True, help_text="codes"
    )
    logo = models.ImageField(
        _("logo"),
        upload_to=logo_name,
        max_length=100,
        blank=True,
        width_field="logo_width",
        height_field="logo_height",
    )
    logo_width = models.PositiveIntegerField(null=True, editable=False)
    logo_height = models.PositiveIntegerField(null=True, editable=False)
    logo_text = models.CharField(
        _("what the logo says"),
        max_length=120,
        blank=True,
        help_text=_("For those who cannot see it. Empty: the name of the organisation."),
    )
    submitted_at = models.DateTimeField(
        null=True, editable=False, help_text="since when a representative's change waits for staff"
    )

    class Meta:
        ordering: ClassVar = ["sort_name", "pk"]
        verbose_name = pgettext_lazy("an organisation", "partner")
        verbose_name_plural = pgettext_lazy("organisations", "partners")
        indexes: ClassVar = [models.Index(fields=["live", "sort_name", "id"], name="partners_listed")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps what the directory filters by in step; with `update_fields`, a draft alone is noted."""
        self.sort_name = folded(self.name)
        with transaction.atomic():
            super().save(*args, **kwargs)
            if kwargs.get("update_fields") is None:
                self._write_facets()

    def _write_facets(self) -> None:
        wanted = {(Facet.Kind.CONTRIBUTION, value) for value in self.contributions}
        wanted |= {(Facet.Kind.LANGUAGE, value) for value in self.languages}
        self.facets.all().delete()
        Facet.objects.bulk_create(
            Facet(partner=self, kind=kind, value=value) for kind, value in sorted(wanted)
        )

    def take_logo(self, picture: CleanPicture) -> None:
        """Puts it into the storage; the partner itself is not saved."""
        self.logo.save(picture.name or "", picture, save=False)
        self.logo.close()  # Django leaves it open after measuring

    @property
    def contribution_labels(self) -> list[str]:
        return [str(Contribution(value).label) for value in self.contributions]


class PartnerText(models.Model):
    """What a partner does, in one language."""

    partner = ParentalKey(Partner, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=settings.WAGTAIL_CONTENT_LANGUAGES)
    does = models.CharField(
        _("what it does"),
        max_length=200,
        help_text=_("One sentence: what others get from it. It stands first in the directory."),
    )
    about = models.TextField(
        _("more about it"), max_length=2000, blank=True, help_text=_("Empty lines part the paragraphs.")
    )

    class Meta:
        verbose_name = pgettext_lazy("of a partner", "text")
        ordering: ClassVar = ["language"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partner", "language"], name="one_text_a_partner_and_language")
        ]

    def __str__(self) -> str:
        return self.does


class Facet(models.Model):
    """One of several values by which the directory filters. Partner.save writes them."""

    class Kind(models.TextChoices):
        CONTRIBUTION = "contribution"
        LANGUAGE = "language"

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="facets")
    kind = models.CharField(max_length=12, choices=Kind)
    value = models.CharField(max_length=14)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "value", "partner"], name="one_facet_a_partner_and_value")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class Representative(models.Model):
    """An adult who speaks for a partner, invited by mail: first `email` alone is known, then `user` alone."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="representatives")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="represents"
    )
    email = models.EmailField(blank=True)
    invited_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["invited_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partner", "user"], name="one_person_once_a_partner"),
            models.CheckConstraint(
                condition=models.Q(user=None) ^ models.Q(email=""), name="invited_or_known_not_both"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user or self.email)
