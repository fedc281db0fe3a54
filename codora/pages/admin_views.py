"""What our part of Wagtail's admin answers."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from wagtail.models import Page

from codora.accounts.models import User
from codora.pages.actions import vouch_for
from codora.pages.models import TranslatedPage

GUIDE = settings.ROOT / "docs" / "editors.md"


def show_guide(request: HttpRequest) -> HttpResponse:
    """docs/editors.md, where those for whom it is written find it."""
    html = MarkdownIt().render(GUIDE.read_text(encoding="utf-8"))
    guide = mark_safe(html.replace('src="editors/', f'src="{reverse("pages_guide")}'))  # noqa: S308
    return render(request, "pages/admin/guide.html", {"guide": guide})


def show_guide_picture(request: HttpRequest, name: str) -> FileResponse:
    file = GUIDE.parent / "editors" / f"{name}.png"
    if not file.exists():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")


def vouch(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks first; then the page is no draft to its readers any more."""
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, TranslatedPage):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        vouch_for(page=page, by=cast(User, request.user))
        messages.success(
            request, _("Readers are not told any more that “%(page)s” is a draft.") % {"page": page}
        )
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[pk]))
    return render(request, "pages/admin/vouch.html", {"page": page})
