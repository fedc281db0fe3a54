"""What browsers reported of an hour: a row a batch, written by `codora.play.ingest` and by nothing else."""

from typing import ClassVar

from django.db import models


class ProgressBatch(models.Model):
    """Lives in the `progress` database. On PostgreSQL the table is partitioned by month.

    Rows become visible in the order of their ids, so a reader that remembers the last id misses none.
    """

    month = models.IntegerField(help_text="year and month of the session: 202611")
    session = models.BinaryField(max_length=16, help_text="random id of a device in that month")
    first = models.IntegerField(help_text="number of the first event within the session, from 1")
    count = models.IntegerField(help_text="how many events")
    digest = models.BinaryField(max_length=16, help_text="of the payload: repeat or conflict")
    payload = models.BinaryField(help_text="the events (ingest.wire.unpack)")
    received_on = models.DateField(help_text="day, in UTC; devices send no time")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["month", "session", "first"], name="play_progress_batch_is_stored_once"
            )
        ]
        db_table = "play_progress_batch"

    def __str__(self) -> str:
        return f"{self.month}.{bytes(self.session).hex()} {self.first}+{self.count}"
