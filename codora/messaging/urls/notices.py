"""Under /<language>/report/."""

from django.urls import path

from codora.core.views import give_challenge
from codora.messaging.views import notices

app_name = "notices_public"
urlpatterns = [
    path("", notices.explain, name="explain"),
    path("thanks/", notices.show_thanks, name="thanks"),
    path("challenge/", give_challenge, {"purpose": notices.PURPOSE}, name="challenge"),
    path("appeal/<str:token>/", notices.show_appeal, name="appeal"),
    path("<slug:kind>/<slug:key>/", notices.report, name="report"),
]
