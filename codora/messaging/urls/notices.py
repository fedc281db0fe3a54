"""Under /<language>/report/."""

from django.urls import path

from codora.core.views import give_challenge
from codora.messaging import notice_views as views

app_name = "notices_public"
urlpatterns = [
    path("", views.explain, name="explain"),
    path("thanks/", views.show_thanks, name="thanks"),
    path("challenge/", give_challenge, {"purpose": views.PURPOSE}, name="challenge"),
    path("appeal/<str:token>/", views.show_appeal, name="appeal"),
    path("<slug:kind>/<slug:key>/", views.report, name="report"),
]
