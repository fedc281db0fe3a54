"""What staff find of partners in Wagtail's admin."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from codora.partners.staff.inquiries import InquiryViewSet, register_inquiry_actions
from codora.partners.staff.mentors import MentorsGroup, register_mentor_actions
from codora.partners.staff.partners import PartnerViewSet, register_partner_actions

register_snippet(PartnerViewSet)


@hooks.register("register_admin_viewset")
def register_inquiries() -> InquiryViewSet:
    return InquiryViewSet("inquiries", url_prefix="inquiries")


@hooks.register("register_admin_viewset")
def register_mentors() -> MentorsGroup:
    return MentorsGroup()


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    register_inquiry_actions(actions)
    register_partner_actions(actions)
    register_mentor_actions(actions)
