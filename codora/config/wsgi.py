"""The site without progress, as WSGI, behind its page cache."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "codora.config.settings")

from codora.config.page_cache import cacheable_requests, page_cache
from codora.core.page_cache.wsgi import CachedSite

application = CachedSite(get_wsgi_application(), page_cache, cacheable_requests)
