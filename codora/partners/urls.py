from django.urls import path

from codora.partners.views import directory, joining, representing

app_name = "partners"
urlpatterns = [
    path("", directory.list_partners, name="directory_show"),
    path("join/", joining.choose_door, name="door_choose"),
    path("join/thanks/", joining.show_done, name="join_done"),
    path("join/challenge/", joining.give_challenge, name="challenge_give"),
    path("join/<slug:door>/", joining.get_in_touch, name="door_enter"),
    path("mine/", representing.list_mine, name="mine_show"),
    path("mine/<slug:slug>/", representing.edit_mine, name="mine_edit"),
    path("invitations/<str:token>/", representing.show_invitation, name="invitation_show"),
    path("<slug:slug>/", directory.show_partner, name="partner_show"),
]
