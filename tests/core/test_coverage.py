"""`/translate/`: what each language has, as it was counted at the build."""

import json

import pytest

from codora.core import coverage
from codora.core.coverage import read_coverage


@pytest.fixture
def built(tmp_path, monkeypatch):
    def build(**languages: tuple[int, str]) -> None:
        table = {
            code: {
                "interface": {"total": 10, "translated": done, "stale": 1 if done else 0, "review": review}
            }
            for code, (done, review) in languages.items()
        }
        (tmp_path / "coverage.json").write_text(json.dumps(table))

    monkeypatch.setattr(coverage, "BUILT_COVERAGE", tmp_path / "coverage.json")
    return build


def test_languages_with_the_most_come_first_each_with_its_state(built):
    built(fr=(0, "draft"), bg=(4, "draft"), de=(10, "draft"), mt=(10, "native"))
    assert [(row.code, row.parts[0].state) for row in read_coverage()] == [
        ("de", "draft"),
        ("mt", "read by a native speaker"),
        ("bg", "begun"),
        ("fr", "not begun"),
    ]


@pytest.mark.django_db
def test_the_page_shows_counts_and_what_is_out_of_date(client, loaded, built):
    built(de=(9, "draft"))
    page = client.get("/en/translate/").content.decode()
    assert '<th scope="row" lang="de">Deutsch</th>' in page
    assert "9 of 10" in page
    assert "1 out of date" in page


@pytest.mark.django_db
def test_before_the_first_build_the_page_still_stands(client, loaded, built):
    assert "Help to translate" in client.get("/en/translate/").content.decode()
