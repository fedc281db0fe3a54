"""Languages, security policy, page metadata, base templates and components. Has no models; imports no other app.

Offers: `languages` (which language is asked for, which is shown), `origin` (same-site check for anonymous POSTs),
`metadata` (canonical, hreflang, Open Graph, JSON-LD), `texts` (translated content files), the template tags of
`codora_tags`.
"""
