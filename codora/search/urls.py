from django.urls import path

from codora.search import views

app_name = "search"
urlpatterns = [path("", views.show_results, name="results_show")]
