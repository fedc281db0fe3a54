"""Countries and towns."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from codora.core.languages import ENGLISH


class Country(models.Model):
    """Its name comes from Babel (queries.country_name)."""

    code = models.CharField(primary_key=True, max_length=2, help_text="ISO 3166-1 alpha-2; Kosovo is XK")
    languages = models.JSONField(help_text="official languages, most spoken first")
    zone = models.CharField(max_length=40, default=settings.TIME_ZONE, help_text="IANA name, of the capital")

    def __str__(self) -> str:
        return self.code


class Town(models.Model):
    class House(models.TextChoices):
        """The style of its houses: the symbol `house-<style>` of the world's sprite."""

        NORTH = "north"
        SOUTH = "south"
        CENTRAL = "central"
        BALTIC = "baltic"
        CANAL = "canal"
        BALKAN = "balkan"
        ISLAND = "island"

    slug = models.SlugField(primary_key=True)
    country = models.ForeignKey(Country, on_delete=models.PROTECT)
    latitude = models.FloatField()
    longitude = models.FloatField()
    names = models.JSONField(help_text="language → name; English always")
    house = models.CharField(max_length=10, choices=House)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="town_is_on_earth",
            )
        ]

    def __str__(self) -> str:
        return self.slug

    def name_in(self, language: str) -> str:
        name: str = self.names.get(language) or self.names[ENGLISH]
        return name
