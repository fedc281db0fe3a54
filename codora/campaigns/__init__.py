"""Campaigns: their editions, the days that drive the site, and those who host an hour.

Offers: `models`; `queries`; `addresses`; `phases`, pure functions of the clock; `actions.load_campaigns` from
content/campaigns. May import: credentials, partners, accounts, places, messaging, core.
"""
