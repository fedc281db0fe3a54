"""Languages, security policy, page metadata, base templates and components. No models; imports no other app.

Offers: `languages` (which language is asked for, which is shown), `routing` (URLs under a language), `origin`
(same-site check for anonymous POSTs), `metadata` (canonical, hreflang, Open Graph, JSON-LD), `texts`
(translated content files), and the template tags of `codora_tags`.
"""
