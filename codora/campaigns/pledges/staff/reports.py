"""Reports of progress in Wagtail's admin: each counts once somebody has read it."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import CreateView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from codora.campaigns.pledges.actions.review import accept_report, return_report
from codora.campaigns.pledges.models import ProgressReport, State
from codora.campaigns.pledges.queries import open_targets
from codora.campaigns.pledges.staff.verdicts import ReportVerdictForm, VerdictView

NAMESPACE = "staff_reports"


class ReportForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        targets = self.fields["target"]
        targets.queryset = open_targets().select_related("pledge__partner")
        targets.label_from_instance = lambda target: (
            f"{target.pledge.partner}: {target.pledge}, {target.get_unit_display()}"
        )


class ReportList(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("target__pledge__partner")

    def get_edit_url(self, instance: ProgressReport) -> Any:
        return super().get_edit_url(instance) if instance.state == State.SUBMITTED else None


class ReportCreateView(CreateView):
    def save_instance(self) -> ProgressReport:
        self.form.instance.made_by = self.request.user
        report: ProgressReport = super().save_instance()
        return report

    def get_success_url(self) -> str:
        return reverse(f"{NAMESPACE}:edit", args=[self.object.pk])


class ReportReviewView(VerdictView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        report: ProgressReport = self.object
        earlier = report.target.reports.filter(state=State.ACCEPTED)
        return context | {"report": report, "earlier": earlier}

    def accept(self) -> None:
        accept_report(report=self.object, by=self.request.user)

    def send_back(self, reason: str) -> None:
        return_report(report=self.object, reason=reason, by=self.request.user)


class ReportViewSet(ModelViewSet):
    model = ProgressReport
    icon = "tasks"
    # Translators: menu entry for staff: how far partners say that they are with their pledges
    menu_label = pgettext_lazy("menu", "Reports of progress")
    index_view_class = ReportList
    add_view_class = ReportCreateView
    edit_view_class = ReportReviewView
    edit_template_name = "campaigns/cms/report_review.html"
    inspect_view_class = InspectView
    inspect_view_enabled = True
    inspect_view_fields: ClassVar = ["target", "number", "day", "text", "link", "state", "reason"]
    copy_view_enabled = False
    list_display: ClassVar = [
        Column(
            "pledge",
            label=pgettext_lazy("of a partner", "pledge"),
            accessor=lambda report: report.target.pledge,
        ),
        Column(
            "partner", label=gettext_lazy("partner"), accessor=lambda report: report.target.pledge.partner
        ),
        Column(
            "unit",
            label=gettext_lazy("what is counted"),
            accessor=lambda report: report.target.get_unit_display(),
        ),
        "number",
        DateColumn("day", label=gettext_lazy("day"), sort_key="day"),
        Column("get_state_display", label=gettext_lazy("state")),
        DateColumn("created_at", label=gettext_lazy("sent in"), sort_key="created_at"),
    ]
    list_filter: ClassVar = ["state"]
    ordering: ClassVar = ["-created_at"]
    edit_handler = ObjectList(
        [
            FieldPanel("target"),
            FieldRowPanel([FieldPanel("number"), FieldPanel("day")]),
            FieldPanel("text"),
            FieldPanel("link"),
        ],
        base_form_class=ReportForm,
    )

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        values: dict[str, Any] = super().get_edit_view_kwargs(**kwargs)
        return values | {"form_class": ReportVerdictForm, "panel": None}
