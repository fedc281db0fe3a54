"""Pictures and documents of content files, as staff find them among their own."""

import hashlib
from pathlib import Path

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from codora.core.files import ContentError
from codora.core.pictures import PictureRefused, clean_picture
from codora.pages.models import Picture


class FileShelf:
    """Stores each file once: what is there already is found by its digest."""

    def picture(self, file: Path, description: str) -> int:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        found = Picture.objects.filter(source_digest=digest).first()
        if found is None:
            try:
                clean = clean_picture(file.read_bytes(), file.name)
            except PictureRefused as error:
                raise ContentError(file, str(error)) from None
            found = Picture(
                title=file.stem,
                description=description[:255],
                source_digest=digest,
                file=clean,
            )
            found._set_image_file_metadata()
            found.save()
        return int(found.pk)

    def document(self, file: Path, title: str) -> int:
        model = get_document_model()
        digest = hashlib.sha1(file.read_bytes(), usedforsecurity=False).hexdigest()  # as Wagtail's file_hash
        found = model.objects.filter(file_hash=digest).first()
        if found is None:
            found = model(title=title[:255], file=ContentFile(file.read_bytes(), name=file.name))
            found._set_document_file_metadata()
            found.save()
        return int(found.pk)
