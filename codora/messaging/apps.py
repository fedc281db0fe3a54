from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "codora.messaging"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from codora.messaging.models import BarrierReport, OutgoingMail
        from codora.messaging.permissions import BarrierReportPolicy, OutboxPolicy

        register_permission_policy(OutgoingMail, OutboxPolicy(OutgoingMail))
        register_permission_policy(BarrierReport, BarrierReportPolicy(BarrierReport))
