"""The player's page, the end of the hour, and the certificate."""

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from codora.core.languages import shown_language
from codora.core.limits import RateLimit, network_of_visitor
from codora.core.origin import require_same_origin
from codora.core.page_cache.policy import keep, next_midnight
from codora.credentials.actions import render_participation_certificate
from codora.credentials.forms import CertificateForm
from codora.curriculum.models import Activity, Level
from codora.curriculum.queries import activities_matching, card_of
from codora.play.finish_page import activity_metadata, finish_page
from codora.play.player_data import player_data

certificate_limit = RateLimit(per_second=5, burst=300)
"""A school of 300 may end its hour in one moment."""


@require_safe
@csp_update({"style-src": ["'unsafe-inline'"]})  # type: ignore[arg-type]  # Blockly writes style attributes
def show_level(request: HttpRequest, activity: str, level: str) -> HttpResponse:
    """`/play/<activity>/<level>/`: `player_data` for the engine; `leave_url` for readers without script."""
    shown = get_object_or_404(Level.objects.select_related("town"), activity__slug=activity, slug=level)
    shown.activity = _activity(activity)
    data = player_data(shown)
    context = {
        "player_data": data,
        "leave_url": data["urls"]["leave"],
        "metadata": activity_metadata(
            card_of(shown.activity),
            title=f"{data['text'].get('title', '')} · {data['activity']['title']}",
            description=data["text"].get("goal", ""),
            path=request.path,
        ),
    }
    return render(request, "play/player.html", context)


@require_safe
def show_finish(request: HttpRequest, activity: str) -> HttpResponse:
    """`/play/<activity>/finish/`: the context is `finish_page`'s."""
    keep(request, until=next_midnight())  # it shows today's date
    card = card_of(_activity(activity))
    return render(request, "play/finish.html", finish_page(card, CertificateForm()))


@require_same_origin
@cache_control(no_store=True)
def create_certificate(request: HttpRequest, activity: str) -> HttpResponse:
    """`/play/<activity>/certificate/`: a typed `name` → a PDF, or the finish page that says what is wrong.

    Nothing of the name is kept: not stored, not logged, not cached.
    """
    if request.method != "POST":
        return redirect("play:finish_show", activity)
    card = card_of(_activity(activity))
    form = CertificateForm(request.POST)
    if not certificate_limit.take(network_of_visitor(request)):
        form.add_error(None, _("Many certificates are being made right now. Try again in a minute."))
        return render(request, "play/finish.html", finish_page(card, form), status=429)
    if not form.is_valid():
        return render(request, "play/finish.html", finish_page(card, form), status=422)
    file = render_participation_certificate(
        name=form.cleaned_data["name"],
        activity_title=card.texts["title"],
        concepts=card.activity.concepts,
        language=shown_language(),
        date=timezone.localdate(),
    )
    headers = {"Content-Disposition": f'attachment; filename="codora-{card.activity.slug}.pdf"'}
    return HttpResponse(file, content_type="application/pdf", headers=headers)


def _activity(slug: str) -> Activity:
    return get_object_or_404(activities_matching(), slug=slug)
