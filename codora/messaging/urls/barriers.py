from django.urls import path

from codora.messaging import views

app_name = "messaging"
urlpatterns = [
    path("", views.report, name="barrier_report"),
    path("sent/", views.show_reported, name="barrier_reported"),
]
