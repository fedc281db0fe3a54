"""The figures are the same wherever they are shown."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from codora.insights import tasks
from codora.insights.actions import project_progress
from codora.insights.models import FinishDay
from codora.insights.queries import participation
from tests.insights.conftest import START, TODAY, WINS, finish

pytestmark = pytest.mark.django_db(databases=["default", "progress"])


def hours_on(day, number, language="el", held=0):
    FinishDay.objects.create(day=day, activity="walk", language=language, finished=number, held=held)


def test_before_anybody_finished_all_is_nought(loaded):
    figures = participation()
    assert (figures.hours, figures.held, figures.languages, figures.levels) == (0, 0, [], [])
    assert [day.hours for day in figures.days] == [0] * 30


def test_days_are_the_last_thirty_oldest_first(loaded):
    hours_on(TODAY, 3)
    hours_on(TODAY, 2, language="bg")
    hours_on(TODAY - timedelta(days=29), 1)
    hours_on(TODAY - timedelta(days=30), 7)
    figures = participation()
    assert figures.hours == 13
    assert [(day.date, day.hours) for day in figures.days if day.hours] == [
        (TODAY - timedelta(days=29), 1),
        (TODAY, 5),
    ]
    assert figures.days[-1].date == TODAY


def test_languages_are_named_in_themselves_most_first_without_what_is_held(loaded):
    hours_on(TODAY, 2, language="el")
    hours_on(TODAY, 5, language="bg")
    hours_on(TODAY, 9, language="mt", held=9)
    languages = [(figure.code, figure.name, figure.hours) for figure in participation().languages]
    assert languages == [("bg", "български", 5), ("el", "Ελληνικά", 2)]


def test_levels_stand_in_the_order_of_the_activity(report):
    report(*reversed(WINS), START)
    project_progress()
    levels = [(figure.level, figure.started, figure.won) for figure in participation().levels]
    assert levels == [("tallinn", 1, 1), ("valletta", 0, 1)]


def test_figures_are_read_once_a_minute_at_most(loaded, django_assert_num_queries):
    hours_on(TODAY, 1)
    participation()
    with django_assert_num_queries(0):
        assert participation().hours == 1


def test_the_page_shows_every_figure(client, report):
    report(START, *WINS, finish(language="mt"))
    report(START, *WINS, finish(language="mt"), session=2)
    project_progress()
    response = client.get("/en/figures/")
    page = response.content.decode()
    assert response.context["hours"] == 2
    assert "Malti" in page
    assert "First steps" in page
    assert "How we count" in page
    [activity] = response.context["activities"]
    assert activity["levels"][0] == {"title": "First steps", "started": 2, "won": 2}


@pytest.mark.parametrize("days", [1, 3])
def test_the_page_asks_the_database_the_same_number_of_times(
    client, loaded, days, django_assert_max_num_queries
):
    for number in range(days):
        hours_on(TODAY - timedelta(days=number), 1)
    with django_assert_max_num_queries(16):  # seven sections, once a minute
        client.get("/en/figures/")


def test_home_shows_the_same_count(client, report):
    report(START, *WINS, finish())
    project_progress()
    assert client.get("/en/").context["hours"] == client.get("/en/figures/").context["hours"] == 1


def test_one_projection_waits_at_a_time(loaded):
    def waiting():
        return DBTaskResult.objects.filter(task_path="codora.insights.tasks.project_progress").count()

    for _ in range(3):
        tasks.enqueue_projection()
    assert waiting() == 1


def test_the_task_counts(report):
    report(START, *WINS, finish())
    tasks.project_progress.call()
    assert participation().hours == 1
