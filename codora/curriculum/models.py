"""Activities, their levels, and their texts in each language: a copy of content/activities."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from codora.core.review import Review
from codora.places.models import Town


class Activity(models.Model):
    """What a learner does for an hour."""

    class Reading(models.TextChoices):
        # Translators: how much a learner must read in an activity
        NONE = "none", _("No reading")
        SHORT = "short", _("Short sentences")
        TEXT = "text", _("Text")

    slug = models.SlugField(unique=True)
    position = models.PositiveSmallIntegerField(help_text="order in the catalogue")
    is_featured = models.BooleanField(help_text="stands on top of the catalogue and behind the start button")
    age_from = models.PositiveSmallIntegerField()
    age_to = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    reading = models.CharField(max_length=5, choices=Reading)
    on_computer = models.BooleanField()
    on_tablet = models.BooleanField()
    on_phone = models.BooleanField()
    on_paper = models.BooleanField(help_text="can be done without any device")
    concepts = models.JSONField(help_text="names of concepts, in the order in which they are taught")

    class Meta:
        ordering: ClassVar = ["position", "slug"]
        verbose_name_plural = "activities"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(age_from__lte=models.F("age_to")), name="activity_ages_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.slug


class Level(models.Model):
    """One level; its `definition` is the level file (engine/src/schema/level.schema.json) as JSON."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="levels")
    slug = models.SlugField()
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, help_text="as in the level file: build, predict, fix …")
    town = models.ForeignKey(Town, on_delete=models.PROTECT)
    definition = models.JSONField()

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "slug"], name="level_slug_is_unique_in_activity")
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}/{self.slug}"


class ActivityText(models.Model):
    """Every text of an activity and its levels in one language, by flat key."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=10)
    review = models.CharField(max_length=6, choices=Review)
    is_complete = models.BooleanField(help_text="has every key that English has")
    texts = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "language"], name="one_text_an_activity_and_language")
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}, {self.language}"
