"""What representatives of partners do with their pledges, signed in. The public pages are in codora.pages."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from codora.accounts.models import User
from codora.campaigns.pledges.actions.reporting import report_progress
from codora.campaigns.pledges.actions.writing import (
    NotNow,
    begin_pledge,
    discard_pledge,
    rewrite_pledge,
    submit_pledge,
    take_pledge_back,
)
from codora.campaigns.pledges.forms import ReportForm, Whole
from codora.campaigns.pledges.models import Pledge, State
from codora.campaigns.pledges.queries import own_pledge, pledges_for, pledging_partners, reportable_targets
from codora.partners.models import Partner


@never_cache
@login_required
def list_mine(request: HttpRequest) -> HttpResponse:
    """`/pledges/mine/`: `pledges` of the partners for which the person speaks; `partners` that may pledge."""
    context = {
        "pledges": pledges_for(_person(request)),
        "partners": pledging_partners(_person(request)),
        "title": _("Your pledges"),
    }
    return render(request, "campaigns/pledges/mine.html", context)


@never_cache
@login_required
def write_pledge(request: HttpRequest, slug: str) -> HttpResponse:
    """`/pledges/mine/new/<partner>/`: `whole` form."""
    partner = get_object_or_404(pledging_partners(_person(request)), slug=slug)
    whole = Whole(request.POST or None)
    if request.method == "POST" and whole.is_valid():
        pledge = begin_pledge(partner=partner, content=whole.content, by=_person(request))
        return _saved(request, pledge)
    return _form_page(request, partner, whole, _("New pledge"))


@never_cache
@login_required
def edit_pledge(request: HttpRequest, pk: int) -> HttpResponse:
    """`/pledges/mine/<pk>/`: `whole` form of a draft, or of the change of a public `pledge`."""
    pledge = _own_or_404(request, pk)
    if change := Pledge.objects.filter(changes=pledge).first():
        return redirect("pledges:mine_edit", change.pk)
    whole = Whole(request.POST or None, pledge=pledge)
    if request.method == "POST" and whole.is_valid():
        try:
            return _saved(request, rewrite_pledge(pledge=pledge, content=whole.content, by=_person(request)))
        except NotNow:
            return _not_now(request)
    return _form_page(request, pledge.partner, whole, _("Change your pledge"), pledge)


DO: dict[str, tuple[Callable[..., None], Promise]] = {
    "submit": (submit_pledge, gettext_lazy("Sent in. You get a mail when our staff have read it.")),
    "take-back": (take_pledge_back, gettext_lazy("Taken back: it is a draft again.")),
    "discard": (discard_pledge, gettext_lazy("Deleted.")),
}


@require_POST
@login_required
def act_on_pledge(request: HttpRequest, pk: int, do: str) -> HttpResponse:
    """`/pledges/mine/<pk>/<do>/`: sends it in, takes it back, deletes it."""
    if do not in DO:
        raise Http404
    action, said = DO[do]
    try:
        action(pledge=_own_or_404(request, pk), by=_person(request))
    except NotNow:
        return _not_now(request)
    messages.success(request, str(said))
    return redirect("pledges:mine_list")


@never_cache
@login_required
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """`/pledges/mine/targets/<pk>/`: `form` of how far the partner is with this `target`."""
    target = get_object_or_404(reportable_targets(_person(request)), pk=pk)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            report_progress(target=target, by=_person(request), **form.cleaned_data)
        except NotNow:
            return _not_now(request)
        messages.success(request, _("Thank you. It counts as soon as our staff have read it."))
        return redirect("pledges:mine_list")
    context = {"form": form, "target": target, "title": _("Report progress")}
    return render(request, "campaigns/pledges/report.html", context, status=422 if form.errors else 200)


def _saved(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    """A draft; one button sends it in at once."""
    said = _("Saved as a draft. Nobody else sees it until you send it in.")
    if request.POST.get("do") == "submit":
        submit_pledge(pledge=pledge, by=_person(request))
        said = str(DO["submit"][1])
    messages.success(request, said)
    return redirect("pledges:mine_list")


def _not_now(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("This is not possible right now: see where your pledge stands."))
    return redirect("pledges:mine_list")


def _form_page(
    request: HttpRequest, partner: Partner, whole: Whole, title: str, pledge: Pledge | None = None
) -> HttpResponse:
    context = {
        "whole": whole,
        "partner": partner,
        "pledge": pledge,
        "is_public": pledge is not None and pledge.state == State.ACCEPTED,
        "title": title,
    }
    return render(request, "campaigns/pledges/edit.html", context, status=422 if whole.errors else 200)


def _own_or_404(request: HttpRequest, pk: int) -> Pledge:
    pledge = own_pledge(_person(request), pk)
    if pledge is None:
        raise Http404
    return pledge


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user
