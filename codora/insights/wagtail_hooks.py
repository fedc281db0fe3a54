"""Figures in Wagtail's admin: days with held hours, and what staff say of them."""

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter

from codora.insights.actions import judge_held_hours
from codora.insights.models import FinishDay


class HeldHoursForm(WagtailAdminModelForm):
    class Meta:
        model = FinishDay
        fields = ("verdict",)
        labels: ClassVar = {"verdict": gettext_lazy("Are these hours true?")}
        widgets: ClassVar = {"verdict": forms.RadioSelect}
        help_texts: ClassVar = {
            "verdict": gettext_lazy(
                "Was there an event, a campaign day, a report in the press?"
                " If you find no reason, leave them out."
            )
        }


class HeldHoursList(IndexView):
    def get_base_queryset(self) -> QuerySet[FinishDay]:
        held: QuerySet[FinishDay] = super().get_base_queryset()
        return held.filter(held__gt=0) | held.exclude(verdict="")


class JudgeView(EditView):
    def save_instance(self) -> FinishDay:
        day: FinishDay = self.object
        verdict = FinishDay.Verdict(self.form.cleaned_data["verdict"])
        judge_held_hours(day=day, verdict=verdict, by=self.request.user)
        return day


class HeldHoursViewSet(ModelViewSet):
    model = FinishDay
    icon = "history"
    # Translators: menu entry for staff: hours that do not count until somebody has checked them
    menu_label = pgettext_lazy("menu", "Held hours")
    menu_order = 650
    add_to_settings_menu = True
    index_view_class = HeldHoursList
    edit_view_class = JudgeView
    list_display: ClassVar = ["day", "activity", "language", "finished", "held", "get_verdict_display"]
    list_filter: ClassVar = ["verdict", "activity", "language"]
    ordering: ClassVar = ["-day"]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[HeldHoursForm]:
        return HeldHoursForm


@hooks.register("register_admin_viewset")
def register_held_hours() -> HeldHoursViewSet:
    return HeldHoursViewSet("held_hours", url_prefix="held-hours")


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("insights.judge_held_hours")
    class VerdictFormatter(LogFormatter):
        label = gettext_lazy("Check held hours")

        def format_message(self, log_entry: Any) -> str:
            verdict = FinishDay.Verdict(log_entry.data["verdict"]).label
            return _("Checked held hours: %(verdict)s") % {"verdict": verdict}
