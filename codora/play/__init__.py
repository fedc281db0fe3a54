"""Playing: the player's page, the finish page, and the progress that browsers report.

Owns: progress batches (`models`), which `ingest` alone writes. Offers: `queries` over them. May import
curriculum, credentials, accounts, places, core.
"""
