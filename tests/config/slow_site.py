"""A site with a single thread, for the test of slow senders; PATIENCE is in seconds."""

import os

from a2wsgi import WSGIMiddleware

from codora.config.whole_requests import WholeRequests


def site(environ, start_response):
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


application = WholeRequests(WSGIMiddleware(site, workers=1), patience=float(os.environ["PATIENCE"]))
