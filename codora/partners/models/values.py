"""What partners are, and what they give."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    # Translators: kind of partner
    COMPANY = "company", pgettext_lazy("partner", "Technology company")
    # Translators: kind of partner
    NON_PROFIT = "non_profit", pgettext_lazy("partner", "Not-for-profit association")
    # Translators: kind of partner: a ministry, a city, an agency
    PUBLIC_BODY = "public_body", pgettext_lazy("partner", "Public body")
    # Translators: kind of partner
    SCHOOL_NETWORK = "school_network", pgettext_lazy("partner", "School network")


class Contribution(models.TextChoices):
    """What a partner gives."""

    # Translators: what a partner contributes
    MENTORS = "mentors", pgettext_lazy("contribution", "People who mentor or visit a class")
    # Translators: what a partner contributes
    MATERIAL = "material", pgettext_lazy("contribution", "Activities and lessons")
    # Translators: what a partner contributes
    TRAINING = "training", pgettext_lazy("contribution", "Training for teachers or professionals")
    # Translators: what a partner contributes: tablets, computers, robots
    DEVICES = "devices", pgettext_lazy("contribution", "Devices and software")
    # Translators: what a partner contributes
    EVENTS = "events", pgettext_lazy("contribution", "Events and rooms for them")
    # Translators: what a partner contributes
    TRANSLATION = "translation", pgettext_lazy("contribution", "Translation")
    # Translators: what a partner contributes
    VOICE = "voice", pgettext_lazy("contribution", "Telling others about it")
