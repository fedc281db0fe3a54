"""What was counted, a row a day. Days are those on which the server received it, in UTC."""

from typing import ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy


class FinishDay(models.Model):
    """Hours finished for the first time in a browser.

    `finished` are those that can be true; of them `held` wait for a person's check: the day is far above
    all others. `doubtful` are those that cannot be true: they never count.
    """

    class Verdict(models.TextChoices):
        # Translators: what staff say of held hours: nobody has checked them yet
        OPEN = "", pgettext_lazy("held hours", "Not checked yet")
        # Translators: what staff say of held hours: they are true
        RELEASED = "released", pgettext_lazy("held hours", "They are true: count them")
        # Translators: what staff say of held hours: they are not true
        REFUSED = "refused", pgettext_lazy("held hours", "They are not true: leave them out")

    day = models.DateField()
    activity = models.SlugField()
    language = models.CharField(max_length=10)
    finished = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    doubtful = models.PositiveIntegerField(default=0)
    verdict = models.CharField(max_length=8, choices=Verdict, default=Verdict.OPEN, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("figures", "day with held hours")
        verbose_name_plural = pgettext_lazy("figures", "days with held hours")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "language", "day"], name="one_finish_day"),
            models.CheckConstraint(
                condition=models.Q(held__lte=models.F("finished")), name="held_are_finished"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["day"], name="finish_days_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.activity} {self.language}"


class LevelDay(models.Model):
    """Browsers that opened a level, and that won it, each once a month."""

    day = models.DateField()
    activity = models.SlugField()
    level = models.SlugField()
    started = models.PositiveIntegerField(default=0)
    won = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "level", "day"], name="one_level_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.activity}/{self.level}"


class Projection(models.Model):
    """How far the progress batches are counted. One row."""

    last_batch = models.BigIntegerField(default=0, help_text="id of the last batch that is counted")
    counted_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"up to {self.last_batch}"
