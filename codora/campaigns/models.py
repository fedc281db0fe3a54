"""Campaigns, their words, editions and days, and the hours that people host in them."""

from collections.abc import Mapping
from datetime import date, time
from typing import ClassVar

from django.conf import settings
from django.contrib.admin import display
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField

from codora.campaigns.phases import Calendar, Period
from codora.campaigns.pledges import models as _pledges  # noqa: F401 - Django looks for models here
from codora.core.languages import ENGLISH
from codora.core.review import Review
from codora.partners.models import Partner
from codora.places.models import Country

TEXT_FEATURES = ["bold", "italic", "link", "ul", "ol"]


class Audience(models.TextChoices):
    """Those for whom an edition may have days of its own."""

    # Translators: for whom a campaign is
    SCHOOLS = "schools", pgettext_lazy("audience", "Schools")
    # Translators: for whom a campaign is: sports clubs, libraries, makerspaces
    FREE_TIME = "free_time", pgettext_lazy("audience", "Clubs and libraries")
    # Translators: for whom a campaign is
    WORK = "work", pgettext_lazy("audience", "Companies and adults")


class Measure(models.TextChoices):
    """What a target counts; the figures are in codora.insights."""

    # Translators: what is counted
    HOURS = "hours", pgettext_lazy("figure", "Hours finished")
    # Translators: what is counted: schools and others who host an hour of coding
    HOSTS = "hosts", pgettext_lazy("figure", "Hosts")
    # Translators: what is counted: people whom the hosts expect
    PARTICIPANTS = "participants", pgettext_lazy("figure", "Participants expected")
    # Translators: what is counted: countries with at least one host
    COUNTRIES = "countries", pgettext_lazy("figure", "Countries with a host")


class Campaign(ClusterableModel):
    """Something that takes place again and again, such as a week of code. Its years are editions."""

    slug = models.SlugField(
        _("address"), unique=True, help_text=_("Last part of the address: /campaigns/…/. Better not changed.")
    )
    is_published = models.BooleanField(
        _("published"), default=False, help_text=_("Only then visitors see it, here and on the home page.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=100, help_text=_("Order in lists."))
    hashtag = models.CharField(
        _("hashtag"),
        max_length=40,
        blank=True,
        validators=[RegexValidator(r"^\w+$", _("Letters and digits only, without #."))],
        help_text=_("Without #."),
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("If somebody else runs it: where they say more.")
    )

    class Meta:
        ordering: ClassVar = ["position", "slug"]
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def __str__(self) -> str:
        return self.slug

    @display(description=_("name"))
    def name(self) -> str:
        """In English; its address where it has no words yet."""
        return next((text.name for text in self.texts.all() if text.language == ENGLISH), self.slug)


class CampaignText(models.Model):
    """Every text of a campaign in one language. A campaign exists in a language once it has all of them."""

    campaign = ParentalKey(Campaign, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=settings.WAGTAIL_CONTENT_LANGUAGES)
    review = models.CharField(
        _("review"),
        max_length=6,
        choices=Review,
        default=Review.NATIVE,
        help_text=_("Draft until a native speaker has read all of it; readers are told."),
    )
    name = models.CharField(_("name"), max_length=80)
    lead = models.CharField(
        _("lead"), max_length=200, help_text=_("One or two sentences, also for the home page.")
    )
    about = RichTextField(_("what it is"), features=TEXT_FEATURES)
    for_whom = RichTextField(_("for whom"), features=TEXT_FEATURES)
    take_part = RichTextField(_("how to take part"), features=TEXT_FEATURES)

    class Meta:
        verbose_name = pgettext_lazy("of a campaign", "text")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["campaign", "language"], name="one_text_a_campaign_and_language")
        ]

    def __str__(self) -> str:
        return self.name


class Days(models.Model):
    """Days on which a phase begins; each is a day of the country for which it holds."""

    soon_from = models.DateField(_("preparing from"), help_text=_("From this day on there is a countdown."))
    first_day = models.DateField(_("first day"))
    opens_at = models.TimeField(
        _("opens at"), default=time(), help_text=_("On the first day, as clocks show it there.")
    )
    last_day = models.DateField(_("last day"), help_text=_("It still belongs to the campaign."))

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(soon_from__lte=F("first_day"), first_day__lte=F("last_day")),
                name="%(class)s_days_in_order",
                violation_error_message=_(
                    "The days must come in this order: preparing, first day, last day."
                ),
            )
        ]

    def period(self, country: str = "", audience: str = "") -> Period:
        return Period(self.soon_from, self.first_day, self.last_day, country, audience, self.opens_at)


class Edition(ClusterableModel, Days):
    """A campaign in one year. Its days hold where no special period does."""

    campaign = models.ForeignKey(
        Campaign, on_delete=models.CASCADE, related_name="editions", verbose_name=_("campaign")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    thanks_until = models.DateField(
        _("thanks until"), help_text=_("So long the home page thanks those who took part.")
    )

    class Meta(Days.Meta):
        ordering: ClassVar = ["first_day"]
        verbose_name = pgettext_lazy("of a campaign", "edition")
        verbose_name_plural = pgettext_lazy("of a campaign", "editions")
        constraints: ClassVar = [
            *Days.Meta.constraints,
            models.UniqueConstraint(fields=["campaign", "year"], name="one_edition_a_campaign_and_year"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign} {self.year}"

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day on which it runs for anybody."""
        periods = [self, *self.special_periods.all()]
        return min(each.first_day for each in periods), max(each.last_day for each in periods)

    def calendar(self, zones: Mapping[str, str]) -> Calendar:
        """For `phases`. `zones` of each country: places.queries.country_zones."""
        return Calendar(
            general=self.period(),
            special=[
                special.period(special.country_id or "", special.audience)
                for special in self.special_periods.all()
            ],
            zone=settings.TIME_ZONE,
            zones=zones,
            thanks_until=self.thanks_until,
        )


class SpecialPeriod(Days):
    """Other days of an edition, for a country or an audience, or for an audience in a country."""

    edition = ParentalKey(Edition, on_delete=models.CASCADE, related_name="special_periods")
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.CASCADE, verbose_name=_("country")
    )
    audience = models.CharField(_("audience"), max_length=10, choices=Audience, blank=True)

    class Meta(Days.Meta):
        ordering: ClassVar = ["first_day", "country", "audience"]
        verbose_name = pgettext_lazy("of a campaign", "other days")
        constraints: ClassVar = [
            *Days.Meta.constraints,
            models.UniqueConstraint(
                fields=["edition", "country", "audience"],
                name="one_special_period_a_country_and_audience",
                violation_error_message=_("This country and audience have other days already."),
            ),
            models.UniqueConstraint(
                fields=["edition", "audience"],
                condition=Q(country__isnull=True),
                name="one_special_period_an_audience",
                violation_error_message=_("This country and audience have other days already."),
            ),
            models.CheckConstraint(
                condition=Q(country__isnull=False) | ~Q(audience=""),
                name="special_period_is_for_somebody",
                violation_error_message=_("Choose a country, an audience, or both."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.country_id or ''} {self.audience}"


class Target(models.Model):
    """What an edition wants to reach; how far it is, is counted in codora.insights."""

    edition = ParentalKey(Edition, on_delete=models.CASCADE, related_name="targets")
    measure = models.CharField(_("what is counted"), max_length=12, choices=Measure)
    goal = models.PositiveIntegerField(_("goal"))

    class Meta:
        ordering: ClassVar = ["pk"]
        verbose_name = pgettext_lazy("of a campaign", "target")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "measure"], name="one_target_a_measure"),
            models.CheckConstraint(condition=Q(goal__gt=0), name="target_goal_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.goal}"


class LoadedPart(models.Model):
    """What was last loaded from content/campaigns, so that an editor's change since then can be told."""

    key = models.CharField(max_length=100, unique=True, help_text="such as one-hour text.de.yaml")
    digest = models.CharField(max_length=8, help_text="of the values that were stored")

    def __str__(self) -> str:
        return self.key


class HostedHour(models.Model):
    """An hour of coding that somebody hosts in an edition. It counts once the address is confirmed.

    `contact` and `place` are seen by staff alone, and emptied 60 days after the edition.
    """

    class Kind(models.TextChoices):
        # Translators: who hosts an hour of coding
        SCHOOL = "school", pgettext_lazy("host", "School")
        # Translators: who hosts an hour of coding
        LIBRARY = "library", pgettext_lazy("host", "Library")
        # Translators: who hosts an hour of coding
        CLUB = "club", pgettext_lazy("host", "Club")
        # Translators: who hosts an hour of coding
        NON_PROFIT = "non_profit", pgettext_lazy("host", "Not-for-profit association")
        # Translators: who hosts an hour of coding
        BUSINESS = "business", pgettext_lazy("host", "Company")
        # Translators: who hosts an hour of coding
        PUBLIC_BODY = "public_body", pgettext_lazy("host", "Public body")
        # Translators: who hosts an hour of coding
        OTHER = "other", pgettext_lazy("host", "Somebody else")

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="hosted_hours", verbose_name=_("campaign")
    )
    kind = models.CharField(_("kind of host"), max_length=12, choices=Kind)
    place = models.CharField(_("place"), max_length=120, blank=True)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, verbose_name=_("country"))
    participants = models.PositiveSmallIntegerField(_("participants expected"))
    starts_at = models.DateTimeField(_("begin"))
    partner = models.ForeignKey(
        Partner,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="hosted_hours",
        verbose_name=_("partner"),
        help_text="who hosts it, if the contact speaks for one partner alone",
    )
    contact = models.EmailField(_("contact"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["starts_at"]
        verbose_name = _("hosted hour")
        verbose_name_plural = _("hosted hours")
        indexes: ClassVar = [models.Index(fields=["edition", "country"], name="hosts_of_an_edition")]

    def __str__(self) -> str:
        return f"{self.edition}, {self.country_id}"
