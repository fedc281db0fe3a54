import pytest
from hypothesis import given
from hypothesis import strategies as st

from codora.core.files import ContentError
from codora.places.actions import load_places
from codora.places.models import Town
from codora.places.projection import point_on_europe
from codora.places.queries import country_name
from tests.small_content import change

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing(content):
    assert load_places(content / "places") == ["EE", "MT", "tallinn", "valletta"]
    assert load_places(content / "places") == []


def test_a_changed_town_alone_is_stored_again(content):
    load_places(content / "places")
    change(content / "places/towns.yaml", "59.437", "59.5")
    assert load_places(content / "places") == ["tallinn"]
    assert Town.objects.get(slug="tallinn").latitude == 59.5


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("country: MT", "country: XX", "valletta: the country XX is not in countries.yaml"),
        ("slug: valletta", "slug: tallinn", "the town tallinn is there twice"),
        ("{en: Tallinn, ", "{", "tallinn: names.en is missing"),
        ("59.437", "159.437", "latitude"),
        ("baltic", "castle", "house"),
        ("house: island", "house: [island", "line 13: this is not YAML"),
    ],
)
def test_a_mistake_is_told_with_file_and_place(content, old, new, reason):
    change(content / "places/towns.yaml", old, new)
    with pytest.raises(ContentError, match=r"towns\.yaml") as error:
        load_places(content / "places")
    assert reason in str(error.value)
    assert not Town.objects.exists()


def test_a_country_needs_a_time_zone_that_exists(content):
    change(content / "places/countries.yaml", "Europe/Malta", "Europe/Mdina")
    with pytest.raises(ContentError, match=r"countries\.yaml: MT: Europe/Mdina is no time zone"):
        load_places(content / "places")


def test_a_town_has_its_name_in_the_readers_language_or_english(content):
    load_places(content / "places")
    town = Town.objects.get(slug="valletta")
    assert (town.name_in("mt"), town.name_in("fi")) == ("il-Belt Valletta", "Valletta")


def test_countries_are_named_in_the_readers_language():
    assert (country_name("EE", "de"), country_name("EE", "mt")) == ("Estland", "l-Estonja")
    assert country_name("EE", "qps") == "Estonia"


@given(st.floats(35, 65), st.floats(35, 65), st.floats(-10, 30))
def test_further_north_is_higher_on_the_map(south, north, longitude):
    south, north = sorted((south, north))
    assert point_on_europe(north, longitude)[1] <= point_on_europe(south, longitude)[1]
