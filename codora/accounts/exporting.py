"""What apps above this one keep of a person, for the person's export."""

from django.dispatch import Signal

export_asked = Signal()
"""Sent with `user`; a receiver returns a dict that goes into the export as it is."""
