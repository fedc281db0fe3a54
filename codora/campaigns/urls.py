from django.urls import path

from codora.campaigns import views
from codora.campaigns.toolkit import views as toolkit

app_name = "campaigns"
urlpatterns = [
    path("dates.ics", views.download_dates, name="dates_download_all"),
    path("hours/<str:token>/", views.show_hour, name="hour_show"),
    path("hours/<str:token>/hour.ics", views.download_hour, name="hour_download"),
    path("<slug:slug>/dates.ics", views.download_dates, name="dates_download"),
    path("<slug:slug>/toolkit/", toolkit.show_toolkit, name="toolkit_show"),
    path("<slug:slug>/toolkit/<slug:kind>.webp", toolkit.show_preview, name="toolkit_preview"),
    path("<slug:slug>/<slug:kind>.png", toolkit.show_banner, name="banner_show"),
    path("<slug:slug>/host/", views.host_hour, name="hour_host"),
    path("<slug:slug>/host/noted/", views.show_noted, name="hour_noted"),
    path("<slug:slug>/host/withdrawn/", views.show_withdrawn, name="hour_withdrawn"),
]
