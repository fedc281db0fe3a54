"""Partners: who gets in touch, how staff talk with them, the directory, and those who speak for a partner.

docs/partners.md tells it as a whole. Offers: `models`, `queries`, `page_parts`, `tasks.enqueue_forgetting`.
May import: accounts, places, messaging, core.
"""
