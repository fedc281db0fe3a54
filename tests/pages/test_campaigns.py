"""The public pages of campaigns, and the home page, which follow the clock."""

import json
import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, ModelLogEntry

from codora.accounts.actions import grant_role
from codora.accounts.roles import Role
from codora.campaigns.models import Campaign, CampaignText, Edition, HostedHour
from codora.core.models import CacheGeneration
from codora.core.page_cache.policy import KEEP
from codora.insights.models import FinishDay
from codora.pages.models import HomePage, NewsIndexPage, NewsPage
from codora.search.queries import search
from tests.small_content import write
from tests.snapshots import load_content

pytestmark = pytest.mark.django_db

BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.fixture
def summer(campaigns) -> Campaign:
    load_content()
    return Campaign.objects.get(slug="summer")


def html(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize(
    ("moment", "shown", "seconds"),
    [
        ((2026, 5, 31, 23, 59, 30), None, 30),
        ((2026, 6, 1, 12), "<b>35</b> <span>days to go</span>", 60),
        ((2026, 7, 5, 12), "<b>1</b> <span>day to go</span>", 60),
        ((2026, 7, 5, 23, 59, 50), "<b>1</b> <span>day to go</span>", 10),
        ((2026, 7, 6), "<b>7</b> <span>days left</span>", 60),
        ((2026, 7, 13), "Thank you", 60),
        ((2026, 7, 21), None, 60),
    ],
)
def test_the_home_page_follows_the_clock_and_is_kept_no_longer_than_it_is_right(
    client,
    summer,
    clock,
    moment,
    shown,
    seconds,
):
    clock(datetime(*moment, tzinfo=BRUSSELS))
    response = client.get("/en/")
    page = " ".join(response.content.decode().split())
    assert ("Summer of code" in page) is (shown is not None)
    assert (shown or "") in page
    assert response.wsgi_request.META[KEEP] == seconds


def test_on_the_day_itself_home_and_page_say_when_it_opens(client, summer, clock):
    edition = summer.editions.get()
    edition.opens_at = time(9)
    edition.save()
    clock(datetime(2026, 7, 6, 8, 59, 30, tzinfo=BRUSSELS))
    for path in ("/en/", "/en/campaigns/summer/"):
        response = client.get(path)
        assert "today at 09:00" in response.content.decode()
        assert response.wsgi_request.META[KEEP] == 30
    clock(datetime(2026, 7, 6, 9, tzinfo=BRUSSELS))
    assert "days left" in html(client, "/en/")


def test_a_campaigns_page_says_what_when_and_for_whom(client, summer, clock):
    clock(datetime(2026, 7, 11, 12, tzinfo=BRUSSELS))
    page = html(client, "/en/campaigns/summer/")
    assert "<h1" in page
    assert "#SummerOfCode" in page
    assert "We code <b>outside</b>." in page
    assert '<a href="/en/learn/">hat</a>' in page
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th><td>(.*?)</td></tr>", page)
    words = [(re.sub(r"<.*?>", "", who).split(), days) for who, days in rows]
    assert words == [
        (["Everywhere,", "for", "all", "Now"], "6 July – 12 July 2026"),
        (["Companies", "and", "adults", "Over"], "10 July 2026"),
        (["Estonia", "Soon"], "13 July – 14 July 2026"),
    ]
    assert "<b>2</b> <span>days left</span>" in page


def test_targets_stand_beside_the_figures(client, summer, clock):
    clock(datetime(2026, 7, 11, 12, tzinfo=BRUSSELS))
    for day, hours, held in (((2026, 7, 5), 500, 0), ((2026, 7, 6), 20, 5), ((2026, 7, 14), 15, 0)):
        FinishDay.objects.create(
            day=date(*day), activity="walk", language=f"{hours}", finished=hours, held=held
        )
    edition = summer.editions.get()
    for country, confirmed_at in (("EE", timezone.now()), ("MT", timezone.now()), ("MT", None)):
        HostedHour.objects.create(
            edition=edition,
            kind="school",
            country_id=country,
            participants=20,
            starts_at=timezone.now(),
            confirmed_at=confirmed_at,
        )
    page = html(client, "/en/campaigns/summer/")
    assert re.findall(r"target__label\">([^<]+)</span> <span[^>]*><b>([^<]+)</b> of ([^<]+)<", page) == [
        ("Hours finished", "30", "100"),
        ("Hosts", "2", "4"),
    ]


def test_machines_hear_of_the_days(client, summer, clock):
    clock(datetime(2026, 7, 1, tzinfo=BRUSSELS))
    page = client.get("/de/campaigns/summer/").content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert (data["@type"], data["name"]) == ("Event", "Sommer im Code 2026")
    assert (data["startDate"], data["endDate"]) == ("2026-07-06", "2026-07-12")
    assert data["url"] == "http://127.0.0.1:8000/de/campaigns/summer/"
    edition = summer.editions.get()
    edition.opens_at = time(9)
    edition.save()
    assert '"startDate": "2026-07-06T09:00:00+02:00"' in client.get("/de/campaigns/summer/").content.decode()
    assert "/share/" in page


def test_the_list_has_what_is_published(client, summer):
    page = html(client, "/en/campaigns/")
    assert "Summer of code" in page
    assert "Winter of code" not in page


def test_a_campaign_of_others_is_told_as_such(client, summer):
    assert "We are not part of it" not in html(client, "/en/campaigns/summer/")
    summer.website = "https://campaign.example/"
    summer.save()
    page = html(client, "/en/campaigns/summer/")
    assert "We are not part of it" in page
    assert "sameAs" in page


def test_what_is_not_published_is_shown_to_those_who_may_change_it(client, summer, django_user_model):
    path = "/en/campaigns/winter/"
    assert client.get(path).status_code == 404
    for role, status in ((Role.EDITOR, 404), (Role.CAMPAIGN_MANAGER, 200)):
        user = django_user_model.objects.create_user(f"{role}@example.org")
        grant_role(user=user, role=role, by=None)
        client.force_login(user)
        assert client.get(path).status_code == status
    assert "the campaign is not published" in html(client, path)


def test_news_of_a_campaign_stand_on_its_page_in_the_readers_language_or_english(client, summer):
    for language, title in (("en", "It begins"), ("de", "Es beginnt")):
        home = HomePage.objects.get(locale__language_code=language)
        index = home.add_child(
            instance=NewsIndexPage(title="News", slug="news", lead="x", locale=home.locale)
        )
        news = NewsPage(title=title, lead="x", date=date(2026, 7, 1), locale=home.locale, campaign=summer)
        index.add_child(instance=news)
    assert Locale.objects.filter(language_code="mt").exists()
    for language, title in (("de", "Es beginnt"), ("mt", "It begins")):
        assert title in html(client, f"/{language}/campaigns/summer/")


def test_news_that_ship_name_their_campaign(client, summer, content):
    write(content / "pages/news/page.yaml", "{type: news-index}")
    write(content / "pages/news/en.md", "---\ntitle: News\nlead: New.\ndescription: All.\n---\n")
    for slug, campaign in (("hot", "summer"), ("cold", "gone")):
        write(
            content / f"pages/news/{slug}/page.yaml",
            f"{{type: news, date: 2026-07-01, campaign: {campaign}}}",
        )
        words = f"---\ntitle: So {slug}\nlead: New.\ndescription: All.\n---\n\n## More {{#more}}\n\nText.\n"
        write(content / f"pages/news/{slug}/en.md", words)
    load_content()
    assert "So hot" in html(client, "/en/campaigns/summer/")
    assert NewsPage.objects.get(slug="cold").campaign is None


def test_sitemaps_and_search_know_what_is_published(client, summer):
    sitemap = client.get("/sitemap-de.xml").content.decode()
    assert "/de/campaigns/summer/</loc>" in sitemap
    assert "/campaigns/winter/" not in sitemap
    found = search("hat", language="en").results
    assert [(result.kind, result.url) for result in found] == [("Campaign", "/en/campaigns/summer/")]
    assert not search("winter", language="en").results


TEXTS = {
    "language": "en",
    "review": "native",
    "name": "Autumn of code",
    "lead": "Leaves fall.",
    "about": '{"blocks": [], "entityMap": {}}',
    "for_whom": '{"blocks": [], "entityMap": {}}',
    "take_part": '{"blocks": [], "entityMap": {}}',
}


def inline(name: str, *rows: dict[str, str]) -> dict[str, str]:
    """What a browser sends of an InlinePanel."""
    sent = {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        sent |= {f"{name}-{number}-{field}": value for field, value in row.items()}
    return sent


def test_staff_make_a_campaign_and_visitors_see_it_at_once(
    admin_client, client, summer, django_capture_on_commit_callbacks
):
    before = CacheGeneration.objects.get(area="campaigns").number
    campaign = {"slug": "autumn", "is_published": "on", "position": "5", "hashtag": "Autumn"}
    text = {**TEXTS, "about": json.dumps({"blocks": [block("Rain or shine.")], "entityMap": {}})}
    for field in ("for_whom", "take_part"):
        text[field] = text["about"]
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(reverse("staff_campaigns:add"), {**campaign, **inline("texts", text)})
    made = Campaign.objects.get(slug="autumn")
    edition = {
        "campaign": made.pk,
        "year": "2026",
        "soon_from": "2026-09-01",
        "first_day": "2026-10-01",
        "last_day": "2026-10-02",
        "thanks_until": "2026-10-05",
        "opens_at": "09:00",
    }
    special = {"country": "EE", "audience": "", "soon_from": "2026-09-01", "first_day": "2026-10-03"}
    special |= {"last_day": "2026-10-03", "opens_at": "00:00"}
    rows = {**inline("special_periods", special), **inline("targets", {"measure": "hours", "goal": "9"})}
    admin_client.post(reverse("staff_editions:add"), {**edition, **rows})

    assert CacheGeneration.objects.get(area="campaigns").number > before
    page = html(client, "/en/campaigns/autumn/")
    assert "Rain or shine." in page
    assert "3 October 2026" in page
    assert "1 October – 2 October 2026<br>opens at 09:00" in page
    assert search("autumn", language="en").results[0].url == "/en/campaigns/autumn/"
    logged = ModelLogEntry.objects.filter(action="wagtail.create").values_list(
        "content_type__model", flat=True
    )
    assert {"campaign", "edition"} <= set(logged)

    with django_capture_on_commit_callbacks(execute=True):
        CampaignText.objects.get(campaign=made).delete()
        made.editions.all().delete()
        made.delete()
    assert not search("autumn", language="en").results


def block(text: str) -> dict[str, object]:
    return {
        "key": "a",
        "text": text,
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }


def test_staff_cannot_publish_what_has_no_english_words(admin_client, summer):
    german = {**TEXTS, "language": "de", "about": json.dumps({"blocks": [block("Ja.")], "entityMap": {}})}
    german |= dict.fromkeys(("for_whom", "take_part"), german["about"])
    campaign = {"slug": "autumn", "position": "5", **inline("texts", german)}
    response = admin_client.post(reverse("staff_campaigns:add"), {**campaign, "is_published": "on"})
    assert "Write the English texts first" in response.content.decode()
    assert not Campaign.objects.filter(slug="autumn").exists()
    admin_client.post(reverse("staff_campaigns:add"), campaign)
    assert Campaign.objects.filter(slug="autumn", is_published=False).exists()


def test_staff_choose_countries_by_name_and_find_the_page_of_a_campaign(admin_client, summer):
    edition = summer.editions.get()
    form = admin_client.get(reverse("staff_editions:edit", args=[edition.pk])).content.decode()
    assert re.search(r'<option value="EE" selected>\s*Estonia', form)
    assert (
        'href="/en/campaigns/summer/"' in admin_client.get(reverse("staff_campaigns:index")).content.decode()
    )


def test_staff_see_names_and_come_from_a_campaign_to_its_next_edition(admin_client, summer):
    page = admin_client.get(reverse("staff_campaigns:index")).content.decode()
    assert "Summer of code" in page
    address = f"{reverse('staff_editions:add')}?campaign={summer.pk}"
    assert f'href="{address}"' in page
    form = admin_client.get(address).content.decode()
    assert re.search(rf'<option value="{summer.pk}" selected>\s*Summer of code', form)
    assert re.search(rf'name="year" value="{timezone.localdate().year}"', form)


@pytest.mark.parametrize("campaign", ["", "x", "9" * 30, "0"])
def test_an_edition_of_no_campaign_begins_with_none_chosen(admin_client, campaign):
    form = admin_client.get(f"{reverse('staff_editions:add')}?campaign={campaign}").content.decode()
    assert re.search(r'<option value="" selected>', form)


def test_days_in_the_wrong_order_are_told_to_staff(admin_client, summer):
    edition = {
        "campaign": summer.pk,
        "year": "2027",
        "soon_from": "2027-09-01",
        "first_day": "2027-08-01",
        "last_day": "2027-10-02",
        "thanks_until": "2027-10-05",
        "opens_at": "00:00",
    }
    response = admin_client.post(
        reverse("staff_editions:add"), {**edition, **inline("special_periods"), **inline("targets")}
    )
    assert "must come in this order" in response.content.decode()
    assert not Edition.objects.filter(year=2027).exists()


def test_home_with_a_campaign_asks_the_database_at_most_twelve_times(
    client,
    summer,
    clock,
    django_assert_max_num_queries,
):
    clock(datetime(2026, 7, 6, tzinfo=BRUSSELS))
    client.get("/en/")  # fills Wagtail's cache of sites and the one of figures
    with django_assert_max_num_queries(12):
        assert "Summer of code" in html(client, "/en/")
