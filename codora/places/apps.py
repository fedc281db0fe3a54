from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "codora.places"
