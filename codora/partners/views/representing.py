"""Representatives write the pages of their partners; staff look at what they send in."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from codora.accounts.models import User
from codora.core.languages import native_name, reader_language
from codora.core.uploads import takes_logo
from codora.partners.actions.directory import submit_change
from codora.partners.actions.representation import accept_invitation
from codora.partners.forms.joining import spoken_languages
from codora.partners.forms.representing import PartnerForm
from codora.partners.invitations import invitation_of
from codora.partners.models import Partner
from codora.partners.queries.representation import partners_of


@never_cache
@login_required
def list_mine(request: HttpRequest) -> HttpResponse:
    """`/partners/mine/`: `partners` for which the person speaks."""
    context = {"partners": partners_of(_person(request)), "title": _("Your organisations")}
    return render(request, "partners/mine.html", context)


@takes_logo
@never_cache
@login_required
def edit_mine(request: HttpRequest, slug: str) -> HttpResponse:
    """`/partners/mine/<slug>/?language=…`: `form` of `partner` with its words in that language."""
    person = _person(request)
    stored = get_object_or_404(partners_of(person), slug=slug)
    language = _language(request)
    partner: Partner = stored.get_latest_revision_as_object()
    form = PartnerForm(partner, language, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        submit_change(partner=form.filled_in(), by=person)
        return redirect(f"{reverse('partners:mine_edit', args=[slug])}?language={language}&sent=1")
    context = {
        "form": form,
        "stored": stored,
        "partner": partner,
        "language": language,
        "language_name": native_name(language),
        "languages": spoken_languages(),
        "title": partner.name,
        "was_sent": "sent" in request.GET,
    }
    return render(request, "partners/edit.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
def show_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """`/partners/invitations/<token>/`: a POST accepts it with the account that is signed in."""
    invitation = invitation_of(token)
    if invitation is None:
        context = {"title": _("This link does not work any more")}
        return render(request, "partners/invitation_over.html", context, status=410)
    if request.method == "POST":
        partner = accept_invitation(invitation=invitation, user=_person(request))
        return redirect("partners:mine_edit", partner.slug)
    context = {"partner": invitation.partner, "title": _("Speak for your organisation")}
    return render(request, "partners/invitation.html", context)


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _language(request: HttpRequest) -> str:
    """Of the words to write: the one asked for, or the reader's."""
    wanted = request.GET.get("language", reader_language())
    if wanted not in dict(spoken_languages()):
        raise Http404
    return wanted
