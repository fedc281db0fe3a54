from codora.partners.models.inquiry import CLOSED, Inquiry, State
from codora.partners.models.mentoring import Help, Introduction, MentorOffer, MentorRequest
from codora.partners.models.partner import Facet, Partner, PartnerText, Representative
from codora.partners.models.values import Contribution, Kind

__all__ = [
    "CLOSED",
    "Contribution",
    "Facet",
    "Help",
    "Inquiry",
    "Introduction",
    "Kind",
    "MentorOffer",
    "MentorRequest",
    "Partner",
    "PartnerText",
    "Representative",
    "State",
]
