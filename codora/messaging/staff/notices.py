"""Reports of what others wrote, in Wagtail's admin: the thing, the report, a decision with its reasons."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter

from codora.core.languages import in_reader_language
from codora.messaging.models import Decision, Ground, Notice, Verdict
from codora.messaging.notices import decide
from codora.messaging.queries import in_turn, open_notices
from codora.messaging.reportables import find_thing


class DecisionForm(WagtailAdminModelForm):
    verdict = forms.ChoiceField(label=gettext_lazy("Decision"), choices=Verdict, widget=forms.RadioSelect)
    ground = forms.ChoiceField(
        label=gettext_lazy("Ground"),
        choices=[("", "–"), *Ground.choices],
        required=False,
        help_text=gettext_lazy("Needed unless it stays as it is."),
    )
    facts = forms.CharField(
        label=gettext_lazy("Facts and reasons"),
        help_text=gettext_lazy(
            "Goes to both sides: what was looked at, which law or rule, and why. No names of others."
        ),
        max_length=3000,
        widget=forms.Textarea({"rows": 8}),
    )

    class Meta:
        model = Notice
        fields: ClassVar[list[str]] = []

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if data.get("verdict") in (Verdict.HIDDEN, Verdict.CHANGE) and not data.get("ground"):
            self.add_error("ground", ValidationError(_("Say on what the decision rests.")))
        return data


class DecideView(EditView):
    """`edit/<pk>/`: the report, what was decided, and the next decision, if there is one to make."""

    submit_button_label = gettext_lazy("Decide, and tell both sides")
    submit_button_active_label = gettext_lazy("Sending…")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notice: Notice = self.object
        context: dict[str, Any] = super().get_context_data(**kwargs)
        others = Notice.objects.filter(kind=notice.kind, key=notice.key).exclude(pk=notice.pk)
        return context | {
            "notice": notice,
            "thing": find_thing(notice.kind, notice.key),
            "address": in_reader_language(notice.path),
            "decisions": notice.decisions.select_related("by"),
            "others": others,
            "may_decide": open_notices().filter(pk=notice.pk).exists(),
            "is_own": self._is_own(notice),
        }

    def _is_own(self, notice: Notice) -> bool:
        last = notice.last_decision
        return bool(last and last.by_id == self.request.user.pk)

    def is_valid(self, form: Any) -> bool:
        if not open_notices().filter(pk=self.object.pk).exists():
            form.add_error(None, _("There is nothing to decide any more."))
        elif self._is_own(self.object):
            form.add_error(None, _("You decided first: somebody else decides on the appeal."))
        is_valid: bool = super().is_valid(form)
        return is_valid

    def get_success_message(self) -> str:
        return _("Decided. Both sides get your reasons by mail.")

    def get_success_buttons(self) -> list[Any]:
        return []

    def save_instance(self) -> Notice:
        notice: Notice = self.object
        data = self.form.cleaned_data
        decide(
            notice=notice,
            verdict=Verdict(data["verdict"]),
            ground=data["ground"],
            facts=data["facts"],
            by=self.request.user,
        )
        return notice


class NoticeList(IndexView):
    def get_base_queryset(self) -> Any:
        return in_turn(super().get_base_queryset()).prefetch_related("decisions")


def state_of(notice: Notice) -> str:
    decisions: list[Decision] = list(notice.decisions.all())
    if not decisions:
        return _("waits for a decision")
    if decisions[-1].appealed_at:
        return _("waits for a decision on the appeal")
    return str(Verdict(decisions[-1].verdict).label)


class NoticeViewSet(ModelViewSet):
    model = Notice
    icon = "warning"
    # Translators: menu entry for staff: reports of what others wrote
    menu_label = pgettext_lazy("menu", "Reports of content")
    menu_order = 266
    add_to_admin_menu = True
    index_view_class = NoticeList
    edit_view_class = DecideView
    edit_template_name = "messaging/cms/notice.html"
    list_display: ClassVar = [
        "title",
        Column("get_reason_display", label=gettext_lazy("reason")),
        Column("summary", label=gettext_lazy("explanation")),
        Column("state", label=gettext_lazy("state"), accessor=state_of),
        DateColumn("created_at", label=gettext_lazy("reported"), sort_key="created_at"),
    ]
    list_filter: ClassVar = ["reason", "kind", "country"]
    search_fields: ClassVar = ["title"]
    search_backend_name = None
    ordering: ClassVar = ["turn", "created_at"]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[DecisionForm]:
        return DecisionForm


def register_notice_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("messaging.decide")
    class DecideFormatter(LogFormatter):
        label = gettext_lazy("Decide on a report")

        def format_message(self, log_entry: Any) -> str:
            return _("Decided: %(verdict)s") % {"verdict": Verdict(log_entry.data["verdict"]).label}
