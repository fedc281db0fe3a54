from codora.messaging.models.barriers import BarrierReport
from codora.messaging.models.notices import Decision, Ground, Notice, Reason, Verdict
from codora.messaging.models.outbox import OutgoingMail

__all__ = ["BarrierReport", "Decision", "Ground", "Notice", "OutgoingMail", "Reason", "Verdict"]
