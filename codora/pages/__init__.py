"""Pages that staff edit in Wagtail: home and text pages. Offers: `actions.load_pages` (from content/pages).

Nothing but config may import it; it may import every other app.
"""
