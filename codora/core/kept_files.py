"""Files that take a moment to make: kept in the data folder, and made again once they were deleted."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.utils import timezone

KEPT_DAYS = 30


class KeptFiles:
    """Those of one folder of the data folder, by a key that says all that the content rests on."""

    def __init__(self, folder: str, extension: str) -> None:
        self._name = folder
        self._extension = extension

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        file = self._folder / f"{hashlib.sha256(key.encode()).hexdigest()}.{self._extension}"
        with suppress(FileNotFoundError):
            return file.read_bytes()
        content = make()
        self._keep(file, content)
        return content

    def prune(self) -> None:
        """Deletes what was made long ago."""
        oldest = timezone.now().timestamp() - KEPT_DAYS * 24 * 3600
        for file in self._folder.glob(f"*.{self._extension}"):
            with suppress(FileNotFoundError):
                if file.stat().st_mtime < oldest:
                    file.unlink()

    def _keep(self, file: Path, content: bytes) -> None:
        """Whole or not at all, whoever else makes it at the same time."""
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, delete=False) as unfinished:
            unfinished.write(content)
        Path(unfinished.name).rename(file)

    @property
    def _folder(self) -> Path:
        return Path(settings.DATA) / self._name
