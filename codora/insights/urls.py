from django.urls import path

from codora.insights import views

app_name = "insights"
urlpatterns = [path("", views.show_figures, name="figures_show")]
