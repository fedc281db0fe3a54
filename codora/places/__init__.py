"""Countries and towns of Europe. Offers: `queries`; `actions.load_places` (from content/places). May import: core."""
