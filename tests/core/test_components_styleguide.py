"""The style guide is for those who make the site."""

import pytest
from django.urls import reverse

from codora.accounts.models import User
from codora.core.styleguide import all_components, colour_tokens
from tests.people import sign_in

URL = "/en/styleguide/"


@pytest.mark.django_db
def test_visitors_do_not_find_it(client, settings):
    settings.DEBUG = False
    assert client.get(URL).status_code == 404


@pytest.mark.django_db
def test_staff_see_every_component_on_every_ground(client, settings):
    settings.DEBUG = False
    sign_in(client, User.objects.create_user("staff@example.org", is_staff=True))
    html = client.get(URL).content.decode()
    assert reverse("core:styleguide_show").endswith("/styleguide/")
    for component in all_components():
        assert f'<h2 id="{component.name}">' in html
    for mood in ("play", "work"):
        for theme in ("light", "dark"):
            grounds = html.count(f'data-mood="{mood}" data-theme="{theme}"')
            assert grounds == len(all_components())


def test_colours_are_told_from_other_tokens():
    names = colour_tokens()
    assert {"pine-700", "ground", "block-loop"} <= set(names)
    assert not {"radius", "s-4", "font-text", "shadow"} & set(names)
