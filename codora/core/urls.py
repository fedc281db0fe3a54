from django.urls import path

from codora.core import views

app_name = "core"
urlpatterns = [
    path("languages/", views.list_languages, name="language_list"),
]
