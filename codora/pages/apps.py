from typing import Any

from django.apps import AppConfig
from django.db.models.signals import pre_save


class PagesConfig(AppConfig):
    name = "codora.pages"

    def ready(self) -> None:
        from wagtail.models import UploadedFile
        from wagtail.signals import copy_for_translation_done

        from codora.pages import freshness, pledges
        from codora.partners.page_parts import part_asked

        copy_for_translation_done.connect(_begin_as_draft)
        pre_save.connect(_clean_upload, sender=UploadedFile)
        part_asked.connect(pledges.part_of_partner)
        freshness.connect()


def _begin_as_draft(target_obj: Any, **_: Any) -> None:
    """Nobody vouches yet for a translation that has only been begun."""
    from codora.core.review import Review
    from codora.pages.models import TranslatedPage

    if isinstance(target_obj, TranslatedPage):
        target_obj.review = Review.DRAFT
        target_obj.save(update_fields=["review"], clean=False)


def _clean_upload(instance: Any, **_: Any) -> None:
    """A picture that waits for its description is written anew too: it lies where files are served."""
    from codora.core.pictures import clean_picture
    from codora.pages.models import Picture

    is_picture = instance.for_content_type and instance.for_content_type.model_class() is Picture
    if is_picture and instance.file and not instance.file._committed:
        instance.file.seek(0)
        instance.file = clean_picture(instance.file.read(), instance.file.name)
