"""Pledges, reports of progress and coalitions in Wagtail's admin."""
