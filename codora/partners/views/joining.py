"""Getting in touch."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from codora.core.languages import shown_language
from codora.core.limits import RateLimit, network_of_visitor
from codora.core.metadata import interface_page
from codora.core.origin import require_same_origin
from codora.core.proof import proof_in
from codora.partners.actions.inquiries import TooMany, register_inquiry
from codora.partners.forms.joining import DOORS, Door, JoinForm

PURPOSE = "partners"
join_limit = RateLimit(per_second=1 / 120, burst=10)
unverified_limit = RateLimit(per_second=1 / 3600, burst=2)
"""For browsers without a script, which give no proof of work."""


@require_safe
def choose_door(request: HttpRequest) -> HttpResponse:
    """`/partners/join/`: `doors`, name → Door."""
    metadata = interface_page(
        title=_("Get involved"),
        description=_(
            "Companies, associations and public bodies make this campaign. There is a door for you."
        ),
        path=request.path,
    )
    return render(request, "partners/doors.html", {"doors": DOORS, "metadata": metadata})


@require_same_origin
def get_in_touch(request: HttpRequest, door: str) -> HttpResponse:
    """`/partners/join/<door>/`: `form`; what is sent is confirmed by mail, and staff are told."""
    if door not in DOORS:
        raise Http404
    if request.method != "POST":
        return _form_page(request, DOORS[door], JoinForm(DOORS[door]))
    form = JoinForm(DOORS[door], request.POST)
    if not form.is_valid():
        return _form_page(request, DOORS[door], form, status=422)
    proof = proof_in(request.POST.get("altcha", ""), PURPOSE)
    limit = join_limit if proof else unverified_limit
    try:
        if not limit.take(network_of_visitor(request)):
            raise TooMany
        data = {name: value for name, value in form.cleaned_data.items() if name != "consent"}
        register_inquiry(**data, language=shown_language(), proof=proof)
    except TooMany:
        form.add_error(None, too_many(bool(proof)))
        return _form_page(request, DOORS[door], form, status=429)
    return redirect("partners:join_done")


def too_many(has_proof: bool) -> str:
    if has_proof:
        return _(
            "Many messages came from your network. Try again in some minutes: what you wrote is still here."
        )
    return _(
        "Without JavaScript we take only a few messages a day. Turn it on, or try again tomorrow:"
        " what you wrote is still here."
    )


@require_safe
def show_done(request: HttpRequest) -> HttpResponse:
    """`/partners/join/thanks/`"""
    return render(request, "partners/done.html")


def _form_page(request: HttpRequest, door: Door, form: JoinForm, status: int = 200) -> HttpResponse:
    metadata = interface_page(title=str(door.title), description=str(door.text), path=request.path)
    context = {"form": form, "metadata": metadata}
    return render(request, "partners/join.html", context, status=status)
