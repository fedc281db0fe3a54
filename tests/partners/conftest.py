import pytest

from codora.core import proof
from codora.core.limits import RateLimit
from codora.partners.views import joining as views


@pytest.fixture(autouse=True)
def _no_limits(loaded, monkeypatch):
    for name in ("join_limit", "unverified_limit"):
        monkeypatch.setattr(views, name, RateLimit(per_second=0, burst=1000))
    monkeypatch.setattr("codora.core.views.challenge_limit", RateLimit(per_second=0, burst=1000))
    monkeypatch.setattr(proof, "PREFIX", "0")
