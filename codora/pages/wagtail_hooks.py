"""Pages in Wagtail's admin: what waits for whom, who vouches for a translation, and the guide."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter

from codora.core.review import Review
from codora.pages import admin_views
from codora.pages.models import TranslatedPage
from codora.pages.queries import is_loaded
from codora.pages.waiting import waiting_for

WAGTAILS_GUIDES = ("whats-new-in-wagtail", "editor-guide")
"""How the names of their menu entries begin; a version may follow."""


class WaitingPanel(Component):
    """`waiting`: what this person can do now."""

    name = "waiting"
    template_name = "pages/admin/waiting.html"
    order = 90

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"waiting": waiting_for(parent_context["request"].user)}


@hooks.register("construct_homepage_panels")
def add_waiting_panel(request: Any, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("guide/", admin_views.show_guide, name="pages_guide"),
        path("guide/<slug:name>.png", admin_views.show_guide_picture, name="pages_guide_picture"),
        path("pages/<int:pk>/vouch/", admin_views.vouch, name="pages_vouch"),
    ]


@hooks.register("register_help_menu_item")
def register_guide() -> MenuItem:
    # Translators: menu entry: the guide for those who write pages
    label = pgettext_lazy("menu", "Guide for editors")
    return MenuItem(label, reverse("pages_guide"), icon_name="help", order=1)


@hooks.register("construct_help_menu")
def hide_wagtails_own_guides(request: Any, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if not item.name.startswith(WAGTAILS_GUIDES)]


@hooks.register("register_page_header_buttons")
def offer_to_vouch(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    translation = page.specific_deferred
    is_draft = isinstance(translation, TranslatedPage) and translation.review == Review.DRAFT
    if is_draft and not is_loaded(page) and page.permissions_for_user(user).can_edit():
        yield Button(
            _("A native speaker has read it"),
            reverse("pages_vouch", args=[page.pk]),
            icon_name="check",
            priority=55,
        )


@hooks.register("insert_global_admin_css")
def our_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/cms.css"))


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("pages.vouch")
    class VouchFormatter(LogFormatter):
        label = gettext_lazy("Vouch for a text")

        def format_message(self, log_entry: Any) -> str:
            return _("Said that a native speaker has read the text")
