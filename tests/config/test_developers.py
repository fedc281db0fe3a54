"""The page for developers tells all that the description of the API tells."""

import re

import pytest

from codora.config.api import openapi
from codora.config.developers import reference

pytestmark = pytest.mark.django_db


def test_the_page_has_every_address_and_every_name(client, loaded):
    page = client.get("/en/developers/").content.decode()
    for path, operations in openapi()["paths"].items():
        assert f"<code>{path}</code>" in page
        assert operations["get"]["description"] in page
    for name, model in openapi()["components"]["schemas"].items():
        if "properties" in model and not name.endswith("Page"):
            assert f'id="{name}"' in page
            for field in model["properties"]:
                assert f"<code>{field}</code>" in page


def test_no_link_on_the_page_leads_nowhere(client, loaded):
    page = client.get("/en/developers/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    there = re.findall(r'id="([^"]+)"', main)
    assert len(there) == len(set(there))
    assert set(re.findall(r'href="#([^"]+)"', main)) <= set(there)
    for path in re.findall(r'href="(/[^"#]+)"', main):
        assert client.get(path).status_code == 200, path


def test_each_model_is_told_once_with_the_kinds_of_its_values():
    groups, common, problems = reference()
    models = [model for group in groups for model in group.models] + problems
    assert len({model.name for model in models}) == len(models)
    assert [name.name for name in common] == ["language", "limit", "offset"]
    campaign = next(model for model in models if model.name == "Campaign")
    kinds = {name.name: (name.kind, name.model) for name in campaign.names}
    assert kinds["edition"] == ("Edition | null", "Edition")
    assert kinds["languages"] == ("string[]", "")
    edition = next(model for model in models if model.name == "Edition")
    phase = next(name for name in edition.names if name.name == "phase")
    assert phase.values == ("before", "soon", "live", "after")


def test_what_others_make_classes_of_has_plain_names():
    names = set(openapi()["components"]["schemas"])
    assert {"Activity", "ActivityPage", "Campaign", "Partner", "News", "Problem"} <= names
    assert not [name for name in names if name.endswith(("Out", "Question", "_"))]


def test_the_address_in_the_guide_leads_to_the_page_in_the_readers_language(client, db):
    response = client.get("/api/v1/docs/", headers={"accept-language": "mt, en;q=0.5", "accept": "text/html"})
    assert (response.status_code, response["Location"]) == (302, "/mt/developers/")
    assert "Accept-Language" in response["Vary"]
