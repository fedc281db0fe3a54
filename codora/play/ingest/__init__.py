"""Progress, stored before it is acknowledged: `POST /api/v1/progress`.

A bare ASGI app with one writer thread that commits many batches together (docs/decisions/0004). The
layers, top to bottom: `configured` > `app` (HTTP) > `names` > `wire` (what a batch may hold) > `problem`;
`sqlite`, `postgres` > `writer` (group commit).
"""
