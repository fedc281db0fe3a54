"""Staff accept or send back; ambassadors look on."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from codora.accounts.actions import grant_role
from codora.accounts.models import User
from codora.accounts.roles import Role
from codora.campaigns.pledges.actions.review import accept_pledge, accept_report
from codora.campaigns.pledges.actions.writing import NotNow, begin_pledge, rewrite_pledge, submit_pledge
from codora.campaigns.pledges.models import Pledge, ProgressReport
from codora.messaging.models import OutgoingMail
from codora.pages.waiting import waiting_for
from tests.pledges import content, make_partner, make_public, make_representative, reported, signed_in, target

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now(loaded, clock):
    clock(NOW)


@pytest.fixture
def partner():
    return make_partner()


@pytest.fixture
def ada(partner):
    return make_representative(partner, "ada@example.org", language="en")


@pytest.fixture
def staff() -> User:
    user = User.objects.create_user("staff@example.org")
    grant_role(user=user, role=Role.STAFF, by=None)
    return user


@pytest.fixture
def desk(staff):
    return signed_in(staff)


@pytest.fixture
def waiting(partner, ada) -> Pledge:
    pledge = begin_pledge(partner=partner, content=content(), by=ada)
    submit_pledge(pledge=pledge, by=ada)
    return pledge


def actions_of(instance) -> list[str]:
    entries = ModelLogEntry.objects.for_instance(instance).order_by("timestamp", "pk")
    return [entry.action.removeprefix("campaigns.") for entry in entries]


def test_staff_accept_and_it_is_public(desk, waiting, client, staff):
    assert [each.text for each in waiting_for(staff)] == ["Harbour pledges: “Teachers for islands”"]
    address = waiting_for(staff)[0].url
    assert "We train them." in desk.get(address).content.decode()
    desk.post(address, {"verdict": "accept", "reason": ""})
    assert "Teachers for islands" in client.get(f"/en/pledges/{waiting.pk}/").content.decode()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.accepted_at) == ("accepted", NOW)
    assert actions_of(waiting) == ["submit_pledge", "accept_pledge"]
    mail = OutgoingMail.objects.get(to="ada@example.org")
    assert mail.subject == "Your pledge is public: Teachers for islands"
    assert "/en/pledges/mine/" in mail.text
    assert waiting_for(staff) == []


def test_staff_send_back_with_a_reason_in_the_representatives_language(
    desk, waiting, ada, client, translate_into
):
    translate_into(
        "de", **{"Please change your pledge: %(title)s": "Bitte ändert euer Versprechen: %(title)s"}
    )
    ada.language = "de"
    ada.save()
    address = reverse("staff_pledges:review", args=[waiting.pk])
    response = desk.post(address, {"verdict": "return", "reason": ""})
    assert "reason" in response.context["form"].errors
    desk.post(address, {"verdict": "return", "reason": "Where?\n\nAnd when?"})
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reason) == ("returned", "Where?\n\nAnd when?")
    assert client.get(f"/en/pledges/{waiting.pk}/").status_code == 404
    mail = OutgoingMail.objects.get(to="ada@example.org")
    assert mail.subject == "Bitte ändert euer Versprechen: Teachers for islands"
    assert "Where? And when?" in mail.text
    assert "/de/pledges/mine/" in mail.text
    assert "Where?" in signed_in(ada).get("/en/pledges/mine/").content.decode()
    assert desk.get(address).status_code == 404


def test_nobody_decides_twice(waiting, staff):
    accept_pledge(pledge=waiting, by=staff)
    with pytest.raises(NotNow):
        accept_pledge(pledge=waiting, by=staff)


def test_a_change_becomes_the_public_pledge_and_its_reports_stay(desk, partner, ada, client, staff):
    public = make_public(partner, target(100), target(5, "devices"), by=ada, countries=["MT"])
    first, second = public.targets.all()
    first.reminded_at = second.reminded_at = NOW
    first.save()
    reported(public, 40, date(2026, 6, 1))
    changed = content(
        target(200, by=date(2027, 1, 31), key=first.pk),
        target(9, "jobs"),
        title="More teachers",
        countries=["EE"],
    )
    change = rewrite_pledge(pledge=public, content=changed, by=ada)
    submit_pledge(pledge=change, by=ada)
    address = reverse("staff_pledges:review", args=[change.pk])
    page = desk.get(address).content.decode()
    for words in ("More teachers", "Teachers for islands", "Malta", "Estonia"):
        assert words in page
    assert [each.text for each in waiting_for(staff)] == ["Harbour has changed a pledge: “More teachers”"]
    desk.post(address, {"verdict": "accept"})
    [stored] = Pledge.objects.all()
    assert (stored.pk, stored.title, stored.state) == (public.pk, "More teachers", "accepted")
    assert [country.pk for country in stored.countries.all()] == ["EE"]
    goals = stored.targets.order_by("pk")
    assert [(each.number, each.unit) for each in goals] == [(200, "teachers"), (9, "jobs")]
    assert goals[0].pk == first.pk
    assert goals[0].reminded_at is None
    assert goals[0].reports.get().number == 40
    assert actions_of(public)[-1] == "accept_pledge"
    assert "More teachers" in client.get(f"/en/pledges/{public.pk}/").content.decode()


def test_a_change_that_is_sent_back_leaves_the_public_pledge(desk, partner, ada, client):
    public = make_public(partner, by=ada)
    change = rewrite_pledge(pledge=public, content=content(title="Worse"), by=ada)
    submit_pledge(pledge=change, by=ada)
    desk.post(reverse("staff_pledges:review", args=[change.pk]), {"verdict": "return", "reason": "No."})
    change.refresh_from_db()
    assert change.state == "returned"
    page = client.get(f"/en/pledges/{public.pk}/").content.decode()
    assert "Worse" not in page
    mine = signed_in(ada).get("/en/pledges/mine/").content.decode()
    assert "A change of it" in mine


def test_a_report_counts_once_staff_accept_it(desk, partner, ada, client, staff):
    public = make_public(partner, by=ada)
    report = reported(public, 100, date(2026, 6, 1), accept=False)
    assert client.get(f"/en/pledges/{public.pk}/").context["found"].standing == "on_the_way"
    [wait] = waiting_for(staff)
    assert wait.text == "Harbour reports progress: “Teachers for islands”"
    assert "Lists of those who came." in desk.get(wait.url).content.decode()
    desk.post(wait.url, {"verdict": "accept"})
    response = client.get(f"/en/pledges/{public.pk}/")
    assert response.context["found"].standing == "met"
    assert "Lists of those who came." in response.content.decode()
    assert actions_of(report) == ["report_progress", "accept_report"]
    assert (
        OutgoingMail.objects.filter(to="ada@example.org")
        .latest("pk")
        .subject.startswith("Your progress counts")
    )
    with pytest.raises(NotNow):
        accept_report(report=report, by=staff)


def test_a_report_that_is_sent_back_does_not_count(desk, partner, ada, client):
    public = make_public(partner, by=ada)
    report = reported(public, 100, date(2026, 6, 1), accept=False)
    desk.post(reverse("staff_reports:edit", args=[report.pk]), {"verdict": "return", "reason": "No list."})
    assert client.get(f"/en/pledges/{public.pk}/").context["found"].targets[0].reached == 0
    assert "No list." in OutgoingMail.objects.filter(to="ada@example.org").latest("pk").text


def test_staff_write_a_pledge_for_a_partner_and_it_waits_too(desk, partner, client, staff):
    form = {
        "partner": partner.pk,
        "title": "Tablets",
        "text": "We give them.",
        "language": "en",
        "countries": ["MT"],
        "campaign": "",
        "targets-TOTAL_FORMS": "1",
        "targets-INITIAL_FORMS": "0",
        "targets-MIN_NUM_FORMS": "1",
        "targets-MAX_NUM_FORMS": "6",
        "targets-0-number": "5",
        "targets-0-unit": "devices",
        "targets-0-by": "2026-12-31",
        "targets-0-source": "",
        "targets-0-edition": "",
        "targets-0-id": "",
    }
    response = desk.post(reverse("staff_pledges:add"), form)
    pledge = Pledge.objects.get()
    assert response["Location"] == reverse("staff_pledges:review", args=[pledge.pk])
    assert (pledge.state, pledge.made_by) == ("submitted", staff)
    assert client.get(f"/en/pledges/{pledge.pk}/").status_code == 404
    response = desk.post(reverse("staff_pledges:add"), form | {"targets-0-source": "hosted"})
    assert "This site cannot count that" in response.content.decode()
    assert desk.get(reverse("staff_pledges:edit", args=[pledge.pk])).status_code == 200
    desk.post(reverse("staff_pledges:review", args=[pledge.pk]), {"verdict": "accept"})
    goal = pledge.targets.get()
    report = {"target": goal.pk, "number": 5, "day": "2026-06-01", "text": "Given.", "link": ""}
    response = desk.post(reverse("staff_reports:add"), report | {"day": "2026-06-21"})
    assert "This day is yet to come." in response.content.decode()
    desk.post(reverse("staff_reports:add"), report)
    assert ProgressReport.objects.get().state == "submitted"


def test_an_ambassador_reads_pledges_for_the_country_and_decides_nothing(partner, ada):
    user = User.objects.create_user("estonia@example.org")
    grant_role(user=user, role=Role.AMBASSADOR, scope="EE", by=None)
    ambassador = signed_in(user)
    estonian = make_public(partner, by=ada, countries=["EE"], title="For Estonia")
    maltese = make_public(partner, by=ada, countries=["MT"], title="For Malta")
    draft = begin_pledge(partner=partner, content=content(title="Not sent", countries=["EE"]), by=ada)
    listed = ambassador.get(reverse("staff_pledges:index")).content.decode()
    assert "For Estonia" in listed
    assert "For Malta" not in listed
    assert "Not sent" not in listed
    assert ambassador.get(reverse("staff_pledges:inspect", args=[estonian.pk])).status_code == 200
    for hidden in (maltese, draft):
        assert ambassador.get(reverse("staff_pledges:inspect", args=[hidden.pk])).status_code == 404
    submit_pledge(pledge=draft, by=ada)
    for view in ("review", "edit", "delete"):
        address = reverse(f"staff_pledges:{view}", args=[draft.pk])
        assert ambassador.post(address, {"verdict": "accept"})["Location"] == "/cms/"
    draft.refresh_from_db()
    assert draft.state == "submitted"
    assert waiting_for(user) == []


def test_drafts_are_no_business_of_staff(desk, partner, ada):
    draft = begin_pledge(partner=partner, content=content(title="Not sent"), by=ada)
    assert "Not sent" not in desk.get(reverse("staff_pledges:index")).content.decode()
    assert desk.get(reverse("staff_pledges:inspect", args=[draft.pk])).status_code == 404


def test_the_site_history_does_not_tell_an_ambassador_who_wrote_a_pledge(partner, ada):
    user = User.objects.create_user("estonia@example.org")
    grant_role(user=user, role=Role.AMBASSADOR, scope="EE", by=None)
    make_public(partner, by=ada, countries=["EE"])
    told = signed_in(user).get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert "ada@" not in told
    assert "Teachers for islands" not in told


def test_a_pledge_can_be_edited_when_its_partner_has_left_the_directory(desk, partner, ada):
    pledge = make_public(partner, by=ada)
    partner.live = False
    partner.save()
    goal = pledge.targets.get()
    form = {
        "partner": partner.pk,
        "title": "Mended",
        "text": pledge.text,
        "language": "en",
        "campaign": "",
        "targets-TOTAL_FORMS": "1",
        "targets-INITIAL_FORMS": "1",
        "targets-MIN_NUM_FORMS": "1",
        "targets-MAX_NUM_FORMS": "6",
        "targets-0-id": goal.pk,
        "targets-0-number": "100",
        "targets-0-unit": "teachers",
        "targets-0-by": "2026-12-31",
        "targets-0-source": "",
        "targets-0-edition": "",
    }
    desk.post(reverse("staff_pledges:edit", args=[pledge.pk]), form)
    pledge.refresh_from_db()
    assert (pledge.title, pledge.targets.get().pk) == ("Mended", goal.pk)
