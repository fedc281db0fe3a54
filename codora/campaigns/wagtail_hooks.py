"""Campaigns in Wagtail's admin. Each save and deletion stands in Wagtail's log."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import BooleanColumn, DateColumn
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry

from codora.campaigns.addresses import campaign_url
from codora.campaigns.models import Campaign, Edition, HostedHour
from codora.campaigns.pledges.staff.coalitions import CoalitionViewSet
from codora.campaigns.pledges.staff.logs import register_pledge_actions
from codora.campaigns.pledges.staff.pledges import PledgeViewSet
from codora.campaigns.pledges.staff.reports import ReportViewSet
from codora.campaigns.staff_forms import CampaignForm, CampaignSelect, CountrySelect

MOST_DIGITS = 10
HOW_TO_BEGIN = _(
    "1. Write its address and its English texts, and create it. 2. Add an edition with its days: in the"
    " list of campaigns, behind the three dots. 3. Come back, tick “Published” and save: at once all see it."
)
_days = [
    FieldRowPanel([FieldPanel("soon_from"), FieldPanel("first_day")]),
    FieldRowPanel([FieldPanel("opens_at"), FieldPanel("last_day")]),
]


class CampaignList(IndexView):
    def get_base_queryset(self) -> QuerySet[Campaign]:
        campaigns: QuerySet[Campaign] = super().get_base_queryset()
        return campaigns.prefetch_related("texts")

    def get_list_more_buttons(self, instance: Campaign) -> list[Any]:
        see = Button(_("See its page"), url=campaign_url(instance.slug), icon_name="view", priority=15)
        days = f"{reverse('staff_editions:add')}?campaign={instance.pk}"
        add = Button(_("Add an edition"), url=days, icon_name="date", priority=16)
        return [see, add, *super().get_list_more_buttons(instance)]


class NewEdition(CreateView):
    """Of the campaign whose number is in `?campaign=`, this year."""

    def get_initial_form_instance(self) -> Edition:
        campaign = Campaign.objects.filter(pk=_number(self.request.GET.get("campaign", ""))).first()
        return Edition(campaign=campaign, year=timezone.localdate().year)


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < MOST_DIGITS else None


class CampaignViewSet(ModelViewSet):
    model = Campaign
    index_view_class = CampaignList
    icon = "calendar-alt"
    menu_label = _("Campaigns")
    list_display: ClassVar = ["name", "slug", BooleanColumn("is_published", label=_("published")), "position"]
    list_filter: ClassVar = ["is_published"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            HelpPanel(HOW_TO_BEGIN, heading=_("Three steps to a new campaign")),
            FieldPanel("slug"),
            FieldPanel("is_published"),
            FieldRowPanel([FieldPanel("position"), FieldPanel("hashtag")]),
            FieldPanel("website"),
            InlinePanel(
                "texts",
                heading=_("Texts"),
                # Translators: button of staff: one more language of a campaign's texts
                label=_("Language"),
                panels=[
                    FieldRowPanel([FieldPanel("language"), FieldPanel("review")]),
                    FieldPanel("name"),
                    FieldPanel("lead"),
                    FieldPanel("about"),
                    FieldPanel("for_whom"),
                    FieldPanel("take_part"),
                ],
            ),
        ],
        base_form_class=CampaignForm,
    )


class EditionViewSet(ModelViewSet):
    model = Edition
    add_view_class = NewEdition
    icon = "date"
    # Translators: menu entry for staff: the years of campaigns, with their days
    menu_label = pgettext_lazy("menu", "Editions")
    list_display: ClassVar = ["campaign", "year", "soon_from", "first_day", "last_day"]
    list_filter: ClassVar = ["campaign", "year"]
    ordering: ClassVar = ["-first_day"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("campaign", widget=CampaignSelect),
            FieldPanel("year"),
            MultiFieldPanel([*_days, FieldPanel("thanks_until")], heading=_("Days")),
            InlinePanel(
                "special_periods",
                heading=_("Other days for a country or an audience"),
                # Translators: button of staff: other days of a campaign for a country or an audience
                label=_("Other days"),
                panels=[
                    FieldRowPanel([FieldPanel("country", widget=CountrySelect), FieldPanel("audience")]),
                    *_days,
                ],
            ),
            InlinePanel(
                "targets",
                heading=_("Targets"),
                # Translators: button of staff: what a campaign wants to reach
                label=_("Target"),
                panels=[FieldRowPanel([FieldPanel("measure"), FieldPanel("goal")])],
            ),
        ]
    )


class HostedHourViewSet(ModelViewSet):
    model = HostedHour
    icon = "group"
    # Translators: menu entry for staff: those who host an hour of coding
    menu_label = pgettext_lazy("menu", "Hosts")
    list_display: ClassVar = [
        "edition",
        "country",
        "get_kind_display",
        "place",
        "participants",
        DateColumn("starts_at", label=_("begin"), sort_key="starts_at"),
        "contact",
        DateColumn("confirmed_at", label=_("confirmed"), sort_key="confirmed_at"),
    ]
    list_filter: ClassVar = ["edition", "country", "kind"]
    ordering: ClassVar = ["-starts_at"]
    copy_view_enabled = False
    inspect_view_enabled = True
    form_fields: ClassVar[list[str]] = []


class CampaignsGroup(ViewSetGroup):
    items = (
        CampaignViewSet("staff_campaigns", url_prefix="campaigns"),
        EditionViewSet("staff_editions", url_prefix="editions"),
        HostedHourViewSet("staff_hosts", url_prefix="hosted-hours"),
    )
    menu_label = _("Campaigns")
    menu_icon = "calendar-alt"
    menu_order = 250


class PledgesGroup(ViewSetGroup):
    items = (
        PledgeViewSet("staff_pledges", url_prefix="pledges"),
        ReportViewSet("staff_reports", url_prefix="progress-reports"),
        CoalitionViewSet("staff_coalitions", url_prefix="coalitions"),
    )
    # Translators: menu entry for staff: what partners promise
    menu_label = pgettext_lazy("menu", "Pledges")
    menu_icon = "pick"
    menu_order = 255


@hooks.register("register_admin_viewset")
def register_pledges() -> PledgesGroup:
    return PledgesGroup()


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    register_pledge_actions(actions)


@hooks.register("register_admin_viewset")
def register_campaigns() -> CampaignsGroup:
    return CampaignsGroup()
