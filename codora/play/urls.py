from django.urls import path

from codora.play import views

app_name = "play"
urlpatterns = [
    path("<slug:activity>/finish/", views.show_finish, name="finish_show"),
    path("<slug:activity>/certificate/", views.create_certificate, name="certificate_create"),
    path("<slug:activity>/<slug:level>/", views.show_level, name="level_show"),
]
