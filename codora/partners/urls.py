from django.urls import path

from codora.partners.views import joining

app_name = "partners"
urlpatterns = [
    path("join/", joining.choose_door, name="door_choose"),
    path("join/thanks/", joining.show_done, name="join_done"),
    path("join/challenge/", joining.give_challenge, name="challenge_give"),
    path("join/<slug:door>/", joining.get_in_touch, name="door_enter"),
]
