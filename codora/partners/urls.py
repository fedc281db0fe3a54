from django.urls import path

from codora.partners import views

app_name = "partners"
urlpatterns = [
    path("join/", views.choose_door, name="door_choose"),
    path("join/thanks/", views.show_done, name="join_done"),
    path("join/challenge/", views.give_challenge, name="challenge_give"),
    path("join/<slug:door>/", views.get_in_touch, name="door_enter"),
]
