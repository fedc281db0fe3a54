"""Figures: one function a figure, the same everywhere; how far pledges are.

Owns: counts a day, projected from progress batches by `tasks`. Offers: `queries`. May import play,
curriculum, credentials, accounts, places, core.
"""
