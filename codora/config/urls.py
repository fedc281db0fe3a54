"""The site map: fixed addresses first, then everything under a language."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from codora.accounts.views import come_from_provider
from codora.config.api import api
from codora.config.developers import redirect_to_reference, show_developers
from codora.core import views
from codora.core.routing import language_patterns
from codora.pages import campaigns as campaign_views
from codora.pages import embeds
from codora.pages import pledges as pledge_views
from codora.pages import views as page_views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.redirect_to_language),
    path("healthz", views.show_health),
    path("robots.txt", views.show_robots),
    path("sitemap.xml", page_views.show_sitemap_index),
    path("sitemap-<slug:language>.xml", page_views.show_sitemap, name="sitemap"),
    path("share/<str:token>.png", views.show_share_image, name="share_image"),
    path("api/v1/docs/", redirect_to_reference),
    path("api/v1/", api.urls),
    path("documents/", include(wagtaildocs_urls)),
    path("cms/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("cms/", include(wagtailadmin_urls)),
    path("account/<slug:provider_id>/", come_from_provider, name="openid_connect_callback"),
    path("media/<path:path>", page_views.show_upload),
    *language_patterns(
        path("", include("codora.core.urls")),
        path("learn/", include("codora.curriculum.urls")),
        path("play/", include("codora.play.urls")),
        path("figures/", include("codora.insights.urls")),
        path("campaigns/", campaign_views.list_campaigns, name="campaign_list"),
        path("campaigns/<slug:slug>/", campaign_views.show_campaign, name="campaign_show"),
        path("campaigns/", include("codora.campaigns.urls")),
        path("pledges/", pledge_views.list_pledges, name="pledge_list"),
        path("pledges/<int:pk>/", pledge_views.show_pledge, name="pledge_show"),
        path("pledges/coalitions/<slug:slug>/", pledge_views.show_coalition, name="coalition_show"),
        path("pledges/mine/", include("codora.campaigns.pledges.urls")),
        path("partners/", include("codora.partners.urls")),
        path("embed/", embeds.build_embed, name="embed_build"),
        path("embed/counter/", embeds.show_counter, name="embed_counter"),
        path("embed/countdown/<slug:slug>/", embeds.show_countdown, name="embed_countdown"),
        path("developers/", show_developers, name="developers_show"),
        path("feeds/news.xml", page_views.show_news_feed, name="news_feed"),
        path("search/", include("codora.search.urls")),
        path("account/", include("codora.accounts.urls")),
        path("about/accessibility/feedback/", include("codora.messaging.urls.barriers")),
        path("report/", include("codora.messaging.urls.notices")),
        path("", include("codora.pages.urls")),
    ),
]

handler403 = "codora.core.views.access_refused"
handler404 = "codora.core.views.page_not_found"
handler500 = "codora.core.views.server_error"
