from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "codora.campaigns"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from codora.campaigns import freshness
        from codora.campaigns.models import HostedHour
        from codora.campaigns.permissions import HostedHourPolicy

        register_permission_policy(HostedHour, HostedHourPolicy(HostedHour))
        freshness.connect()
