from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "codora.partners"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from codora.partners.models import Inquiry
        from codora.partners.permissions import InquiryPolicy

        register_permission_policy(Inquiry, InquiryPolicy(Inquiry))
