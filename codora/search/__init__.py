"""Finding what the site has, in the reader's language: one index over all that is public.

Offers: `actions.rebuild_index`. Nothing but config may import it; it may import every other app.
"""
