"""What people report of what others wrote here, what staff decide on it, and appeals.

The terms are those of the Digital Services Act, Regulation (EU) 2022/2065: notice (Article 16), statement of
reasons (17), internal complaint (20, here: appeal).
"""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

APPEAL_WITHIN = timedelta(days=184)
"""Six months at least, whichever they are, as Article 20 asks."""


class Reason(models.TextChoices):
    """Why somebody reports something."""

    CHILDREN = "children", _("It endangers or harms children")
    ILLEGAL = "illegal", _("It is against the law")
    PERSONAL = "personal", _("It shows personal data")
    RIGHTS = "rights", _("It copies what is mine or another’s (text, picture, trade mark)")
    FRAUD = "fraud", _("It is advertising or fraud")
    WRONG = "wrong", _("It is wrong or misleading")
    OTHER = "other", _("Something else")


class Verdict(models.TextChoices):
    # Translators: what staff decide on a report
    KEPT = "kept", pgettext_lazy("decision", "It stays")
    # Translators: what staff decide on a report
    HIDDEN = "hidden", pgettext_lazy("decision", "It is hidden")
    # Translators: what staff decide on a report: its author has to change it
    CHANGE = "change", pgettext_lazy("decision", "It stays, and is to be changed")


class Ground(models.TextChoices):
    """On what a decision rests."""

    LAW = "law", _("The law")
    RULES = "rules", _("The rules of this site")


class Notice(models.Model):
    """A report. `kind` and `key` name the thing (reportables.py), `title` and `path` as they were then.

    `name`, `email`, `explanation` and `place` are emptied half a year after the last decision.
    """

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(max_length=100)
    title = models.CharField(_("what"), max_length=200)
    path = models.CharField(max_length=300, help_text="without the language")
    country = models.CharField(_("country"), max_length=2, blank=True)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    explanation = models.TextField(_("explanation"), blank=True)
    place = models.CharField(_("where on the page"), max_length=300, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("E-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=10, help_text="of the mails to who reports")
    proof = models.CharField(  # noqa: DJ001 - many come without one, and the others are unique
        max_length=64, null=True, unique=True, help_text="of work; none: sent without a script"
    )
    created_at = models.DateTimeField(_("reported"), default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-created_at"]
        verbose_name = pgettext_lazy("of content", "report")
        verbose_name_plural = pgettext_lazy("of content", "reports")
        indexes: ClassVar = [models.Index(fields=["kind", "key"], name="notices_of_a_thing")]

    def __str__(self) -> str:
        return self.title

    @property
    def summary(self) -> str:
        return Truncator(self.explanation).words(15)

    @property
    def last_decision(self) -> "Decision | None":
        return self.decisions.last()


class Decision(models.Model):
    """What staff decided on a notice; each but the first is on an appeal. The last one holds.

    `appeal` is what somebody says against it, within half a year.
    """

    class Side(models.TextChoices):
        REPORTER = "reporter"
        AUTHOR = "author"

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="decisions")
    verdict = models.CharField(_("decision"), max_length=8, choices=Verdict)
    ground = models.CharField(_("ground"), max_length=8, choices=Ground, blank=True)
    facts = models.TextField(_("facts and reasons"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    decided_at = models.DateTimeField(_("decided"), default=timezone.now)
    took_down = models.BooleanField(default=False, help_text="it keeps the thing off the site")
    appeal = models.TextField(_("appeal"), blank=True)
    appealed_at = models.DateTimeField(_("appealed"), null=True)
    appealed_by = models.CharField(max_length=8, choices=Side, blank=True)

    class Meta:
        ordering: ClassVar = ["decided_at", "pk"]

    def __str__(self) -> str:
        return f"{self.notice}: {self.verdict}"

    def may_be_appealed_by(self, side: str) -> bool:
        """Once by each side, against the decision that holds, if it goes against them."""
        in_time = timezone.now() <= self.decided_at + APPEAL_WITHIN
        if not in_time or self.appealed_at or self.verdict not in AGAINST.get(side, ()):
            return False
        is_last = self.notice.last_decision == self
        return is_last and not self.notice.decisions.filter(appealed_by=side).exists()


AGAINST: dict[str, tuple[str, ...]] = {
    Decision.Side.REPORTER: (Verdict.KEPT, Verdict.CHANGE),
    Decision.Side.AUTHOR: (Verdict.HIDDEN, Verdict.CHANGE),
}
"""What each side may appeal against: what the other one asked for is not against them."""
