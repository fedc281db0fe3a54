"""Partners: companies, associations and public bodies that get in touch, and how staff talk with them.

Offers: `models`, `queries`, `tasks.enqueue_forgetting`. May import: accounts, places, messaging, core.
"""
