from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "codora.messaging"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from codora.messaging.models import BarrierReport, Notice, OutgoingMail
        from codora.messaging.permissions import BarrierReportPolicy, NoticePolicy, OutboxPolicy

        register_permission_policy(OutgoingMail, OutboxPolicy(OutgoingMail))
        register_permission_policy(BarrierReport, BarrierReportPolicy(BarrierReport))
        register_permission_policy(Notice, NoticePolicy(Notice))
