from codora.messaging.models.barriers import BarrierReport
from codora.messaging.models.notices import APPEAL_WITHIN, Decision, Ground, Notice, Reason, Verdict
from codora.messaging.models.outbox import OutgoingMail

__all__ = [
    "APPEAL_WITHIN",
    "BarrierReport",
    "Decision",
    "Ground",
    "Notice",
    "OutgoingMail",
    "Reason",
    "Verdict",
]
