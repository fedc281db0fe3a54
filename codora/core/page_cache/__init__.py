"""Whole pages for visitors without a session, kept in memory by each process (docs/decisions/0011).

`cache.PageCache` holds them; `wsgi.CachedSite` stands around the site, `asgi.CachedApp` before the one port.
A page lives until something changes, or for as long as its view says with `policy.keep`. Whoever changes what
the public sees calls `generations.bump`.
"""
