"""What a pledge counts, where its numbers come from, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Unit(models.TextChoices):
    """What a target of a pledge counts."""

    # Translators: what a pledge counts
    PEOPLE = "people", pgettext_lazy("pledge", "People trained")
    # Translators: what a pledge counts
    TEACHERS = "teachers", pgettext_lazy("pledge", "Teachers trained")
    # Translators: what a pledge counts
    HOURS = "hours", pgettext_lazy("pledge", "Hours of coding")
    # Translators: what a pledge counts: computers, tablets, robots given away or lent
    DEVICES = "devices", pgettext_lazy("pledge", "Devices given")
    # Translators: what a pledge counts
    EVENTS = "events", pgettext_lazy("pledge", "Events held")
    # Translators: what a pledge counts
    JOBS = "jobs", pgettext_lazy("pledge", "Internships and jobs")


class Source(models.TextChoices):
    """Who says how far a target is. All but BY_HAND are counted here, during an edition of a campaign."""

    # Translators: who counts a target of a pledge: the partner itself
    BY_HAND = "", _("We report it ourselves, with evidence")
    # Translators: who counts a target of a pledge: this site, hours whose host is the partner
    HOSTED = "hosted", _("Hours that we host and confirm")
    # Translators: who counts a target of a pledge: this site, whoever finished them
    FINISHED = "finished", _("All hours finished on this site, by everybody")


UNITS_OF = {Source.HOSTED: {Unit.HOURS, Unit.EVENTS}, Source.FINISHED: {Unit.HOURS}}
"""What a linked source can count. A hosted hour is an hour of coding, and an event."""


class State(models.TextChoices):
    """Of a pledge, or of a change of one, and of a report: RETURNED with a reason."""

    # Translators: state of a pledge
    DRAFT = "draft", pgettext_lazy("pledge", "Draft")
    # Translators: state of a pledge or a report of progress: staff have not looked at it yet
    SUBMITTED = "submitted", pgettext_lazy("pledge", "Sent in")
    # Translators: state of a pledge or a report of progress: staff ask for something else
    RETURNED = "returned", pgettext_lazy("pledge", "Sent back")
    # Translators: state of a pledge or a report of progress
    ACCEPTED = "accepted", pgettext_lazy("pledge", "Accepted")


class Standing(models.TextChoices):
    """Of a target or a public pledge, at a moment."""

    # Translators: where a pledge stands
    ON_THE_WAY = "on_the_way", pgettext_lazy("pledge", "On the way")
    # Translators: where a pledge stands: what was promised is done
    MET = "met", pgettext_lazy("pledge", "Met")
    # Translators: where a pledge stands: its day has passed, and it is not met
    OVERDUE = "overdue", pgettext_lazy("pledge", "Overdue")
