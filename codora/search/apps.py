from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "codora.search"

    def ready(self) -> None:
        from codora.search import following

        following.connect()
