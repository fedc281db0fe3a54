"""What the public API is made of, whatever app an answer comes from (docs/decisions/0017).

Each app has its router in `api.py`; codora/config/api.py puts them together. `schemas` are what questions and
lists have in common, `problems` how a question is refused, `public` the OpenAPI description, `middleware`
what every answer under PREFIX has: language, CORS, ETag, a problem document in place of a page.
"""

PREFIX = "/api/v1/"
DOCS = f"{PREFIX}docs/"
"""Leads to the page for developers: the one address here that is for people."""
