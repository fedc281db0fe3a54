"""Asking the public API, for tests of every part of it."""

import json


def ask(client, path: str, **headers: str):
    response = client.get(f"/api/v1/{path}", headers=headers)
    return response, json.loads(response.content or "null")


def results(client, path: str, **headers: str) -> list[dict]:
    response, answer = ask(client, path, **headers)
    assert response.status_code == 200, answer
    return answer["results"]
