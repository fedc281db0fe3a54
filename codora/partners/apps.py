from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "codora.partners"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from codora.accounts.personal_data import account_erased, export_asked
        from codora.messaging.reportables import register_reportable
        from codora.partners import freshness, reportable
        from codora.partners.erasing import forget_person
        from codora.partners.models import Inquiry, MentorOffer, MentorRequest
        from codora.partners.permissions import InquiryPolicy, MentoringPolicy
        from codora.partners.queries.mentoring import export_of_mentor
        from codora.partners.queries.representation import export_of_representative

        register_permission_policy(Inquiry, InquiryPolicy(Inquiry))
        for model in (MentorOffer, MentorRequest):
            register_permission_policy(model, MentoringPolicy(model))
        freshness.connect()
        register_reportable(reportable.KIND, reportable.PARTNER)
        export_asked.connect(export_of_representative)
        export_asked.connect(export_of_mentor)
        account_erased.connect(forget_person)
