from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "codora.messaging"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from codora.messaging.models import OutgoingMail
        from codora.messaging.permissions import OutboxPolicy

        register_permission_policy(OutgoingMail, OutboxPolicy(OutgoingMail))
