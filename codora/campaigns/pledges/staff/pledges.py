"""Pledges in Wagtail's admin: those that wait are reviewed, and staff write one for a partner."""

from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.http import Http404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import CreateView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from codora.campaigns.pledges.actions.review import accept_pledge, return_pledge
from codora.campaigns.pledges.addresses import pledge_url
from codora.campaigns.pledges.models import Pledge, State
from codora.campaigns.pledges.queries import pledges_seen_by, with_reports
from codora.campaigns.pledges.staff.verdicts import PledgeVerdictForm, VerdictView
from codora.campaigns.pledges.wording import where
from codora.core.languages import shown_language
from codora.partners.models import Partner
from codora.places.queries import country_choices

NAMESPACE = "staff_pledges"


class PledgeForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["countries"].widget = forms.CheckboxSelectMultiple()
        self.fields["countries"].choices = country_choices(shown_language())
        if "partner" in self.fields:
            own = Q(pk=self.instance.partner_id)  # it may have left the directory since
            self.fields["partner"].queryset = Partner.objects.filter(own | Q(live=True))


class PledgeList(IndexView):
    def get_base_queryset(self) -> Any:
        return pledges_seen_by(self.request.user).select_related("partner").prefetch_related("countries")

    def get_edit_url(self, instance: Pledge) -> Any:
        if instance.state == State.SUBMITTED and self.user_has_permission("change"):
            return reverse(f"{NAMESPACE}:review", args=[instance.pk])
        return super().get_edit_url(instance)


class PledgeCreateView(CreateView):
    """It waits for a review like any other, so that nobody publishes by accident."""

    def save_instance(self) -> Pledge:
        pledge: Pledge = self.form.instance
        pledge.made_by, pledge.state, pledge.submitted_at = (
            self.request.user,
            State.SUBMITTED,
            timezone.now(),
        )
        saved: Pledge = super().save_instance()
        return saved

    def get_success_url(self) -> str:
        return reverse(f"{NAMESPACE}:review", args=[self.object.pk])


class PledgeContext:
    """The whole pledge stands above the form; `before`: the public one that it changes."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        pledge: Pledge = with_reports(Pledge.objects.all()).get(pk=self.object.pk)  # type: ignore[attr-defined]
        before = with_reports(Pledge.objects.all()).filter(change=pledge).first()
        return context | {
            "pledge": pledge,
            "countries": where(pledge),
            "before": before,
            "countries_before": where(before) if before else "",
            "is_public": pledge.state == State.ACCEPTED,
            "public_url": pledge_url(pledge.changes_id or pledge.pk),
        }


class PledgeReviewView(PledgeContext, VerdictView):
    """`review/<pk>/`"""

    def get_edit_url(self) -> str:
        return reverse(f"{NAMESPACE}:review", args=[self.object.pk])

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        edit = reverse(f"{NAMESPACE}:edit", args=[self.object.pk])
        return [HeaderButton(_("Edit it yourself"), url=edit, icon_name="edit")]

    def accept(self) -> None:
        accept_pledge(pledge=self.object, by=self.request.user)

    def send_back(self, reason: str) -> None:
        return_pledge(pledge=self.object, reason=reason, by=self.request.user)


class PledgeInspectView(PledgeContext, InspectView):
    def get_object(self, queryset: Any = None) -> Pledge:
        found = pledges_seen_by(self.request.user).filter(pk=self.pk).first()
        if found is None:
            raise Http404
        return found


class PledgeViewSet(ModelViewSet):
    model = Pledge
    icon = "pick"
    # Translators: menu entry for staff: what partners promise
    menu_label = pgettext_lazy("menu", "Pledges")
    index_view_class = PledgeList
    add_view_class = PledgeCreateView
    inspect_view_class = PledgeInspectView
    inspect_view_enabled = True
    inspect_template_name = "campaigns/cms/pledge_inspect.html"
    copy_view_enabled = False
    list_display: ClassVar = [
        "title",
        "partner",
        Column("countries", label=gettext_lazy("countries"), accessor=where),
        Column("get_state_display", label=gettext_lazy("state")),
        Column(
            "changes",
            # Translators: column: whether a row is the change of a public pledge
            label=pgettext_lazy("pledge", "change"),
            accessor=lambda pledge: _("Change of a public one") if pledge.changes_id else "",
        ),
        DateColumn("submitted_at", label=gettext_lazy("sent in"), sort_key="submitted_at"),
        DateColumn("accepted_at", label=gettext_lazy("accepted"), sort_key="accepted_at"),
    ]
    list_filter: ClassVar = ["state", "partner__kind", "countries", "campaign"]
    search_fields: ClassVar = ["title", "partner__name"]
    search_backend_name = None
    ordering: ClassVar = ["-submitted_at"]
    edit_handler = ObjectList(
        [
            FieldPanel("partner"),
            FieldPanel("title"),
            FieldPanel("text"),
            FieldRowPanel([FieldPanel("language"), FieldPanel("campaign")]),
            InlinePanel(
                "targets",
                min_num=1,
                max_num=6,
                heading=gettext_lazy("What they want to reach"),
                # Translators: button of staff: one more number that a pledge wants to reach
                label=gettext_lazy("Target"),
                panels=[
                    FieldRowPanel([FieldPanel("number"), FieldPanel("unit")]),
                    FieldPanel("by"),
                    FieldPanel("source"),
                    FieldPanel("edition"),
                ],
            ),
            FieldPanel("countries"),
        ],
        base_form_class=PledgeForm,
    )

    @property
    def review_view(self) -> Any:
        kwargs = self.get_edit_view_kwargs() | {
            "form_class": PledgeVerdictForm,
            "panel": None,
            "template_name": "campaigns/cms/pledge_review.html",
        }
        return self.construct_view(PledgeReviewView, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("review/<int:pk>/", self.review_view, name="review")]
