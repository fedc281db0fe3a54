from django.urls import path

from codora.core import styleguide, views

app_name = "core"
urlpatterns = [
    path("languages/", views.list_languages, name="language_list"),
    path("translate/", views.show_coverage, name="coverage_show"),
    path("styleguide/", styleguide.show_styleguide, name="styleguide_show"),
]
