"""Activities and their levels. Offers: `queries`; `actions.load_activities` (from content/activities).

May import: credentials, accounts, places, core.
"""
