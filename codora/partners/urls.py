from django.urls import path

from codora.core.views import give_challenge
from codora.partners.views import directory, joining, mentoring, representing

app_name = "partners"
urlpatterns = [
    path("", directory.list_partners, name="directory_show"),
    path("join/", joining.choose_door, name="door_choose"),
    path("join/thanks/", joining.show_done, name="join_done"),
    path("join/challenge/", give_challenge, {"purpose": joining.PURPOSE}, name="challenge_give"),
    path("join/<slug:door>/", joining.get_in_touch, name="door_enter"),
    path("mentors/", mentoring.show_mentors, name="mentors_show"),
    path("mentors/offer/", mentoring.offer_help, name="mentor_offer"),
    path("mentors/ask/", mentoring.ask_for_help, name="mentor_ask"),
    path("mentors/noted/", mentoring.show_noted, name="mentor_noted"),
    path("mentors/challenge/", give_challenge, {"purpose": mentoring.PURPOSE}, name="mentor_challenge"),
    path("mentors/offers/<str:token>/", mentoring.show_offer, name="mentor_offer_show"),
    path("mentors/requests/<str:token>/", mentoring.show_request, name="mentor_request_show"),
    path("mentors/asked/<str:token>/", mentoring.show_introduction, name="introduction_show"),
    path("mine/", representing.list_mine, name="mine_show"),
    path("mine/<slug:slug>/", representing.edit_mine, name="mine_edit"),
    path("invitations/<str:token>/", representing.show_invitation, name="invitation_show"),
    path("<slug:slug>/", directory.show_partner, name="partner_show"),
]
