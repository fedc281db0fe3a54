from django.urls import path

from codora.insights import views

app_name = "insights"
urlpatterns = [
    path("", views.show_figures, name="figures_show"),
    path("data.csv", views.download_csv, name="data_csv"),
    path("data.json", views.download_json, name="data_json"),
    path("datapackage.json", views.download_description, name="datapackage"),
]
