"""Partners in Wagtail's admin: drafts and their history, who speaks for them, what is sent back."""

from functools import cached_property
from typing import Any, ClassVar, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import View
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, LiveStatusTagColumn
from wagtail.admin.views.generic import EditView as GenericEditView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from codora.accounts.models import User
from codora.core.languages import shown_language
from codora.core.uploads import LogoField
from codora.partners.actions.directory import send_back
from codora.partners.actions.representation import invite_representative, remove_representative
from codora.partners.forms.joining import spoken_languages
from codora.partners.models import Contribution, Partner
from codora.places.queries import country_choices, country_name

NAMESPACE = "staff_partners"


class PartnerForm(WagtailAdminModelForm):
    contributions = forms.MultipleChoiceField(
        label=gettext_lazy("What it contributes"),
        choices=Contribution,
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Works in"), choices=spoken_languages, widget=forms.CheckboxSelectMultiple
    )
    new_logo = LogoField(label=gettext_lazy("New logo"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", "–"), *country_choices(shown_language())]

    def save(self, commit: bool = True) -> Any:
        if logo := self.cleaned_data["new_logo"]:
            self.instance.take_logo(logo)
        return super().save(commit)


class InvitationForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    language = forms.ChoiceField(label=gettext_lazy("Language of the mail"), choices=spoken_languages)


class ReasonForm(WagtailAdminModelForm):
    reason = forms.CharField(
        label=gettext_lazy("What should be changed, and why?"),
        help_text=gettext_lazy("Goes by mail to everybody who speaks for the organisation."),
        max_length=1000,
        widget=forms.Textarea({"rows": 6}),
    )

    class Meta:
        model = Partner
        fields: ClassVar[list[str]] = []


class PartnerEditView(EditView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        pk = self.object.pk
        buttons = [Button(_("Representatives"), url=partner_url("representatives", pk), icon_name="group")]
        if self.live_object.submitted_at:
            buttons.append(
                Button(_("Send the change back"), url=partner_url("send_back", pk), icon_name="undo")
            )
        return [*buttons, *super().header_more_buttons]


def partner_url(view: str, pk: int) -> str:
    return reverse(f"{NAMESPACE}:{view}", args=[pk])


class PartnerList(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().order_by("-submitted_at", "sort_name")


class SendBackView(GenericEditView):
    """`send-back/<pk>/`"""

    page_title = gettext_lazy("Send the change back")
    submit_button_label = gettext_lazy("Send back")
    submit_button_active_label = gettext_lazy("Sending…")

    def get_edit_url(self) -> str:
        return partner_url("send_back", self.object.pk)

    def get_success_message(self) -> str:
        return _("Sent back. The representatives get your words by mail.")

    def get_success_buttons(self) -> list[Any]:
        return []

    def save_instance(self) -> Partner:
        partner: Partner = self.object
        send_back(partner=partner, reason=self.form.cleaned_data["reason"], by=self.request.user)
        return partner


class RepresentativesView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """`representatives/<pk>/`: `people` and a `form`; a POST invites somebody or takes one off."""

    model = Partner
    permission_required = "change"
    page_title = gettext_lazy("Representatives")
    template_name = "partners/cms/representatives.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.partner = get_object_or_404(Partner, pk=kwargs["pk"])
        self.here = partner_url("representatives", self.partner.pk)

    def get_page_subtitle(self) -> str:
        return self.partner.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{NAMESPACE}:list"), "label": Partner._meta.verbose_name_plural},
            {"url": partner_url("edit", self.partner.pk), "label": self.partner.name},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page(InvitationForm(initial={"language": shown_language()}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if key := request.POST.get("remove"):
            person = get_object_or_404(self.partner.representatives, pk=key)
            remove_representative(representative=person, by=staff_of(request))
            return redirect(self.here)
        form = InvitationForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        invite_representative(partner=self.partner, by=staff_of(request), **form.cleaned_data)
        messages.success(request, _("The invitation is on its way."))
        return redirect(self.here)

    def _page(self, form: InvitationForm) -> HttpResponse:
        people = self.partner.representatives.select_related("user")
        context = self.get_context_data(form=form, people=people, here=self.here)
        response: HttpResponse = self.render_to_response(context)
        return response


def staff_of(request: HttpRequest) -> User:
    return cast(User, request.user)


class PartnerViewSet(SnippetViewSet):
    model = Partner
    icon = "group"
    # Translators: menu entry for staff: organisations in the directory
    menu_label = pgettext_lazy("menu", "Partners")
    menu_order = 262
    add_to_admin_menu = True
    index_view_class = PartnerList
    edit_view_class = PartnerEditView
    copy_view_enabled = False
    list_display: ClassVar = [
        "name",
        Column("get_kind_display", label=gettext_lazy("kind")),
        Column(
            "country",
            label=gettext_lazy("country"),
            accessor=lambda partner: country_name(partner.country_id, shown_language()),
        ),
        LiveStatusTagColumn(),
        DateColumn("submitted_at", label=gettext_lazy("waits since"), sort_key="submitted_at"),
    ]
    list_filter: ClassVar = ["kind", "live", "country"]
    search_fields: ClassVar = ["name"]
    search_backend_name = None
    ordering: ClassVar = ["sort_name"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("country")]),
            FieldPanel("website"),
            FieldPanel("contributions"),
            InlinePanel(
                "texts",
                heading=gettext_lazy("Texts"),
                # Translators: button of staff: one more language of a partner's texts
                label=gettext_lazy("Language"),
                panels=[FieldPanel("language"), FieldPanel("does"), FieldPanel("about")],
            ),
            FieldPanel("languages"),
            FieldPanel("new_logo"),
            FieldPanel("logo_text"),
        ],
        base_form_class=PartnerForm,
    )

    def get_admin_url_namespace(self) -> str:
        return NAMESPACE

    @property
    def send_back_view(self) -> Any:
        kwargs = self.get_edit_view_kwargs() | {"form_class": ReasonForm, "panel": None}
        return self.construct_view(SendBackView, **kwargs)

    @property
    def representatives_view(self) -> Any:
        return self.construct_view(RepresentativesView)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("representatives/<int:pk>/", self.representatives_view, name="representatives"),
            path("send-back/<int:pk>/", self.send_back_view, name="send_back"),
        ]


def register_partner_actions(actions: LogActionRegistry) -> None:
    for name, label, said in (
        ("invite", gettext_lazy("Invite a representative"), gettext_lazy("Invited a representative")),
        ("accept", gettext_lazy("Accept an invitation"), gettext_lazy("Became a representative")),
        (
            "remove_representative",
            gettext_lazy("Take a representative off"),
            gettext_lazy("Took a representative off"),
        ),
        ("send_back", gettext_lazy("Send a change back"), gettext_lazy("Sent a change back")),
    ):
        actions.register_action(f"partners.{name}", label, said)
