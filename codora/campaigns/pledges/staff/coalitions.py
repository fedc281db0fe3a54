"""Coalitions in Wagtail's admin."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button

from codora.campaigns.pledges.addresses import coalition_url
from codora.campaigns.pledges.models import Coalition
from codora.core.languages import shown_language
from codora.partners.models import Partner
from codora.places.queries import country_choices, country_name


class CoalitionForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", "–"), *country_choices(shown_language())]
        self.fields["members"].widget = forms.CheckboxSelectMultiple()
        self.fields["members"].queryset = Partner.objects.filter(live=True)


class CoalitionList(IndexView):
    def get_list_more_buttons(self, instance: Coalition) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        if not instance.is_published:
            return list(buttons)
        see = Button(_("See its page"), url=coalition_url(instance.slug), icon_name="view", priority=15)
        return [see, *buttons]


class CoalitionViewSet(ModelViewSet):
    model = Coalition
    icon = "group"
    # Translators: menu entry for staff: partners of a country who pledge together
    menu_label = pgettext_lazy("menu", "Coalitions")
    index_view_class = CoalitionList
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display: ClassVar = [
        "name",
        Column(
            "country",
            label=gettext_lazy("country"),
            accessor=lambda coalition: country_name(coalition.country_id, shown_language()),
        ),
        BooleanColumn("is_published", label=gettext_lazy("published")),
    ]
    list_filter: ClassVar = ["is_published", "country"]
    search_fields: ClassVar = ["name"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
            FieldPanel("is_published"),
            FieldRowPanel([FieldPanel("country"), FieldPanel("website")]),
            InlinePanel(
                "texts",
                heading=gettext_lazy("Texts"),
                # Translators: button of staff: one more language of a coalition's texts
                label=gettext_lazy("Language"),
                panels=[FieldPanel("language"), FieldPanel("lead"), FieldPanel("about")],
            ),
            FieldPanel("members"),
        ],
        base_form_class=CoalitionForm,
    )
