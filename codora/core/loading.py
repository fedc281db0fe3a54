"""Storing what content files say: only what differs is written, so that loading twice changes nothing."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)


@dataclass
class LoadReport:
    """`changed` names what was stored; `left_alone` tells what was not, with its file, and why."""

    changed: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)


def store(model: type[Row], *, key: dict[str, Any], values: dict[str, Any]) -> tuple[Row, bool]:
    """The row with this key and these values, and whether it had to be written."""
    row = model._default_manager.filter(**key).first()
    if row is None:
        return model._default_manager.create(**key, **values), True
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=changed)
    return row, bool(changed)
