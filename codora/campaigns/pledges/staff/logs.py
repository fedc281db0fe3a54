"""What was done with pledges, in Wagtail's log."""

from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry


def register_pledge_actions(actions: LogActionRegistry) -> None:
    for name, label, said in (
        ("submit_pledge", gettext_lazy("Send a pledge in"), gettext_lazy("Sent the pledge in")),
        ("take_pledge_back", gettext_lazy("Take a pledge back"), gettext_lazy("Took the pledge back")),
        ("accept_pledge", gettext_lazy("Accept a pledge"), gettext_lazy("Accepted the pledge")),
        ("return_pledge", gettext_lazy("Send a pledge back"), gettext_lazy("Sent the pledge back")),
        ("report_progress", gettext_lazy("Report progress"), gettext_lazy("Reported progress")),
        ("accept_report", gettext_lazy("Accept a report"), gettext_lazy("Accepted the report")),
        ("return_report", gettext_lazy("Send a report back"), gettext_lazy("Sent the report back")),
    ):
        actions.register_action(f"campaigns.{name}", label, said)
