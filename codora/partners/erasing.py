"""What goes with an account that is erased."""

from typing import Any

from codora.partners.actions.inquiries import forget_inquiries_of
from codora.partners.actions.mentoring import forget_mentoring_of


def forget_person(address: str, **_: Any) -> None:
    forget_inquiries_of(address=address)
    forget_mentoring_of(address=address)
