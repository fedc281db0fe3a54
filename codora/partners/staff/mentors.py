"""Mentors and requests in Wagtail's admin: what stands, who was asked, and matching by hand."""

from functools import cached_property
from typing import Any, ClassVar, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import yesno
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import View
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic import DeleteView, IndexView, InspectView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry

from codora.accounts.models import User
from codora.core.languages import native_name, shown_language
from codora.partners.actions.mentoring import ask, delete_by_staff
from codora.partners.models import MentorOffer, MentorRequest
from codora.partners.queries.mentoring import Candidate, candidates_for
from codora.places.queries import country_name

REQUESTS = "staff_mentor_requests"
NOT_SHOWN = ["id", "proof", "latitude", "longitude", "unanswered", "stands_at", "questioned_at", "closed_at"]
_country = Column(
    "country",
    label=gettext_lazy("country"),
    accessor=lambda adult: country_name(adult.country_id, shown_language()),
)
_languages = Column(
    "languages",
    label=gettext_lazy("languages"),
    accessor=lambda adult: ", ".join(native_name(code) for code in adult.languages),
)


class StaffDeleteView(DeleteView):
    def delete_action(self) -> None:
        delete_by_staff(thing=self.object, by=self.request.user)


class AdultInspectView(InspectView):
    """Codes and values in words."""

    def get_country_display_value(self) -> str:
        return country_name(self.object.country_id, shown_language())

    def get_language_display_value(self) -> str:
        return native_name(self.object.language)

    def get_languages_display_value(self) -> str:
        return ", ".join(native_name(code) for code in self.object.languages)

    def get_is_online_display_value(self) -> str:
        return str(yesno(self.object.is_online))


class OfferInspectView(AdultInspectView):
    def get_help_display_value(self) -> str:
        return ", ".join(self.object.help_labels)


class OfferViewSet(ModelViewSet):
    model = MentorOffer
    icon = "user"
    # Translators: menu entry for staff: adults who offer to mentor
    menu_label = pgettext_lazy("menu", "Mentors")
    inspect_view_class = OfferInspectView
    delete_view_class = StaffDeleteView
    list_display: ClassVar = [
        "person",
        "organisation",
        _country,
        "town",
        "radius_km",
        BooleanColumn("is_online", label=gettext_lazy("online")),
        _languages,
        DateColumn("confirmed_at", label=gettext_lazy("confirmed"), sort_key="confirmed_at"),
        DateColumn("paused_at", label=gettext_lazy("paused"), sort_key="paused_at"),
    ]
    list_filter: ClassVar = ["country", "is_online"]
    search_fields: ClassVar = ["person", "organisation", "email", "town"]
    search_backend_name = None
    ordering: ClassVar = ["-created_at"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields_exclude: ClassVar = NOT_SHOWN
    form_fields: ClassVar[list[str]] = []


class RequestList(IndexView):
    def get_list_more_buttons(self, instance: MentorRequest) -> list[Any]:
        match = Button(_("Who can help"), url=match_url(instance), icon_name="group", priority=5)
        return [match, *super().get_list_more_buttons(instance)]


class RequestInspectView(AdultInspectView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        match = Button(_("Who can help"), url=match_url(self.object), icon_name="group", priority=5)
        return [match, *super().header_more_buttons]


def match_url(request: MentorRequest) -> str:
    return reverse(f"{REQUESTS}:match", args=[request.pk])


class MatchView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """`match/<pk>/`: `asked` so far and `candidates` of a `wish`; a POST asks one by hand."""

    model = MentorRequest
    permission_required = "view"
    page_title = gettext_lazy("Who can help")
    template_name = "partners/cms/match.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.wish = get_object_or_404(MentorRequest.objects.exclude(confirmed_at=None), pk=kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return str(self.wish)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{REQUESTS}:index"), "label": MentorRequest._meta.verbose_name_plural},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        asked = self.wish.introductions.select_related("offer")
        candidates = self._candidates()
        context = self.get_context_data(wish=self.wish, asked=asked, candidates=candidates)
        response: HttpResponse = self.render_to_response(context)
        return response

    def _candidates(self) -> list[Candidate]:
        """Nobody is asked for what is withdrawn, found or forgotten."""
        is_open = self.wish.state in (MentorRequest.State.SEARCHING, MentorRequest.State.NOBODY)
        return candidates_for(self.wish) if self.wish.email and is_open else []

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        offers = {str(each.offer.pk): each.offer for each in self._candidates()}
        if offer := offers.get(request.POST.get("offer", "")):
            ask(offer=offer, request=self.wish, by=cast(User, request.user))
            messages.success(request, _("The mentor is asked."))
        return redirect(match_url(self.wish))


class RequestViewSet(ModelViewSet):
    model = MentorRequest
    icon = "help"
    # Translators: menu entry for staff: schools that ask for a mentor
    menu_label = pgettext_lazy("menu", "Requests")
    index_view_class = RequestList
    inspect_view_class = RequestInspectView
    delete_view_class = StaffDeleteView
    list_display: ClassVar = [
        Column("__str__", label=gettext_lazy("School or club")),
        _country,
        "town",
        Column("get_help_display", label=gettext_lazy("what for")),
        "first_day",
        "last_day",
        Column("get_state_display", label=gettext_lazy("state")),
        DateColumn("created_at", label=gettext_lazy("received"), sort_key="created_at"),
    ]
    list_filter: ClassVar = ["state", "country", "help"]
    search_fields: ClassVar = ["organisation", "email", "town"]
    search_backend_name = None
    ordering: ClassVar = ["-created_at"]
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields_exclude: ClassVar = NOT_SHOWN
    form_fields: ClassVar[list[str]] = []

    @property
    def match_view(self) -> Any:
        return self.construct_view(MatchView)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("match/<int:pk>/", self.match_view, name="match")]


class MentorsGroup(ViewSetGroup):
    items = (
        OfferViewSet("staff_mentors", url_prefix="mentors"),
        RequestViewSet(REQUESTS, url_prefix="mentor-requests"),
    )
    menu_label = pgettext_lazy("menu", "Mentors")
    menu_icon = "user"
    menu_order = 264


def register_mentor_actions(actions: LogActionRegistry) -> None:
    actions.register_action(
        "partners.ask_mentor", gettext_lazy("Ask a mentor"), gettext_lazy("Asked a mentor")
    )
