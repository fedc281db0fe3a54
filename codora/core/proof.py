"""Proof of work in place of a picture puzzle (ALTCHA, version 2): a sender's browser works for a moment.

A page's script gets a challenge, solves it in a worker and sends the solution with the form. Nobody else is
asked, and nothing is kept of the visitor. Whether a solution was used before is for the caller to know.
"""

import json
from base64 import b64decode
from datetime import timedelta
from typing import Any

from altcha import create_challenge, verify_solution
from django.utils import timezone
from django.utils.crypto import salted_hmac

ALGORITHM = "SHA-256"
COST = 1
PREFIX = "0000"
"""One guess in 65,536 is right: about a second of work, most of it while somebody still writes."""
GOOD_FOR = timedelta(minutes=30)


def new_challenge(purpose: str) -> dict[str, Any]:
    """For a script to solve, as JSON can hold it. `purpose` names the form: no other takes the solution."""
    return create_challenge(
        ALGORITHM,
        COST,
        key_prefix=PREFIX,
        expires_at=timezone.now() + GOOD_FOR,
        hmac_secret=_secret(purpose),
    ).to_dict()


def proof_in(payload: str, purpose: str) -> str | None:
    """Which challenge the payload solves (64 characters), or None if it is empty, wrong or too old."""
    if not payload or not verify_solution(payload, _secret(purpose)).verified:
        return None
    return str(json.loads(b64decode(payload))["challenge"]["signature"])


def _secret(purpose: str) -> str:
    return salted_hmac("codora.core.proof", purpose, algorithm="sha256").hexdigest()
