"""What is stored where."""

from django.apps import apps
from django.db import router


def test_progress_and_nothing_else_is_stored_apart():
    homes = {model._meta.label: router.db_for_write(model) for model in apps.get_models()}
    apart = {label.split(".")[0] for label, alias in homes.items() if alias == "progress"}
    assert apart == {"play"}


def test_each_table_is_made_in_its_own_database_only():
    assert router.allow_migrate("progress", "play")
    assert not router.allow_migrate("default", "play")
    assert router.allow_migrate("default", "curriculum")
    assert not router.allow_migrate("progress", "curriculum")
