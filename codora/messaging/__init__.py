"""What the site writes to people (the outbox, which loses nothing while the mail server is away), and what
people report: barriers on the site, and content of others that should not be here.

Offers: `actions.queue_mail`, `actions.forget_mails_to`, `queries`, `reportables.register_reportable`.
May import: core.
"""
