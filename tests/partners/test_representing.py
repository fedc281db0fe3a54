"""From the inquiry to the directory: staff list, a representative writes, staff publish or send back."""

import io
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from codora.accounts.actions import erase_account, grant_role
from codora.accounts.models import User
from codora.accounts.queries import export_of
from codora.accounts.roles import Role
from codora.core.page_cache.generations import read_generations
from codora.messaging.models import OutgoingMail
from codora.partners.actions.directory import forget_logos
from codora.partners.actions.representation import forget_invitations, invite_representative
from codora.partners.invitations import invitation_of
from codora.partners.models import Inquiry, Partner, Representative
from tests.partners.partners import make_partner, speak_for
from tests.people import sign_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)
MINE = "/en/partners/mine/harbour-works/"
GOOD = {
    "name": "Harbour Works",
    "does": "We visit schools.",
    "about": "",
    "contributions": ["mentors", "devices"],
    "kind": "company",
    "country": "MT",
    "languages": ["mt"],
    "website": "",
    "logo_text": "",
}


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def staff() -> User:
    user = User.objects.create_user("staff@example.org")
    grant_role(user=user, role=Role.STAFF, by=None)
    return user


@pytest.fixture
def desk(staff) -> Client:
    client = Client()
    sign_in(client, staff)
    return client


@pytest.fixture
def ada() -> User:
    return User.objects.create_user("ada@example.org", language="de")


@pytest.fixture
def writer(client, ada) -> Client:
    """A representative's browser."""
    client.force_login(ada)
    return client


@pytest.fixture
def partner(ada) -> Partner:
    made = make_partner()
    speak_for(made, ada)
    return made


def mails_to(address: str) -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(to=address).order_by("pk"))


def link_in(mail: OutgoingMail) -> str:
    return re.search(r"^http://127\.0\.0\.1:8000(/\S+)$", mail.text, re.MULTILINE)[1]


def picture(kind="PNG", size=(400, 200)) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", size, "navy").save(file, kind)
    file.seek(0)
    file.name = f"logo.{kind.lower()}"
    return file


def publish(desk: Client, partner: Partner) -> None:
    """As staff do: open what was sent in, and press Publish."""
    address = reverse("staff_partners:edit", args=[partner.pk])
    form = desk.get(address).context["form"]
    data = {name: value for name, value in form.initial.items() if value is not None}
    texts = form.formsets["texts"]
    data |= {f"texts-{name}": value for name, value in texts.management_form.initial.items()}
    for number, text in enumerate(texts.forms):
        values = text.initial | {"id": text.instance.pk or "", "ORDER": number + 1}
        data |= {f"texts-{number}-{name}": value for name, value in values.items()}
    data |= {"country": partner.country_id, "action-publish": "1"}
    assert desk.post(address, data).status_code == 302


def test_an_inquiry_that_is_listed_stands_in_the_directory_and_its_writer_is_invited(desk, staff):
    inquiry = Inquiry.objects.create(
        kind="company",
        organisation="Hafen & Söhne",
        country_id="MT",
        email="ada@example.org",
        contributions=["mentors"],
        speaks=["de"],
        language="de",
    )
    address = reverse("inquiries:list", args=[inquiry.pk])
    offered = desk.get(address).context["form"].initial
    assert offered == {"name": "Hafen & Söhne", "slug": "hafen-sohne"}
    desk.post(address, {**offered, "does": "Wir besuchen Schulen."})
    page = Client().get("/de/partners/hafen-sohne/").content.decode()
    assert "Wir besuchen Schulen." in page
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.partner.slug) == ("listed", "hafen-sohne")
    [mail] = mails_to("ada@example.org")
    assert mail.language == "de"
    assert link_in(mail).startswith("/de/partners/invitations/")


@pytest.mark.parametrize(
    ("name", "slug"), [("Ναυπηγείο Κώδικα", "naypigeio-kodika"), ("Школа Ботев", "shkola-botev")]
)
def test_an_address_is_offered_for_a_name_in_any_script(desk, name, slug):
    inquiry = Inquiry.objects.create(kind="company", organisation=name, country_id="MT", language="el")
    form = desk.get(reverse("inquiries:list", args=[inquiry.pk])).context["form"]
    assert form.initial["slug"] == slug


def test_an_address_that_another_partner_has_is_refused_and_nothing_is_lost(desk, partner):
    inquiry = Inquiry.objects.create(kind="company", organisation="B", country_id="MT", language="en")
    form = {"name": "B", "slug": partner.slug, "does": "We help."}
    shown = desk.post(reverse("inquiries:list", args=[inquiry.pk]), form).context["form"]
    assert "slug" in shown.errors
    assert shown["does"].value() == "We help."
    assert Partner.objects.count() == 1


def test_an_invitation_is_good_once_and_for_two_weeks(client, ada, staff, clock):
    partner = make_partner()
    invite_representative(partner=partner, email="other@example.org", language="en", by=staff)
    link = link_in(mails_to("other@example.org")[0])
    assert "/account/sign-in/" in client.get(link).url
    client.force_login(ada)
    client.post(link)
    assert [person.user for person in partner.representatives.all()] == [ada]
    assert not Representative.objects.exclude(email="").exists()
    assert client.post(link).status_code == 410


def test_an_invitation_that_nobody_took_is_forgotten(staff, clock, monkeypatch):
    invite_representative(partner=make_partner(), email="other@example.org", language="en", by=staff)
    link = link_in(mails_to("other@example.org")[0])
    later = datetime.now(UTC) + timedelta(days=15)
    clock(later)
    monkeypatch.setattr("django.core.signing.time.time", later.timestamp)
    assert invitation_of(link.split("/")[-2]) is None
    forget_invitations()
    assert not Representative.objects.exists()
    assert mails_to("other@example.org") == []


@pytest.mark.parametrize("person", ["visitor", "account", "other partner"])
def test_nobody_else_edits_a_partner(client, partner, person):
    if person != "visitor":
        user = User.objects.create_user("eve@example.org")
        client.force_login(user)
    if person == "other partner":
        speak_for(make_partner(slug="other", name="Other"), user)
    response = client.post(MINE, GOOD)
    assert response.status_code == 404 or "/account/sign-in/" in response.url
    assert not partner.revisions.exists()


def test_what_a_representative_sends_in_is_public_once_staff_publish_it(writer, desk, partner, staff):
    writer.post(MINE, {**GOOD, "does": "We visit every school."})
    public = "/en/partners/harbour-works/"
    assert "We lend tablets to schools." in Client().get(public).content.decode()
    assert "We visit every school." in writer.get(MINE).content.decode()
    assert "Harbour Works" in mails_to(staff.email)[0].subject
    assert "Harbour Works has changed its page" in desk.get("/cms/").content.decode()
    publish(desk, partner)
    assert "We visit every school." in Client().get(public).content.decode()
    assert link_in(mails_to("ada@example.org")[-1]) == public
    partner.refresh_from_db()
    assert partner.submitted_at is None
    assert "Harbour Works has changed its page" not in desk.get("/cms/").content.decode()


def test_staff_are_told_once_of_several_changes(writer, partner, staff):
    writer.post(MINE, GOOD)
    writer.post(MINE, {**GOOD, "does": "Another."})
    assert len(mails_to(staff.email)) == 1


def test_words_in_another_language_come_beside_those_that_are_there(writer, desk, partner):
    writer.post(f"{MINE}?language=de", {**GOOD, "does": "Wir besuchen Schulen."})
    publish(desk, partner)
    assert {text.language: text.does for text in Partner.objects.get().texts.all()} == {
        "en": "We lend tablets to schools.",
        "de": "Wir besuchen Schulen.",
    }


def test_staff_send_a_change_back_and_the_draft_stays(writer, desk, partner):
    writer.post(MINE, {**GOOD, "does": "Buy now!"})
    reason = {"reason": "Say what you contribute instead of what you sell."}
    desk.post(reverse("staff_partners:send_back", args=[partner.pk]), reason)
    assert reason["reason"] in mails_to("ada@example.org")[-1].text
    assert "Buy now!" in writer.get(MINE).content.decode()
    partner.refresh_from_db()
    assert partner.submitted_at is None
    assert "We lend tablets" in Client().get("/en/partners/harbour-works/").content.decode()


def test_a_mistake_keeps_what_was_typed(writer, partner):
    shown = writer.post(MINE, {**GOOD, "name": "", "does": "Much work."})
    assert shown.status_code == 422
    assert "Much work." in shown.content.decode()
    assert not partner.revisions.exists()


def test_a_logo_is_written_anew_and_shown_with_its_words(writer, desk, partner):
    writer.post(MINE, {**GOOD, "logo": picture(), "logo_text": "A blue harbour"})
    assert (
        "<img"
        not in re.search(
            r"<main.*</main>", Client().get("/en/partners/harbour-works/").content.decode(), re.DOTALL
        )[0]
    )
    publish(desk, partner)
    page = Client().get("/en/partners/harbour-works/").content.decode()
    logo = re.search(
        r'<img class="partner-facts__logo" src="([^"]+)" width="400" height="200" alt="A blue', page
    )
    served = Client().get(logo[1])
    assert Image.open(io.BytesIO(b"".join(served))).size == (400, 200)
    served.close()


@pytest.mark.parametrize(
    "file",
    [io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), io.BytesIO(b"MZ" * 400)],
)
def test_what_is_no_picture_is_refused(writer, partner, file):
    file.name = "logo.png"
    shown = writer.post(MINE, {**GOOD, "logo": file})
    assert "logo" in shown.context["form"].errors
    assert not partner.revisions.exists()


def test_logos_that_no_draft_and_no_page_holds_are_deleted(writer, desk, partner, clock):
    for colour in ("one", "two"):
        writer.post(MINE, {**GOOD, "logo": picture(), "logo_text": colour})
    names = [revision.content["logo"] for revision in partner.revisions.order_by("pk")]
    storage = Partner._meta.get_field("logo").storage
    forget_logos()
    assert all(map(storage.exists, names))
    clock(datetime.now(UTC) + timedelta(days=2))
    forget_logos()
    assert [storage.exists(name) for name in names] == [False, True]


def test_a_request_larger_than_a_logo_may_be_is_refused_before_it_is_read(writer, partner):
    large = io.BytesIO(b"x" * (3 * 1024 * 1024))
    large.name = "logo.png"
    assert writer.post(MINE, {**GOOD, "logo": large}).status_code == 413


def test_staff_invite_and_take_off(desk, partner, ada):
    address = reverse("staff_partners:representatives", args=[partner.pk])
    desk.post(address, {"email": "new@example.org", "language": "mt"})
    assert mails_to("new@example.org")[0].language == "mt"
    [known, invited] = partner.representatives.order_by("pk")
    assert (known.user, invited.email) == (ada, "new@example.org")
    desk.post(address, {"remove": known.pk})
    assert [person.email for person in partner.representatives.all()] == ["new@example.org"]


def test_the_export_of_an_account_tells_for_whom_the_person_speaks(partner, ada):
    Inquiry.objects.create(
        kind="company", organisation="B", country_id="MT", email=ada.email, message="Hello", language="en"
    )
    export = export_of(ada)
    assert [each["partner__name"] for each in export["represents"]] == ["Harbour Works"]
    assert [each["message"] for each in export["partner_inquiries"]] == ["Hello"]


def test_an_account_that_is_erased_leaves_the_page_of_the_organisation(writer, desk, partner, ada):
    writer.post(MINE, GOOD)
    publish(desk, partner)
    erase_account(user=ada, language="de")
    assert "We visit schools." in Client().get("/en/partners/harbour-works/").content.decode()
    assert not Representative.objects.exists()


def test_the_names_of_our_own_pages_are_no_partners(desk):
    inquiry = Inquiry.objects.create(kind="company", organisation="B", country_id="MT", language="en")
    form = {"name": "Join", "slug": "join", "does": "We help."}
    shown = desk.post(reverse("inquiries:list", args=[inquiry.pk]), form).context["form"]
    assert "slug" in shown.errors


def test_the_directory_does_not_filter_by_what_is_not_public_yet(writer, desk, partner):
    def found(contribution: str) -> int:
        return Client().get(f"/en/partners/?contribution={contribution}").context["count"]

    before = read_generations()["partners"]
    writer.post(MINE, {**GOOD, "contributions": ["devices"]})
    assert (found("mentors"), found("devices")) == (1, 0)
    assert read_generations()["partners"] == before
    publish(desk, partner)
    assert (found("mentors"), found("devices")) == (0, 1)
    assert read_generations()["partners"] > before
