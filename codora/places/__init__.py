"""Countries and towns of Europe. Offers: `queries`; `actions.load_places`. May import: core."""
