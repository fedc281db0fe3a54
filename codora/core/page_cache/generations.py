"""Numbers in the database that grow when an area of the site changes, and what this process knows of them."""

import logging
import threading
import time
from collections.abc import Callable, Mapping

from django.db import close_old_connections, transaction
from django.db.models import F

logger = logging.getLogger(__name__)

POLL_S = 0.5
"""A change is seen by every process within a second, whatever a poll takes."""


@transaction.atomic
def bump(area: str) -> None:
    """What the public sees in this area changes with this transaction."""
    from codora.core.models import CacheGeneration

    row, _ = CacheGeneration.objects.get_or_create(area=area)
    CacheGeneration.objects.filter(pk=row.pk).update(number=F("number") + 1)


def read_generations() -> Mapping[str, int]:
    from codora.core.models import CacheGeneration

    return dict(CacheGeneration.objects.values_list("area", "number"))


class Generations:
    """`now` is a value that changes with every change of the site.

    A thread of its own asks the database, from the first question on, so that no page waits for it. While the
    database does not answer, the pages that are there go on being served.
    """

    def __init__(self, read: Callable[[], Mapping[str, int]] = read_generations) -> None:
        self._read = read
        self._known: tuple[tuple[str, int], ...] | None = None
        self._lock = threading.Lock()

    @property
    def now(self) -> tuple[tuple[str, int], ...]:
        if self._known is None:
            self._begin()
        return self._known or ()

    def refresh(self) -> None:
        self._known = tuple(sorted(self._read().items()))

    def _begin(self) -> None:
        with self._lock:
            if self._known is None:
                self.refresh()
                threading.Thread(target=self._poll, name="cache-generations", daemon=True).start()

    def _poll(self) -> None:
        while True:
            time.sleep(POLL_S)
            try:
                self.refresh()
            except Exception:
                logger.warning("The database did not say whether pages have changed.")
            close_old_connections()
