from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "codora.campaigns"

    def ready(self) -> None:
        from codora.campaigns import freshness

        freshness.connect()
