from django.urls import path

from codora.messaging.views import barriers

app_name = "messaging"
urlpatterns = [
    path("", barriers.report, name="barrier_report"),
    path("sent/", barriers.show_reported, name="barrier_reported"),
]
