"""Campaigns as files: what loads, what is refused, and what staff changed."""

from datetime import time

import pytest

from codora.campaigns.actions import load_campaigns
from codora.campaigns.models import Campaign, CampaignText, Edition, SpecialPeriod, Target
from codora.core.files import ContentError
from codora.core.models import CacheGeneration
from codora.places.actions import load_places
from tests.small_content import change

pytestmark = pytest.mark.django_db

EVERYTHING = [
    "summer",
    "summer 2026",
    "summer in de",
    "summer in en",
    "winter",
    "winter 2026",
    "winter in en",
]


@pytest.fixture
def folder(campaigns):
    load_places(campaigns.parent / "places")
    return campaigns


def test_loading_twice_changes_nothing(folder):
    assert load_campaigns(folder).changed == EVERYTHING
    again = load_campaigns(folder)
    assert (again.changed, again.left_alone) == ([], [])


def test_what_files_say_is_stored(folder):
    load_campaigns(folder)
    summer = Campaign.objects.get(slug="summer")
    assert (summer.is_published, summer.hashtag) == (True, "SummerOfCode")
    edition = summer.editions.get()
    assert dict(edition.targets.values_list("measure", "goal")) == {"hours": 100, "hosts": 4}
    special = edition.special_periods.values_list("country", "audience", "first_day__day")
    assert set(special) == {("EE", "", 13), (None, "work", 10)}
    text = summer.texts.get(language="en")
    assert text.about == "<p>We code <b>outside</b>.</p><ul><li>by the sea</li><li>in the hills</li></ul>"
    assert text.take_part == '<p>Bring a <a href="/learn/">hat</a>.</p>'


def test_what_changed_in_a_file_changes_alone(folder):
    load_campaigns(folder)
    change(folder / "summer/text.de.yaml", "Für alle", "Für Groß und Klein")
    change(
        folder / "summer/campaign.yaml", "hours: 100, hosts: 4}", "hours: 200, hosts: 4}\n    opens: 09:00"
    )
    assert load_campaigns(folder).changed == ["summer 2026", "summer in de"]
    assert Target.objects.get(measure="hours").goal == 200
    assert Edition.objects.get(campaign__slug="summer").opens_at == time(9)
    assert SpecialPeriod.objects.count() == 2


def publish(campaign):
    campaign.is_published = True
    campaign.save()


CHANGES = {
    "winter": lambda: publish(Campaign.objects.get(slug="winter")),
    "summer 2026": lambda: Target.objects.filter(measure="hosts").delete(),
    "summer in de": lambda: CampaignText.objects.filter(language="de").update(name="Sommer"),
}


@pytest.mark.parametrize("part", CHANGES)
def test_what_staff_changed_is_left_alone_and_told(folder, part):
    load_campaigns(folder)
    CHANGES[part]()
    change(folder / "summer/text.de.yaml", "Für alle", "Für Groß und Klein")
    change(folder / "summer/campaign.yaml", "hours: 100", "hours: 200")
    change(folder / "winter/campaign.yaml", "position: 2", "position: 3")
    report = load_campaigns(folder)
    assert part not in report.changed
    assert [line.partition(": ")[2] for line in report.left_alone] == [f"an editor changed {part}"]


def test_marks_of_the_editor_are_no_change(folder):
    load_campaigns(folder)
    CampaignText.objects.filter(language="de").update(
        about='<p data-block-key="x1y2z">Wir programmieren draußen.</p>'
    )
    change(folder / "summer/text.de.yaml", "Für alle", "Für Groß und Klein")
    assert load_campaigns(folder).left_alone == []


def test_what_staff_deleted_stays_away(folder):
    load_campaigns(folder)
    Campaign.objects.get(slug="winter").delete()
    change(folder / "winter/campaign.yaml", "position: 2", "position: 3")
    report = load_campaigns(folder)
    assert (report.changed, report.left_alone) == ([], [])
    assert not Campaign.objects.filter(slug="winter").exists()

    CampaignText.objects.get(language="de").delete()
    change(folder / "summer/text.de.yaml", "Für alle", "Für Groß und Klein")
    assert "an editor deleted summer in de" in load_campaigns(folder).left_alone[0]


def test_an_edition_that_staff_made_is_not_overwritten(folder):
    load_campaigns(folder)
    summer = Campaign.objects.get(slug="summer")
    days = dict.fromkeys(["soon_from", "first_day", "last_day", "thanks_until"], "2027-07-05")
    Edition.objects.create(campaign=summer, year=2027, **days)
    change(
        folder / "summer/campaign.yaml",
        "  2026:",
        "  2027: {soon: 2027-01-01, first: 2027-01-02, last: 2027-01-03, thanks: 2027-01-04}\n  2026:",
    )
    assert "an editor made summer 2027" in load_campaigns(folder).left_alone[0]
    assert str(Edition.objects.get(year=2027).first_day) == "2027-07-05"


def test_a_translation_that_lacks_a_text_waits(folder):
    change(folder / "summer/text.de.yaml", "for_whom: Für alle.\n", "")
    report = load_campaigns(folder)
    assert "summer in de" not in report.changed
    assert "text.de.yaml: not shown yet, it lacks for_whom" in report.left_alone[0]


def test_loading_makes_pages_new(folder):
    load_campaigns(folder)
    before = CacheGeneration.objects.get(area="campaigns").number
    change(folder / "summer/campaign.yaml", "hours: 100", "hours: 200")
    load_campaigns(folder)
    assert CacheGeneration.objects.get(area="campaigns").number > before


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("campaign.yaml", "first: 2026-07-06", "first: 2026-07-16", "soon, first and last must come in this"),
        ("campaign.yaml", "last: 2026-07-14", "last: 2026-07-12", "soon, first and last must come in this"),
        ("campaign.yaml", "first: 2026-07-06", "first: July", "date - at `editions"),
        ("campaign.yaml", "hosts: 4}", "hosts: 4}\n    opens: '25:00'", "opens"),
        ("campaign.yaml", "country: EE", "country: XX", "the country XX is not in countries.yaml"),
        ("campaign.yaml", "audience: work", "audience: cats", "cats"),
        ("campaign.yaml", "hosts: 4", "hosts: 0", "targets"),
        ("campaign.yaml", "hashtag:", "hash:", "unknown field `hash`"),
        ("text.en.yaml", "for_whom: Everybody.\n", "", "for_whom: a text is needed here"),
        ("text.de.yaml", "for_whom:", "forwhom:", "forwhom: there is no such text"),
    ],
)
def test_a_mistake_is_told_with_file_and_place_and_nothing_is_stored(folder, file, old, new, reason):
    change(folder / "summer" / file, old, new)
    with pytest.raises(ContentError) as error:
        load_campaigns(folder)
    assert f"summer/{file}" in str(error.value)
    assert reason in str(error.value)
    assert not Campaign.objects.exists()
