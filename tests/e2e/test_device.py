"""What a browser keeps: saved to a file, loaded from it, erased; and an hour that is counted once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from tests.e2e import strip
from tests.e2e.conftest import Manage, Watch

FINISH = "/en/play/lantern-trail/finish/"
BLOCKS = '.p-program [data-key^="after-"]'
COUNTED = """
from codora.insights.actions import project_progress
from codora.insights.models import FinishDay
project_progress()
print(sum(row.finished + row.doubtful for row in FinishDay.objects.all()))
"""
KEPT = """async () => {
    const kept = {};
    for (const [name, value] of Object.entries(localStorage)) kept[`always/${name}`] = value;
    for (const [name, value] of Object.entries(sessionStorage)) kept[`visit/${name}`] = value;
    const request = indexedDB.open("codora");
    await new Promise((resolve) => { request.onsuccess = resolve; });
    const records = request.result.transaction("records").objectStore("records");
    const read = (asked) => new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
    const [keys, values] = [await read(records.getAllKeys()), await read(records.getAll())];
    request.result.close();
    keys.forEach((key, index) => { kept[key] = values[index]; });
    return kept;
}"""


@pytest.fixture
def elsewhere(chromium: Browser, site: str, watch: Watch) -> Page:
    """Another device."""
    context: BrowserContext = chromium.new_context(reduced_motion="reduce", base_url=site)
    page = context.new_page()
    watch.on(page)
    yield page
    watch.cookies_of(context)
    context.close()
    assert watch.faults == []


def saved(page: Page, to: Path) -> Path:
    page.goto(FINISH)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    download.value.save_as(to)
    return to


def load(page: Page, file: Path) -> None:
    """Chooses the file; the page starts anew when it is loaded."""
    page.goto(FINISH)
    with page.expect_navigation():
        page.locator("codora-device input[type=file]").set_input_files(file)
    expect(page.locator("codora-device button").first).to_be_visible()


def test_progress_goes_to_another_device_in_a_file(page: Page, elsewhere: Page, tmp_path: Path) -> None:
    page.goto("/en/play/lantern-trail/tallinn/")
    strip.play(page, "tallinn")
    load(elsewhere, saved(page, tmp_path / "progress.json"))
    expect(elsewhere.locator("[data-finish=title]")).to_have_text("You lit up 1 of 20 towns.")
    elsewhere.goto("/en/play/lantern-trail/tallinn/")
    expect(elsewhere.locator(BLOCKS)).to_have_count(3)


def test_a_file_that_is_not_ours_changes_nothing_and_says_so(page: Page, tmp_path: Path) -> None:
    page.goto("/en/play/lantern-trail/tallinn/")
    strip.play(page, "tallinn")
    page.goto(FINISH)
    file = tmp_path / "holiday.json"
    file.write_text(json.dumps({"codora": "no"}))
    page.locator("codora-device input[type=file]").set_input_files(file)
    expect(page.locator(".device__message")).to_contain_text("Nothing was changed")
    page.reload()
    expect(page.locator("[data-finish=title]")).to_have_text("You lit up 1 of 20 towns.")


def test_erasing_leaves_nothing_of_what_was_done(page: Page, tmp_path: Path) -> None:
    page.goto("/en/play/lantern-trail/tallinn/")
    strip.play(page, "tallinn")
    file = with_every_level_won(saved(page, tmp_path / "progress.json"))
    with page.expect_response(is_end_of_hour):
        load(page, file)
    before = page.evaluate(KEPT)
    told = "finished/lantern-trail"
    assert before.keys() >= {
        "level/lantern-trail/tallinn",
        "queue",
        told,
        f"visit/{told}",
        "always/codora.preferences",
    }
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Erase this device").click()
    expect(page.locator("[data-finish=title]")).to_have_text("Your lanterns are waiting.")
    after = page.evaluate(KEPT)
    # The next visit begins a queue of its own, under another random name.
    assert after.keys() <= {"queue"}
    assert before["queue"]["session"] not in json.dumps(after)
    page.goto("/en/play/lantern-trail/tallinn/")
    expect(page.locator(".p-tools button").first).to_be_visible()
    expect(page.locator(BLOCKS)).to_have_count(0)


def test_a_finished_hour_is_counted_once_however_often_its_end_is_seen(
    page: Page, tmp_path: Path, manage: Manage
) -> None:
    before = int(manage("shell", "--no-imports", "-c", COUNTED))
    page.goto("/en/play/lantern-trail/tallinn/")
    strip.play(page, "tallinn")
    finished = with_every_level_won(saved(page, tmp_path / "progress.json"))
    told = []
    page.context.on("response", lambda response: is_end_of_hour(response) and told.append(response.request))
    with page.expect_response(is_end_of_hour):
        load(page, finished)
    page.goto("/de/play/lantern-trail/finish/")
    tab = page.context.new_page()
    with tab.expect_response(is_end_of_hour):
        tab.goto(FINISH)
    tab.reload()
    expect(tab.locator("codora-device button").first).to_be_visible()
    for request in told:
        assert page.request.post("/api/v1/progress", data=request.post_data_json).ok
    assert int(manage("shell", "--no-imports", "-c", COUNTED)) == before + 1
    assert len({request.post_data for request in told}) == 2  # once a visit, or resent


def is_end_of_hour(response: Response) -> bool:
    return response.url.endswith("/progress") and '"finish"' in (response.request.post_data or "")


def with_every_level_won(file: Path) -> Path:
    """As if every town had been lit as the first one was."""
    content = json.loads(file.read_text())
    [won] = content["levels"].values()
    content["levels"] = {f"lantern-trail/{slug}": won for slug in strip.slugs()[:-1]}
    file.write_text(json.dumps(content))
    return file


def test_before_its_end_the_last_page_leads_on_and_holds_the_certificate_back(page: Page) -> None:
    page.goto(FINISH)
    expect(page.get_by_role("link", name="Begin with “Hello, Tallinn”")).to_be_visible()
    expect(page.get_by_role("link", name="Get my certificate")).to_be_hidden()
    expect(page.locator("input[name=name]")).to_be_hidden()
    page.get_by_text("I finished on another device").click()
    expect(page.locator("input[name=name]")).to_be_visible()


def test_at_its_end_the_last_page_offers_the_certificate(page: Page, tmp_path: Path) -> None:
    page.goto("/en/play/lantern-trail/tallinn/")
    strip.play(page, "tallinn")
    load(page, with_every_level_won(saved(page, tmp_path / "progress.json")))
    expect(page.locator("[data-finish=title]")).to_have_text("You lit up all twenty towns.")
    expect(page.get_by_role("link", name="Get my certificate")).to_be_visible()
    expect(page.locator("input[name=name]")).to_be_visible()
    expect(page.locator("[data-finish=onward]")).to_be_hidden()
