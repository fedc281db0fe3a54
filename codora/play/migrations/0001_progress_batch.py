from django.db import migrations, models

# On PostgreSQL: partitioned by month. The ingest makes the partition of a month when its first row comes.
POSTGRESQL = """
CREATE TABLE play_progress_batch (
    id bigserial NOT NULL,
    month integer NOT NULL,
    session bytea NOT NULL,
    first integer NOT NULL,
    count integer NOT NULL,
    digest bytea NOT NULL,
    payload bytea NOT NULL,
    received_on date NOT NULL,
    PRIMARY KEY (id, month),
    CONSTRAINT play_progress_batch_is_stored_once UNIQUE (month, session, first)
) PARTITION BY RANGE (month)
"""


class CreatePartitionedModel(migrations.CreateModel):
    """Creates the model's table: by Django, and on PostgreSQL with partitions, which Django cannot do."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = to_state.apps.get_model(app_label, self.name)
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        elif self.allow_migrate_model(schema_editor.connection.alias, model):
            schema_editor.execute(POSTGRESQL)


class Migration(migrations.Migration):
    initial = True

    operations = [
        CreatePartitionedModel(
            name="ProgressBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.IntegerField(help_text="year and month of the session: 202611")),
                (
                    "session",
                    models.BinaryField(help_text="random id of a device in that month", max_length=16),
                ),
                (
                    "first",
                    models.IntegerField(help_text="number of the first event within the session, from 1"),
                ),
                ("count", models.IntegerField(help_text="how many events")),
                ("digest", models.BinaryField(help_text="of the payload: repeat or conflict", max_length=16)),
                ("payload", models.BinaryField(help_text="the events (ingest.wire.unpack)")),
                ("received_on", models.DateField(help_text="day, in UTC; devices send no time")),
            ],
            options={
                "db_table": "play_progress_batch",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("month", "session", "first"), name="play_progress_batch_is_stored_once"
                    )
                ],
            },
        ),
    ]
