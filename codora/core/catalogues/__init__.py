"""Gettext catalogues of the interface: extract, merge, check, compile. `manage.py i18n` is their one user.

Two domains: `django` (Python and templates) and `browser` (TypeScript). No gettext programs are needed.
"""
