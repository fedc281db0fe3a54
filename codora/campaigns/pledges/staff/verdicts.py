"""Staff say yes, or send back with a reason: the form and the view, for pledges and reports alike."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import EditView

from codora.campaigns.pledges.actions.writing import NotNow
from codora.campaigns.pledges.models import Pledge, ProgressReport, State

ACCEPT, RETURN = "accept", "return"


class VerdictForm(WagtailAdminModelForm):
    verdict = forms.ChoiceField(
        label=gettext_lazy("What do you say?"),
        choices=[
            (ACCEPT, gettext_lazy("Accept: it becomes public")),
            (RETURN, gettext_lazy("Send back with a reason")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("What should be changed, and why?"),
        help_text=gettext_lazy("Goes by mail to everybody who speaks for the organisation."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if data.get("verdict") == RETURN and not data.get("reason"):
            self.add_error("reason", _("Write what should be changed: it goes by mail."))
        return data


class PledgeVerdictForm(VerdictForm):
    class Meta:
        model = Pledge
        fields: ClassVar[list[str]] = []


class ReportVerdictForm(VerdictForm):
    class Meta:
        model = ProgressReport
        fields: ClassVar[list[str]] = []


class VerdictView(EditView):
    """Of what waits for staff; `accept` and `send_back` do what the verdict says."""

    page_title = gettext_lazy("Review")
    submit_button_label = gettext_lazy("Decide")
    submit_button_active_label = gettext_lazy("Saving…")

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(state=State.SUBMITTED)

    def accept(self) -> None:
        raise NotImplementedError

    def send_back(self, reason: str) -> None:
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        self.form = form
        try:
            if form.cleaned_data["verdict"] == ACCEPT:
                self.accept()
                messages.success(self.request, _("Accepted. The representatives get a mail."))
            else:
                self.send_back(form.cleaned_data["reason"])
                messages.success(self.request, _("Sent back. The representatives get your words by mail."))
        except NotNow:
            messages.error(self.request, _("Somebody else has decided already, or it was taken back."))
        return redirect(self.get_success_url())
