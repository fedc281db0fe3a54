"""The outbox and reports of barriers in Wagtail's admin."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter

from codora.messaging.actions import retry_mail
from codora.messaging.barriers import settle_report
from codora.messaging.models import BarrierReport, OutgoingMail
from codora.messaging.staff.notices import NoticeViewSet, register_notice_actions


class RetryForm(WagtailAdminModelForm):
    class Meta:
        model = OutgoingMail
        fields = ()


class RetryView(EditView):
    submit_button_label = gettext_lazy("Send again now")
    success_message = gettext_lazy("The mail will be tried again now.")

    def get_success_message(self) -> str:
        return str(self.success_message)

    def save_instance(self) -> OutgoingMail:
        mail: OutgoingMail = self.object
        retry_mail(mail=mail, by=self.request.user)
        return mail


class OutboxViewSet(ModelViewSet):
    model = OutgoingMail
    icon = "mail"
    # Translators: menu entry for staff: the mails that the site sends
    menu_label = pgettext_lazy("menu", "Outbox")
    menu_order = 660
    add_to_settings_menu = True
    edit_view_class = RetryView
    list_display: ClassVar = [
        "template",
        "to",
        "language",
        Column("get_state_display", label=gettext_lazy("State"), sort_key="state"),
        "attempts",
        "last_error",
        DateColumn("created_at", label=gettext_lazy("Written"), sort_key="created_at"),
        DateColumn("next_try_at", label=gettext_lazy("Next attempt"), sort_key="next_try_at"),
    ]
    list_filter: ClassVar = ["state", "language", "template"]
    search_fields: ClassVar = ["to"]
    search_backend_name = None
    ordering: ClassVar = ["-created_at"]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[RetryForm]:
        return RetryForm


class SettleView(EditView):
    def save_instance(self) -> BarrierReport:
        fields = {name: self.form.cleaned_data[name] for name in ("answer", "note", "state")}
        return settle_report(report=self.object, by=self.request.user, **fields)


class BarrierReportViewSet(ModelViewSet):
    model = BarrierReport
    icon = "comment"
    # Translators: menu entry for staff: reports of what people could not use on the site
    menu_label = pgettext_lazy("menu", "Barriers")
    menu_order = 650
    add_to_settings_menu = True
    edit_view_class = SettleView
    list_display: ClassVar = [
        "__str__",
        Column("summary", label=gettext_lazy("What was the problem?")),
        "page",
        "language",
        Column("get_state_display", label=gettext_lazy("State"), sort_key="state"),
        DateColumn("created_at", label=gettext_lazy("Reported"), sort_key="created_at"),
    ]
    list_filter: ClassVar = ["state", "language"]
    ordering: ClassVar = ["-created_at"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            *(FieldPanel(name, read_only=True) for name in ("problem", "page", "language", "contact")),
            *(FieldPanel(name) for name in ("answer", "note", "state")),
        ]
    )


@hooks.register("register_admin_viewset")
def register_outbox() -> OutboxViewSet:
    return OutboxViewSet("outbox", url_prefix="outbox")


@hooks.register("register_admin_viewset")
def register_barrier_reports() -> BarrierReportViewSet:
    return BarrierReportViewSet("barriers", url_prefix="barriers")


@hooks.register("register_admin_viewset")
def register_notices() -> NoticeViewSet:
    return NoticeViewSet("notices", url_prefix="reports-of-content")


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    register_notice_actions(actions)

    @actions.register_action("messaging.retry_mail")
    class RetryFormatter(LogFormatter):
        label = gettext_lazy("Send a mail again")

        def format_message(self, log_entry: Any) -> str:
            return _("Sent a mail again")

    @actions.register_action("messaging.settle_report")
    class SettleFormatter(LogFormatter):
        label = gettext_lazy("Answer a report")

        def format_message(self, log_entry: Any) -> str:
            return _("Answered a report or made a note")
