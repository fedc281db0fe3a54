"""How often each area of the site has changed: what cached pages are compared with."""

from django.db import models


class CacheGeneration(models.Model):
    area = models.CharField(max_length=20, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.area} {self.number}"
