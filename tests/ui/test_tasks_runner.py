"""The task runner: results in the window's thread, one end per task, a bounded close."""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from pec_desktop.errors import Cancelled, CredentialError
from pec_desktop.tasks import runner as runner_module
from pec_desktop.tasks.runner import Lane, TaskRunner
from pec_desktop.work import Work


class Owner(QObject):
    """Collects what arrives, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[Any] = []
        self.errors: list[Exception] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[QThread] = set()

    def done(self, result: Any) -> None:
        self.threads.add(QThread.currentThread())
        self.results.append(result)

    def failed(self, error: Exception) -> None:
        self.threads.add(QThread.currentThread())
        self.errors.append(error)

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))


def echo(number: int, _: Work) -> int:
    return number


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("lane", Lane)
def test_a_thread_that_waits_for_work_keeps_nobody(
    runner: TaskRunner, qtbot: QtBot, lane: Lane
) -> None:
    owner = Owner()
    runner.submit(lane, partial(echo, 1), owner, owner.done)
    qtbot.waitUntil(lambda: runner.busy == 0)
    assert owner.results == [1]
    gone = weakref.ref(owner)
    del owner
    qtbot.waitUntil(lambda: gone() is None)


def test_results_arrive_in_the_gui_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = Owner()
    workers: set[str] = set()

    def work(_: Work) -> int:
        workers.add(threading.current_thread().name)
        return 7

    runner.submit(Lane.NET, work, owner, owner.done, owner.failed)
    qtbot.waitUntil(lambda: owner.results == [7])
    assert owner.threads == {owner.thread()}
    assert all(name.startswith("net-") for name in workers)
    assert runner.busy == 0


def test_thousands_of_results_all_arrive(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = Owner()
    for number in range(2000):
        lane = Lane.NET if number % 2 else Lane.STORE
        runner.submit(lane, partial(echo, number), owner, owner.done)
    qtbot.waitUntil(lambda: len(owner.results) == 2000, timeout=20_000)
    assert sorted(owner.results) == list(range(2000))


def test_a_lane_of_one_thread_keeps_the_order(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = Owner()
    for number in range(300):
        runner.submit(Lane.STORE, partial(echo, number), owner, owner.done)
    qtbot.waitUntil(lambda: len(owner.results) == 300)
    assert owner.results == list(range(300))


def test_errors_and_progress_arrive(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = Owner()

    def work(task: Work) -> None:
        task.progress(1, 2)
        raise ValueError("no")

    runner.submit(Lane.PAPERS, work, owner, owner.done, owner.failed, owner.step)
    qtbot.waitUntil(lambda: bool(owner.errors))
    assert isinstance(owner.errors[0], ValueError)
    assert owner.steps == [(1, 2)]
    assert owner.results == []


def test_a_cancelled_task_ends_as_cancelled_even_if_it_had_a_result(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    owner = Owner()
    gate = threading.Event()

    def work(_: Work) -> str:
        gate.wait(10)
        return "too late"

    task = runner.submit(Lane.NET, work, owner, owner.done, owner.failed)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(owner.errors))
    assert isinstance(owner.errors[0], Cancelled)
    assert owner.results == []


def test_a_result_for_a_destroyed_owner_is_dropped(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, kept = Owner(), Owner()
    gate = threading.Event()
    heard: list[Any] = []
    runner.submit(Lane.STORE, lambda _: gate.wait(10), owner, heard.append)
    shiboken6.delete(owner)
    gate.set()
    runner.submit(Lane.STORE, lambda _: "after", kept, kept.done)
    qtbot.waitUntil(lambda: kept.results == ["after"])
    assert heard == []
    assert runner.busy == 0


def test_a_task_that_has_ended_holds_its_owner_no_longer(runner: TaskRunner, qtbot: QtBot) -> None:
    """Or the lane's thread, which keeps its last task, would be the one that destroys it."""
    owner = Owner()
    results = owner.results
    runner.submit(Lane.STORE, partial(echo, 1), owner, owner.done, owner.failed, owner.step)
    qtbot.waitUntil(lambda: results == [1])
    gone = weakref.ref(owner)
    del owner
    assert gone() is None


def test_a_failing_callback_does_not_break_the_runner(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = Owner()

    def broken(_: object) -> None:
        raise RuntimeError("in the window")

    with qtbot.captureExceptions() as caught:
        runner.submit(Lane.NET, lambda _: 1, owner, broken)
        qtbot.waitUntil(lambda: bool(caught))
    runner.submit(Lane.NET, lambda _: 2, owner, owner.done)
    qtbot.waitUntil(lambda: owner.results == [2])
    assert runner.busy == 0


def test_close_is_bounded_with_a_stuck_call(qapp: object) -> None:
    runner, owner = TaskRunner(), Owner()
    started, gate = threading.Event(), threading.Event()

    def stuck(_: Work) -> None:
        started.set()
        gate.wait(60)

    runner.submit(Lane.NET, stuck, owner, owner.done)
    assert started.wait(10)
    assert runner.close(wait=0.1) is False
    late = runner.submit(Lane.NET, lambda _: 1, owner, owner.done, owner.failed)
    gate.set()
    assert late.cancelled is False
    assert owner.results == []


def test_close_ends_every_thread(qtbot: QtBot) -> None:
    runner, owner = TaskRunner(), Owner()
    for lane in Lane:
        runner.submit(lane, lambda _: 1, owner, owner.done)
    qtbot.waitUntil(lambda: len(owner.results) == len(Lane))
    assert runner.close()


def test_a_stuck_keychain_call_is_given_up_and_the_lane_goes_on(
    runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner_module, "KEYCHAIN_LIMIT", 0.05)
    owner, gate = Owner(), threading.Event()
    runner.submit(Lane.KEYCHAIN, lambda _: gate.wait(60), owner, owner.done, owner.failed)
    runner.submit(Lane.KEYCHAIN, lambda _: "next", owner, owner.done, owner.failed)
    qtbot.waitUntil(lambda: bool(owner.errors) and "next" in owner.results)
    assert isinstance(owner.errors[0], CredentialError)
    assert owner.errors[0].key == "keychain.no_answer"
    gate.set()


class Bell(QObject):
    """A signal to ring in the test below."""

    rung = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_emitting_a_signal_keeps_the_reference_count_of_true() -> None:
    """PySide6 6.12.0 drops one reference per emit and kills Python 3.11 after some 570 of them."""
    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(100):
        bell.rung.emit()
    assert abs(sys.getrefcount(True) - before) < 20
