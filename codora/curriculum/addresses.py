"""Where a level is played. The player stands in `play`, above this app, so its address is agreed here."""

from codora.core.languages import reader_language


def level_url(activity: str, level: str) -> str:
    """Path of a level's player page for the reader, from the slugs."""
    return f"/{reader_language()}/play/{activity}/{level}/"
