from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "codora.campaigns"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from codora.accounts.personal_data import export_asked
        from codora.campaigns import freshness
        from codora.campaigns.models import HostedHour
        from codora.campaigns.permissions import HostedHourPolicy
        from codora.campaigns.pledges.models import Coalition, Pledge
        from codora.campaigns.pledges.permissions import LookPolicy
        from codora.campaigns.pledges.queries import export_of_pledges
        from codora.campaigns.pledges.reportable import KIND, PLEDGE
        from codora.messaging.reportables import register_reportable

        register_permission_policy(HostedHour, HostedHourPolicy(HostedHour))
        for model in (Pledge, Coalition):
            register_permission_policy(model, LookPolicy(model))
        freshness.connect()
        register_reportable(KIND, PLEDGE)
        export_asked.connect(export_of_pledges)
