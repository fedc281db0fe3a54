"""Reporting a barrier."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from codora.core.languages import reader_language
from codora.core.limits import RateLimit, network_of_visitor
from codora.core.metadata import interface_page
from codora.core.origin import require_same_origin
from codora.messaging.barriers import report_barrier
from codora.messaging.forms.barriers import BarrierForm, own_path

report_limit = RateLimit(per_second=1 / 60, burst=30)
"""A school whose pupils all meet the same barrier shares a network."""


@require_same_origin
def report(request: HttpRequest) -> HttpResponse:
    """`/about/accessibility/feedback/`: `form`; `?page=` is the page that it is about."""
    if request.method != "POST":
        page = own_path(request.GET.get("page", ""))
        return _form_page(request, BarrierForm(initial={"page": page}))
    form = BarrierForm(request.POST)
    if not report_limit.take(network_of_visitor(request)):
        form.add_error(None, _("Many reports come from your network right now. Try again in some minutes."))
        return _form_page(request, form, status=429)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    if not form.is_from_machine:
        report_barrier(**form.report, language=reader_language())
    return redirect("messaging:barrier_reported")


@require_safe
def show_reported(request: HttpRequest) -> HttpResponse:
    """`/about/accessibility/feedback/sent/`"""
    return render(request, "messaging/barrier_reported.html", _context(request))


def _form_page(request: HttpRequest, form: BarrierForm, status: int = 200) -> HttpResponse:
    context = {**_context(request), "form": form}
    return render(request, "messaging/barrier.html", context, status=status)


def _context(request: HttpRequest) -> dict[str, Any]:
    """`metadata`, and `trail`: the page above."""
    above = {"title": _("Accessibility"), "url": f"/{reader_language()}/about/accessibility/"}
    metadata = interface_page(
        title=_("Report a barrier"),
        description=_("Is there something on this site that you cannot use, or only with trouble? Tell us."),
        path=request.path,
    )
    return {"metadata": metadata, "trail": [above]}
