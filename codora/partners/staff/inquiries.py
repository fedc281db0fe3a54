"""Those who got in touch, in Wagtail's admin: how far the talk is, answers, figures."""

from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import View
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.coreutils import string_to_ascii
from wagtail.log_actions import LogActionRegistry, LogFormatter

from codora.core.languages import native_name, shown_language
from codora.messaging.rendering import render_mail
from codora.partners.actions.directory import Words, list_inquiry
from codora.partners.actions.inquiries import answer_inquiry, note_inquiry
from codora.partners.forms.joining import ANSWERS, AnswerKind
from codora.partners.models import Inquiry, Partner, State
from codora.partners.models.partner import not_reserved
from codora.partners.queries.inquiries import figures_by_country, figures_by_state, staff_for_inquiries
from codora.places.queries import country_name

STATE_AFTER = {
    AnswerKind.TALK: State.IN_TALK,
    AnswerKind.AGREE: State.AGREED,
    AnswerKind.DECLINE: State.DECLINED,
}


class NoteForm(WagtailAdminModelForm):
    class Meta:
        model = Inquiry
        fields = ("state", "owner", "next_on", "notes")
        widgets: ClassVar = {"next_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = staff_for_inquiries()


class AnswerForm(WagtailAdminModelForm):
    """Begins with the words of an answer; staff change them before they leave."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Text"),
        help_text=gettext_lazy("Empty lines part the paragraphs."),
        max_length=5000,
        widget=forms.Textarea({"rows": 14}),
    )

    class Meta:
        model = Inquiry
        fields = ("state",)
        labels: ClassVar = {"state": gettext_lazy("State after it")}


class InquiryContext:
    """What the person wrote stands above each form."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        inquiry: Inquiry = self.object  # type: ignore[attr-defined]
        return context | {
            "inquiry": inquiry,
            "country": country_name(inquiry.country_id, shown_language()),
            "speaks": ", ".join(native_name(code) for code in inquiry.speaks),
            "mail_language": native_name(inquiry.language),
            "answers": [
                (label, reverse("inquiries:answer", args=[inquiry.pk, kind]))
                for kind, label in ANSWERS.items()
            ],
        }


class NoteView(InquiryContext, EditView):
    def save_instance(self) -> Inquiry:
        inquiry: Inquiry = self.object
        note_inquiry(inquiry=inquiry, by=self.request.user, **self.form.cleaned_data)
        return inquiry


class AnswerView(InquiryContext, EditView):
    """`answer/<pk>/<kind>/`"""

    submit_button_label = gettext_lazy("Send")
    submit_button_active_label = gettext_lazy("Sending…")
    success_message = gettext_lazy("The answer is on its way.")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        if kwargs["kind"] not in ANSWERS:
            raise Http404
        super().setup(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        return super().get_queryset().exclude(email="")

    def get_initial(self) -> dict[str, Any]:
        kind = self.kwargs["kind"]
        mail = render_mail(
            f"partners/mail/answer_{kind}.txt",
            self.object.language,
            {"person": self.object.person, "organisation": self.object.organisation},
        )
        return {"subject": mail.subject, "text": mail.text, "state": STATE_AFTER[kind]}

    def get_edit_url(self) -> str:
        return reverse("inquiries:answer", args=[self.object.pk, self.kwargs["kind"]])

    def get_success_message(self) -> str:
        return str(self.success_message)

    def get_success_buttons(self) -> list[Any]:
        return []

    def save_instance(self) -> Inquiry:
        inquiry: Inquiry = self.object
        answer_inquiry(inquiry=inquiry, by=self.request.user, **self.form.cleaned_data)
        return inquiry


class ListForm(WagtailAdminModelForm):
    """What the directory says of an organisation to begin with."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    slug = forms.SlugField(
        label=gettext_lazy("Address"),
        help_text=gettext_lazy("Last part of the address: /partners/…/. Better not changed."),
        max_length=60,
        validators=[not_reserved],
    )
    does = forms.CharField(
        label=gettext_lazy("What it does"),
        help_text=gettext_lazy("One sentence: what others get from it. It stands first in the directory."),
        max_length=200,
        widget=forms.Textarea({"rows": 2}),
    )

    class Meta:
        model = Inquiry
        fields: ClassVar[list[str]] = []

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if Partner.objects.filter(slug=slug).exists():
            raise ValidationError(_("Another partner has this address already."))
        return slug


class ListView(InquiryContext, EditView):
    """`list/<pk>/`: into the directory."""

    page_title = gettext_lazy("Into the directory")
    submit_button_label = gettext_lazy("List and invite")
    submit_button_active_label = gettext_lazy("Listing…")

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(partner=None)

    def get_initial(self) -> dict[str, Any]:
        name = self.object.organisation
        return {"name": name, "slug": slugify(string_to_ascii(name))[:60]}

    def get_edit_url(self) -> str:
        return reverse("inquiries:list", args=[self.object.pk])

    def get_success_message(self) -> str:
        return _("It is in the directory, and a mail invites the contact person to write its page.")

    def get_success_buttons(self) -> list[Any]:
        return []

    def save_instance(self) -> Inquiry:
        inquiry: Inquiry = self.object
        data = self.form.cleaned_data
        words = Words(inquiry.language, data["does"])
        list_inquiry(inquiry=inquiry, name=data["name"], slug=data["slug"], words=words, by=self.request.user)
        return inquiry


class MarkColumn(StatusTagColumn):
    """A tag where there is something to say, else nothing."""

    cell_template_name = "partners/cms/mark_cell.html"


class InquiryList(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("owner")

    @cached_property
    def header_buttons(self) -> list[Any]:
        return [HeaderButton(_("Figures"), url=reverse("inquiries:figures"), icon_name="table")]


class FiguresView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """`figures/`: how many stand where, how long, and in which country."""

    model = Inquiry
    permission_required = "view"
    page_title = gettext_lazy("Figures")
    template_name = "partners/cms/figures.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("inquiries:index"), "label": Inquiry._meta.verbose_name_plural},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request: HttpRequest) -> HttpResponse:
        context = self.get_context_data(
            states=figures_by_state(), countries=figures_by_country(), state_labels=State.labels
        )
        response: HttpResponse = self.render_to_response(context)
        return response


class InquiryViewSet(ModelViewSet):
    model = Inquiry
    icon = "group"
    # Translators: menu entry for staff: organisations that want to be partners
    menu_label = pgettext_lazy("menu", "Partner inquiries")
    menu_order = 260
    add_to_admin_menu = True
    index_view_class = InquiryList
    edit_view_class = NoteView
    edit_template_name = "partners/cms/inquiry.html"
    copy_view_enabled = False
    list_display: ClassVar = [
        "organisation",
        Column(
            "country",
            label=gettext_lazy("country"),
            accessor=lambda inquiry: country_name(inquiry.country_id, shown_language()),
        ),
        Column("get_kind_display", label=gettext_lazy("kind")),
        Column("get_state_display", label=gettext_lazy("state")),
        "owner",
        DateColumn("next_on", label=gettext_lazy("next step on"), sort_key="next_on"),
        MarkColumn(
            "overdue",
            # Translators: column and mark: the next step should have been taken by now
            label=pgettext_lazy("next step", "overdue"),
            accessor=lambda inquiry: pgettext_lazy("next step", "overdue") if inquiry.is_overdue else "",
        ),
        MarkColumn(
            "unverified",
            # Translators: column and mark: sent by a browser without JavaScript, perhaps by a machine
            label=pgettext_lazy("inquiry", "unverified"),
            accessor=lambda inquiry: "" if inquiry.is_verified else pgettext_lazy("inquiry", "unverified"),
            primary=True,
        ),
        DateColumn("created_at", label=gettext_lazy("received"), sort_key="created_at"),
    ]
    list_filter: ClassVar = ["state", "kind", "country", "owner"]
    search_fields: ClassVar = ["organisation"]
    search_backend_name = None
    ordering: ClassVar = ["-created_at"]

    def get_form_class(self, for_update: bool = False) -> type[NoteForm]:
        return NoteForm

    @property
    def answer_view(self) -> Any:
        values = self.get_edit_view_kwargs() | {"form_class": AnswerForm, "panel": None}
        return self.construct_view(AnswerView, **values)

    @property
    def listing_view(self) -> Any:
        values = self.get_edit_view_kwargs() | {"form_class": ListForm, "panel": None}
        return self.construct_view(ListView, **values)

    @property
    def figures_view(self) -> Any:
        return self.construct_view(FiguresView)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("figures/", self.figures_view, name="figures"),
            path("list/<int:pk>/", self.listing_view, name="list"),
            path("answer/<int:pk>/<slug:kind>/", self.answer_view, name="answer"),
            *super().get_urlpatterns(),
        ]


def register_inquiry_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("partners.note_inquiry")
    class NoteFormatter(LogFormatter):
        label = gettext_lazy("Note on an inquiry")

        def format_message(self, log_entry: Any) -> str:
            return _("Noted: %(change)s") % {"change": _change_in(log_entry)}

    actions.register_action(
        "partners.list_inquiry", gettext_lazy("List an organisation"), gettext_lazy("Listed in the directory")
    )

    @actions.register_action("partners.answer_inquiry")
    class AnswerFormatter(LogFormatter):
        label = gettext_lazy("Answer to an inquiry")

        def format_message(self, log_entry: Any) -> str:
            return _("Answered: %(change)s") % {"change": _change_in(log_entry)}


def _change_in(log_entry: Any) -> str:
    before, after = (str(State(log_entry.data[key]).label) for key in ("from", "to"))
    return after if before == after else f"{before} → {after}"
