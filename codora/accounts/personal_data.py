"""What apps above this one keep of a person: exported, and forgotten with the account."""

from django.dispatch import Signal

export_asked = Signal()
"""Sent with `user`; a receiver returns a dict that goes into the export as it is."""

account_erased = Signal()
"""Sent with `address`, in the transaction that erases the account."""
