"""Adults who help, schools and clubs that ask for help, and who was asked for whom.

Addresses and names are seen by staff alone, until both sides have said yes.
"""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from codora.places.gazetteer import Place
from codora.places.models import Country

ANSWER_WITHIN = timedelta(days=7)
"""So long a mentor has to answer; then somebody else is asked."""


class Help(models.TextChoices):
    """What a mentor does."""

    # Translators: what a mentor does
    VISIT = "visit", pgettext_lazy("mentor", "Visit a class")
    # Translators: what a mentor does
    HOUR = "hour", pgettext_lazy("mentor", "Help to run an hour of coding")
    # Translators: what a mentor does
    WORK = "work", pgettext_lazy("mentor", "Tell of their work")
    # Translators: what a mentor does
    QUESTIONS = "questions", pgettext_lazy("mentor", "Answer questions of teachers")


class Adult(models.Model):
    """Somebody who wrote to us by a form, and confirmed it by mail; and where they are."""

    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    person = models.CharField(_("contact person"), max_length=120, blank=True)
    email = models.EmailField(_("work e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=10, help_text="of the mails to them")
    languages = models.JSONField(_("languages"), default=list, help_text="codes")
    is_online = models.BooleanField(_("online"), default=False)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, verbose_name=_("country"))
    town = models.CharField(_("town"), max_length=120, blank=True)
    latitude = models.FloatField(null=True, help_text="of the town, in degrees")
    longitude = models.FloatField(null=True, help_text="of the town, in degrees")
    message = models.TextField(_("message"), blank=True)
    proof = models.CharField(  # noqa: DJ001 - many come without one, and the others are unique
        max_length=64, null=True, unique=True, help_text="as in Inquiry"
    )
    created_at = models.DateTimeField(_("received"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)

    class Meta:
        abstract = True

    @property
    def place(self) -> Place | None:
        if self.latitude is None or self.longitude is None:
            return None
        return Place(self.town, self.latitude, self.longitude)


class MentorOffer(Adult):
    """An adult who helps. `radius_km`: how far they travel from their town; 0: not at all."""

    help = models.JSONField(_("what they do"), default=list, help_text="values of Help")
    radius_km = models.PositiveSmallIntegerField(_("radius, km"), default=0)
    paused_at = models.DateTimeField(_("paused"), null=True)
    asked_at = models.DateTimeField(null=True, help_text="who waited longest is asked next")
    unanswered = models.PositiveSmallIntegerField(default=0, help_text="in a row")
    stands_at = models.DateTimeField(default=timezone.now, help_text="when they last said that they help")
    questioned_at = models.DateTimeField(null=True, help_text="when we asked whether the offer still stands")

    class Meta:
        ordering: ClassVar = ["-created_at"]
        verbose_name = pgettext_lazy("of a mentor", "offer")
        verbose_name_plural = pgettext_lazy("of mentors", "offers")

    def __str__(self) -> str:
        return self.person

    @property
    def help_labels(self) -> list[str]:
        return [str(Help(value).label) for value in self.help]


class MentorRequest(Adult):
    """A school or club that wants a mentor."""

    class State(models.TextChoices):
        # Translators: state of a school's wish for a mentor
        UNCONFIRMED = "unconfirmed", pgettext_lazy("request", "Not confirmed")
        # Translators: state of a school's wish for a mentor
        SEARCHING = "searching", pgettext_lazy("request", "Somebody was asked")
        # Translators: state of a school's wish for a mentor
        MATCHED = "matched", pgettext_lazy("request", "Found")
        # Translators: state of a school's wish for a mentor
        NOBODY = "nobody", pgettext_lazy("request", "Nobody found")
        # Translators: state of a school's wish for a mentor
        WITHDRAWN = "withdrawn", pgettext_lazy("request", "Withdrawn")

    help = models.CharField(_("what for"), max_length=10, choices=Help)
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("until"))
    pupils = models.PositiveSmallIntegerField(_("how many learners"))
    ages = models.CharField(_("their ages"), max_length=40)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.UNCONFIRMED)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-created_at"]
        verbose_name = pgettext_lazy("for a mentor", "request")
        verbose_name_plural = pgettext_lazy("for mentors", "requests")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(first_day__lte=models.F("last_day")), name="mentor_request_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.organisation or f"{self.country_id} {self.first_day}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.UNCONFIRMED, self.State.SEARCHING)


class Introduction(models.Model):
    """A mentor was asked for a request."""

    class Answer(models.TextChoices):
        # Translators: what a mentor answered
        OPEN = "open", pgettext_lazy("mentor", "not yet")
        # Translators: what a mentor answered
        YES = "yes", pgettext_lazy("mentor", "yes")
        # Translators: what a mentor answered
        NO = "no", pgettext_lazy("mentor", "no")
        # Translators: what a mentor answered: nothing in time
        NONE = "none", pgettext_lazy("mentor", "nothing")

    offer = models.ForeignKey(MentorOffer, on_delete=models.CASCADE, related_name="introductions")
    request = models.ForeignKey(MentorRequest, on_delete=models.CASCADE, related_name="introductions")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=4, choices=Answer, default=Answer.OPEN)

    class Meta:
        ordering: ClassVar = ["asked_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["offer", "request"], name="a_mentor_is_asked_once_a_request"),
            models.UniqueConstraint(
                fields=["request"], condition=models.Q(answer="open"), name="one_mentor_is_asked_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.offer}, {self.request}: {self.answer}"

    @property
    def answer_until(self) -> object:
        return self.asked_at + ANSWER_WITHIN
