"""Campaigns: their editions, the days that drive the site, those who host an hour, and what partners pledge.

Offers: `models`; `queries`; `pledges` with its own `models`, `queries`, `actions`; `addresses`; `phases`,
pure functions of the clock; `actions.load_campaigns` from content/campaigns. May import: credentials,
partners, accounts, places, messaging, core.
"""
