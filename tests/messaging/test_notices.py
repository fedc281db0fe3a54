"""Somebody reports what others wrote, staff decide, both hear why, either appeals, another decides."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from codora.accounts.actions import erase_account, grant_role
from codora.accounts.models import User
from codora.accounts.queries import export_of
from codora.accounts.roles import Role
from codora.campaigns.pledges.actions.review import return_pledge
from codora.campaigns.pledges.actions.writing import rewrite_pledge, submit_pledge
from codora.core.page_cache.generations import read_generations
from codora.messaging import notices
from codora.messaging.models import Decision, Notice, OutgoingMail
from codora.messaging.notices import SamePerson, decide, forget_notices
from codora.messaging.queries import notice_figures, open_notices
from codora.messaging.views import notices as notice_views
from tests.partners.partners import make_partner, speak_for
from tests.people import sign_in
from tests.pledges import content, make_public

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)
PAGE = "/en/partners/harbour-works/"
FORM = "/en/report/partner/77/"
GOOD = {
    "reason": "wrong",
    "explanation": "They lend no tablets at all.",
    "place": "First sentence",
    "name": "Grace",
    "email": "grace@example.org",
    "good_faith": "on",
}
SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def _june(loaded, clock, monkeypatch):
    clock(NOW)
    for name in ("notice_limit", "unverified_limit"):
        monkeypatch.setattr(notice_views, name, notice_views.RateLimit(per_second=0, burst=1000))


@pytest.fixture(autouse=True)
def partner(loaded):
    ada = User.objects.create_user("ada@example.org")
    made = make_partner(pk=77)
    speak_for(made, ada)
    return made


def staff(name="staff") -> User:
    user = User.objects.create_user(f"{name}@example.org")
    grant_role(user=user, role=Role.STAFF, by=None)
    return user


def desk_of(user: User) -> Client:
    client = Client()
    sign_in(client, user)
    return client


def report(client, **changes):
    return client.post(FORM, {**GOOD, **changes}, headers=SAME)


def settle(user: User, notice: Notice, verdict="hidden", ground="rules", facts="We asked; it is not so."):
    form = {"verdict": verdict, "ground": ground, "facts": facts}
    return desk_of(user).post(reverse("notices:edit", args=[notice.pk]), form)


def reported() -> Notice:
    report(Client())
    return Notice.objects.latest("pk")


def mails_to(address: str) -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(to=address).order_by("pk"))


def link_in(mail: OutgoingMail) -> str:
    return re.search(r"^http://127\.0\.0\.1:8000(/\w+/report/appeal/\S+)$", mail.text, re.MULTILINE)[1]


def is_public() -> bool:
    return Client().get(PAGE).status_code == 200


def test_every_page_that_others_wrote_leads_to_the_form(client):
    assert f'href="{FORM}"' in client.get(PAGE).content.decode()
    assert "Harbour Works" in client.get(FORM).content.decode()


def test_a_report_is_confirmed_and_waits_for_staff(client):
    report(client)
    notice = Notice.objects.get()
    assert (notice.title, notice.path, notice.country) == (
        "Harbour Works",
        "/partners/harbour-works/",
        "MT",
    )
    assert [mail.subject for mail in mails_to("grace@example.org")] == ["We have your report"]
    waiting = desk_of(staff()).get("/cms/").content.decode()
    assert "1 report of content waits for a decision" in waiting
    assert is_public()


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"explanation": ""}, ["explanation"]),
        ({"good_faith": ""}, ["good_faith"]),
        ({"name": "", "email": ""}, ["name", "email"]),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(client, changes, fields):
    shown = report(client, **changes)
    assert shown.status_code == 422
    assert list(shown.context["form"].errors) == fields
    assert "First sentence" in shown.content.decode()
    assert not Notice.objects.exists()


def test_who_fears_for_a_child_need_not_say_who_they_are_and_comes_first(client):
    report(client)
    report(client, reason="children", name="", email="")
    assert [notice.reason for notice in open_notices()] == ["children", "wrong"]


def test_the_list_of_staff_begins_with_what_waits_children_first(client):
    done, waiting = reported(), reported()
    report(client, reason="children", name="", email="")
    first = staff("first")
    settle(first, done, verdict="kept", ground="")
    urgent = Notice.objects.get(reason="children")
    page = desk_of(staff("second")).get(reverse("notices:index"))
    assert list(page.context["object_list"]) == [urgent, waiting, done]


@pytest.mark.parametrize("path", ["partner/nobody", "nothing/harbour-works", "partner/78", "pledge/x"])
def test_only_what_is_public_can_be_reported(client, path):
    make_partner(slug="hidden", live=False, pk=78)
    assert client.get(f"/en/report/{path}/").status_code == 404


def test_what_is_hidden_is_gone_for_the_public_at_once_and_both_sides_hear_why():
    before = read_generations()["partners"]
    settle(staff(), reported())
    assert not is_public()
    assert read_generations()["partners"] > before
    to_author, to_reporter = mails_to("ada@example.org")[-1], mails_to("grace@example.org")[-1]
    for mail in (to_author, to_reporter):
        assert "We asked; it is not so." in mail.text
        assert "no automated means" in mail.text
    assert "The rules of this site" in to_author.text
    assert "It is wrong or misleading" in to_author.text
    assert "Grace" not in to_author.text
    assert "grace@" not in to_author.text


def test_the_author_reads_it_in_their_language(translate_into):
    User.objects.filter(email="ada@example.org").update(language="de")
    translate_into("de", **{"Our decision on “%(title)s”": "Unsere Entscheidung zu „%(title)s“"})
    settle(staff(), reported())
    assert mails_to("ada@example.org")[-1].subject == "Unsere Entscheidung zu „Harbour Works“"
    assert link_in(mails_to("ada@example.org")[-1]).startswith("/de/")


def test_what_stays_stays_and_needs_no_ground():
    settle(staff(), reported(), verdict="kept", ground="")
    assert is_public()
    assert Decision.objects.get().verdict == "kept"


def test_hiding_needs_a_ground():
    user, notice = staff(), reported()
    shown = settle(user, notice, ground="")
    assert "ground" in shown.context["form"].errors
    assert not Decision.objects.exists()
    assert is_public()


def test_an_appeal_is_decided_by_somebody_else_and_brings_the_page_back(client):
    first, second, notice = staff("first"), staff("second"), reported()
    settle(first, notice)
    link = link_in(mails_to("ada@example.org")[-1])
    client.post(link, {"words": "We lend forty tablets, here is the list."}, headers=SAME)
    refused = settle(first, notice, verdict="kept", ground="").content.decode()
    assert "somebody else decides" in refused
    assert "Decide, and tell both sides" not in refused
    assert not is_public()
    settle(second, notice, verdict="kept", ground="", facts="The list is right.")
    assert is_public()
    assert "The list is right." in mails_to("ada@example.org")[-1].text
    assert "/report/appeal/" not in mails_to("ada@example.org")[-1].text


def test_who_decided_first_cannot_decide_again_by_any_way():
    user, notice = staff(), reported()
    decide(notice=notice, verdict="kept", ground="", facts="Fine.", by=user)
    with pytest.raises(SamePerson):
        decide(notice=notice, verdict="hidden", ground="law", facts="Not fine.", by=user)


@pytest.mark.parametrize(("days", "taken"), [(184, True), (185, False)])
def test_an_appeal_is_taken_for_half_a_year(client, clock, days, taken):
    settle(staff(), reported())
    link = link_in(mails_to("ada@example.org")[-1])
    clock(NOW + timedelta(days=days))
    client.post(link, {"words": "No."}, headers=SAME)
    assert bool(Decision.objects.get().appeal) is taken


def appeal_of(address: str) -> None:
    Client().post(link_in(mails_to(address)[-1]), {"words": f"From {address}"}, headers=SAME)


def test_each_side_appeals_once_while_the_other_waits():
    notice = reported()
    settle(staff("first"), notice, verdict="change")
    links = {side: link_in(mails_to(side)[-1]) for side in ("grace@example.org", "ada@example.org")}
    for side, link in links.items():
        Client().post(link, {"words": f"From {side}"}, headers=SAME)
    assert Decision.objects.get().appeal == "From grace@example.org"
    settle(staff("second"), notice, verdict="change")
    assert "/report/appeal/" not in mails_to("grace@example.org")[-1].text
    appeal_of("ada@example.org")
    assert notice.last_decision.appealed_by == "author"
    assert list(open_notices()) == [notice]


def test_whose_page_is_hidden_on_an_appeal_may_appeal_in_turn():
    first, second, notice = staff("first"), staff("second"), reported()
    settle(first, notice, verdict="kept", ground="")
    assert "/report/appeal/" not in mails_to("ada@example.org")[-1].text
    appeal_of("grace@example.org")
    settle(second, notice)
    assert not is_public()
    appeal_of("ada@example.org")
    settle(second, notice, verdict="kept", ground="")
    assert not is_public()
    settle(first, notice, verdict="kept", ground="")
    assert is_public()
    assert list(open_notices()) == []


def test_a_page_that_was_off_the_site_before_is_not_brought_back(partner):
    notice = reported()
    partner.unpublish()
    settle(staff("first"), notice)
    appeal_of("ada@example.org")
    settle(staff("second"), notice, verdict="kept", ground="")
    assert not is_public()


def test_what_is_hidden_for_two_reports_comes_back_when_neither_holds():
    first, second, third = staff("first"), staff("second"), staff("third")
    one, other = reported(), reported()
    for notice in (one, other):
        settle(first, notice)
    links = [link_in(mail) for mail in mails_to("ada@example.org")]
    for link, judge, notice, comes_back in zip(
        links, (second, third), (one, other), (False, True), strict=True
    ):
        Client().post(link, {"words": "No."}, headers=SAME)
        settle(judge, notice, verdict="kept", ground="")
        assert is_public() is comes_back


def test_an_address_gets_only_some_receipts_a_day():
    for _ in range(notices.MOST_RECEIPTS + 2):
        report(Client())
    assert len(mails_to("grace@example.org")) == notices.MOST_RECEIPTS


def test_without_an_appeal_nothing_is_decided_twice():
    notice = reported()
    settle(staff("first"), notice, verdict="kept", ground="")
    settle(staff("second"), notice)
    assert Decision.objects.count() == 1
    assert is_public()


def test_half_a_year_after_the_last_decision_nobody_is_named_and_all_is_counted(clock):
    settle(staff(), reported())
    clock(NOW + timedelta(days=184))
    forget_notices()
    assert Notice.objects.get().name == "Grace"
    clock(NOW + timedelta(days=185))
    forget_notices()
    notice = Notice.objects.get()
    assert (notice.name, notice.email, notice.explanation, notice.place) == ("", "", "", "")
    assert notice_figures().notices == 1


def test_what_waits_for_a_decision_on_an_appeal_is_not_forgotten(client, clock):
    settle(staff(), reported())
    clock(NOW + timedelta(days=180))
    client.post(link_in(mails_to("ada@example.org")[-1]), {"words": "No."}, headers=SAME)
    clock(NOW + timedelta(days=300))
    forget_notices()
    assert Notice.objects.get().name == "Grace"


def test_figures_count_reasons_verdicts_and_appeals(client, clock):
    notice = reported()
    report(client, reason="fraud")
    clock(NOW + timedelta(days=4))
    settle(staff("first"), notice)
    client.post(link_in(mails_to("ada@example.org")[-1]), {"words": "No."}, headers=SAME)
    settle(staff("second"), notice, verdict="kept", ground="")
    figures = notice_figures()
    assert (figures.notices, figures.open, figures.appeals, figures.reversed) == (2, 1, 1, 1)
    assert figures.days == 4
    assert dict(figures.verdicts)["It stays"] == 1
    page = client.get("/en/report/").content.decode()
    assert "Decided otherwise after an appeal" in page


def test_without_a_proof_only_some_are_taken(client, monkeypatch):
    monkeypatch.setattr(notices, "MOST_UNVERIFIED", 1)
    report(client)
    shown = report(client)
    assert shown.status_code == 429
    assert "They lend no tablets at all." in shown.content.decode()
    assert Notice.objects.count() == 1


def test_an_account_that_is_erased_leaves_reports_that_name_nobody(client):
    grace = User.objects.create_user("grace@example.org")
    report(client)
    assert [each["title"] for each in export_of(grace)["reports_of_content"]] == ["Harbour Works"]
    erase_account(user=grace, language="en")
    assert (Notice.objects.get().name, Notice.objects.get().email) == ("", "")


def test_a_link_that_is_none_of_ours_leads_nowhere(client):
    assert client.get("/en/report/appeal/1-author.forged/").status_code == 404


def test_a_pledge_that_is_hidden_is_back_with_its_partner(client, partner):
    pledge = make_public(partner)
    page, form = f"/en/pledges/{pledge.pk}/", f"/en/report/pledge/{pledge.pk}/"
    assert f'href="{form}"' in client.get(page).content.decode()
    client.post(form, GOOD, headers=SAME)
    before = read_generations()["campaigns"]
    settle(staff(), Notice.objects.get())
    assert client.get(page).status_code == 404
    assert read_generations()["campaigns"] > before
    pledge.refresh_from_db()
    assert pledge.state == "returned"


def test_a_hidden_pledge_that_was_changed_does_not_come_back_by_an_appeal(client, partner):
    ada = User.objects.get(email="ada@example.org")
    pledge = make_public(partner, by=ada)
    client.post(f"/en/report/pledge/{pledge.pk}/", GOOD, headers=SAME)
    first, second, notice = staff("first"), staff("second"), Notice.objects.get()
    settle(first, notice)
    link = link_in(mails_to("ada@example.org")[-1])
    changed = rewrite_pledge(pledge=pledge, content=content(title="Buy now"), by=ada)
    submit_pledge(pledge=changed, by=ada)
    return_pledge(pledge=changed, reason="No advertising.", by=first)
    client.post(link, {"words": "It was right before."}, headers=SAME)
    settle(second, notice, verdict="kept", ground="")
    assert client.get(f"/en/pledges/{pledge.pk}/").status_code == 404
