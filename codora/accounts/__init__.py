"""People who sign in, and their roles. Learners have no account.

Signing in itself is django-allauth's: adapters.py, wording.py and urls.py say how it looks and speaks here.
Offers: `models.User`, `roles`, `queries`, `actions.grant_role`.
May import: places, messaging, core.
"""
