"""Numbers, the clock ring and charts."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from codora.core.templatetags.figure_tags import (
    bars,
    clock_minutes,
    day,
    minutes_lit,
    moment,
    next_milestone,
    number,
)


@dataclass
class Point:
    hours: int


@pytest.mark.parametrize(
    ("count", "goal"),
    [(0, 10), (9, 10), (10, 25), (24, 25), (25, 50), (50, 100), (640, 1000), (128406, 250000)],
)
def test_milestone_is_the_next_round_number(count, goal):
    assert next_milestone(count) == goal


@given(st.integers(min_value=0, max_value=10**9))
def test_ring_is_never_full_before_the_milestone(count):
    assert 0 <= minutes_lit(count) < 60
    assert next_milestone(count) > count


def test_clock_lights_its_first_minutes_and_lengthens_every_fifth():
    ticks = clock_minutes(15)
    assert len(ticks) == 60
    assert [tick.angle for tick in ticks if tick.is_lit] == list(range(0, 90, 6))
    assert [tick.angle for tick in ticks if tick.is_long] == list(range(0, 360, 30))


def test_highest_bar_fills_the_chart_and_small_values_stay_visible():
    chart = bars([Point(1000), Point(0), Point(1), Point(500)], "hours")
    assert [bar.height for bar in chart] == [100, 0, 1, 50]
    assert all(bar.y + bar.height == 100 for bar in chart)


def test_chart_of_nothing_is_flat():
    assert [bar.height for bar in bars([Point(0), Point(0)], "hours")] == [0, 0]


@pytest.mark.parametrize(("language", "text"), [("en", "12,345"), ("de", "12.345"), ("en-x-fr", "12,345")])
def test_number_is_written_as_the_shown_language_does(language, text):
    with translation.override(language):
        assert number(12345) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "23 November 2026"), ("de", "23. November 2026"), ("bg", "23 ноември 2026 г.")],
)
def test_day_is_written_as_the_shown_language_does(language, text):
    with translation.override(language):
        assert day(date(2026, 11, 23)).replace("\u202f", " ").replace("\xa0", " ") == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "23 Nov 2026, 14:05"), ("de", "23.11.2026, 14:05"), ("mt", "23 Nov 2026 14:05")],
)
def test_moment_is_without_seconds(language, text):
    with translation.override(language):
        assert moment(datetime(2026, 11, 23, 13, 5, 59, tzinfo=UTC)).replace("\u202f", " ") == text
