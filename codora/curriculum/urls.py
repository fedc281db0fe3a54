from django.urls import path

from codora.curriculum import views

app_name = "curriculum"
urlpatterns = [
    path("", views.list_activities, name="activity_list"),
    path("<slug:slug>/", views.show_activity, name="activity_show"),
]
