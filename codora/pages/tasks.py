"""Work in the background."""

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page, Revision

from codora.core.background import enqueue_once


@task()
def publish_scheduled() -> None:
    """Brings pages live, and takes them down, whose time has come."""
    call_command("publish_scheduled", verbosity=0)


def enqueue_publishing() -> None:
    """Asks for it as soon as a page is due."""
    now = timezone.now()
    is_due = (
        Revision.objects.filter(approved_go_live_at__lt=now).exists()
        or Page.objects.filter(live=True, expire_at__lt=now).exists()
    )
    if is_due:
        enqueue_once(publish_scheduled)
