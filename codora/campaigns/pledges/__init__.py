"""Pledges: what a partner promises to do by a day, how far it says it is, and coalitions of partners.

A change of a public pledge is a pledge of its own (`changes`), so that the old one stays public until staff
have looked at the new. How far a pledge is, and all figures, are counted in codora.insights.pledges.
"""
