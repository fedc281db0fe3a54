"""What the site writes to people: the outbox, which loses nothing while the mail server is away.

Offers: `actions.queue_mail`, `actions.forget_mails_to`, `queries.mails_to`. May import: core.
"""
