"""Partners of a country who pledge together."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from codora.partners.models import Partner
from codora.places.models import Country


class Coalition(ClusterableModel):
    """Partners who pledge together in a country. Its pledges are those of its members for that country."""

    slug = models.SlugField(
        _("address"),
        unique=True,
        max_length=60,
        help_text=_("Last part of the address: /pledges/coalitions/…/. Better not changed."),
    )
    name = models.CharField(_("name"), max_length=120)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="coalitions", verbose_name=_("country")
    )
    website = models.URLField(_("website"), blank=True)
    members = ParentalManyToManyField(
        Partner, blank=True, related_name="coalitions", verbose_name=_("members")
    )
    is_published = models.BooleanField(
        _("published"), default=False, help_text=_("Only then visitors see it.")
    )

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        verbose_name = pgettext_lazy("of partners", "coalition")
        verbose_name_plural = pgettext_lazy("of partners", "coalitions")

    def __str__(self) -> str:
        return self.name


class CoalitionText(models.Model):
    """What a coalition does, in one language."""

    coalition = ParentalKey(Coalition, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=settings.WAGTAIL_CONTENT_LANGUAGES)
    lead = models.CharField(_("lead"), max_length=200, help_text=_("One or two sentences."))
    about = models.TextField(
        _("more about it"), max_length=4000, blank=True, help_text=_("Empty lines part the paragraphs.")
    )

    class Meta:
        ordering: ClassVar = ["language"]
        verbose_name = pgettext_lazy("of a coalition", "text")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["coalition", "language"], name="one_text_a_coalition_and_language"
            )
        ]

    def __str__(self) -> str:
        return self.lead
