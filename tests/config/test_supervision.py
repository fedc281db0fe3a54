"""The supervisor with small processes in place of the site's."""

import os
import sys
from pathlib import Path

import pytest

from codora.config.supervision import Service, Supervisor

WITH_A_CHILD = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1], "a").write(f"{child.pid}\\n")
child.wait()
"""
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
open(sys.argv[1], "a").write(f"{__import__('os').getpid()}\\n")
time.sleep(60)
"""
DIES = "import sys; open(sys.argv[1], 'a').write('0\\n')"


def is_alive(pid):
    """Whether the process still does something; one that is dead but not yet collected does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.fixture
def notes(tmp_path):
    file = tmp_path / "notes"
    file.touch()
    return file


def service(program, notes):
    return Service("It", [sys.executable, "-c", program, str(notes)])


def pids(notes):
    return [int(line) for line in notes.read_text().split()]


def run_until(supervisor, is_enough):
    supervisor.run(lambda _: is_enough() and supervisor.stop(), pause=0.01)


def test_in_the_end_the_children_of_its_children_are_gone_too(notes):
    supervisor = Supervisor([service(WITH_A_CHILD, notes)], say=print)
    run_until(supervisor, lambda: pids(notes))
    [grandchild] = pids(notes)
    assert not is_alive(grandchild)


def test_a_process_that_will_not_end_is_ended(notes, monkeypatch):
    monkeypatch.setattr("codora.config.supervision.GRACE_S", 0.1)
    supervisor = Supervisor([service(STUBBORN, notes)], say=print)
    run_until(supervisor, lambda: pids(notes))
    [stubborn] = pids(notes)
    assert not is_alive(stubborn)


def test_even_if_something_breaks_no_process_is_left(notes):
    supervisor = Supervisor([service(WITH_A_CHILD, notes)], say=print)

    def look(_):
        if pids(notes):
            raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        supervisor.run(look, pause=0.01)
    [grandchild] = pids(notes)
    assert not is_alive(grandchild)


def test_what_dies_is_started_again_and_that_is_said(notes, monkeypatch):
    monkeypatch.setattr("codora.config.supervision.FIRST_PAUSE_S", 0.01)
    said = []
    dying = Service("It", [sys.executable, "-c", DIES, str(notes)], _pause=0.01)
    run_until(supervisor := Supervisor([dying], say=said.append), lambda: len(pids(notes)) >= 3)
    assert supervisor
    assert said[0].startswith("It ended with 0; it starts again in ")


def test_a_process_that_keeps_dying_is_started_ever_more_seldom(notes):
    """Times are given, so nobody waits."""
    service_ = service(DIES, notes)
    pauses = []
    now = 0.0
    for _ in range(8):
        service_.keep_running(now, print)
        os.waitid(os.P_PID, service_._process.pid, os.WEXITED | os.WNOWAIT)
        service_.keep_running(now, print)
        pauses.append(service_._start_at - now)
        now = service_._start_at
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]


def test_a_process_that_ran_long_is_started_again_soon(notes):
    service_ = service(DIES, notes)
    now = 0.0
    for lifetime in (0, 0, 0, 1000):
        service_.keep_running(now, print)
        os.waitid(os.P_PID, service_._process.pid, os.WEXITED | os.WNOWAIT)
        now += lifetime
        service_.keep_running(now, print)
        pause = service_._start_at - now
        now = service_._start_at
    assert pause == 1
