from django.urls import path

from codora.campaigns.pledges import views

app_name = "pledges"
urlpatterns = [
    path("", views.list_mine, name="mine_list"),
    path("new/<slug:slug>/", views.write_pledge, name="mine_write"),
    path("targets/<int:pk>/", views.report, name="progress_report"),
    path("<int:pk>/", views.edit_pledge, name="mine_edit"),
    path("<int:pk>/<slug:do>/", views.act_on_pledge, name="mine_act"),
]
