"""The only code with threads: work goes out to lanes, results come back to the window's thread.

A lane is a queue with a few daemon threads. Results travel through one signal of the runner, which
lives in the GUI thread, and are delivered to bound methods of an owner that still exists. Every
task ends exactly once: done, failed or cancelled.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from pec_desktop.errors import Cancelled, CredentialError
from pec_desktop.work import Work

log = logging.getLogger(__name__)


class Lane(StrEnum):
    """Where work runs. Things that must not overtake each other share a lane of one thread."""

    NET = "net"
    STORE = "store"
    PAPERS = "papers"
    KEYCHAIN = "keychain"
    UPKEEP = "upkeep"
    """What reads or copies the whole archive; drafts are not to wait behind it."""


THREADS = {Lane.NET: 4, Lane.STORE: 1, Lane.PAPERS: 1, Lane.KEYCHAIN: 1, Lane.UPKEEP: 1}
KEYCHAIN_LIMIT = 60.0
"""Seconds after which a keychain call is given up: a prompt may be waiting behind the window."""


class Task(Work):
    """A handle on submitted work: `cancel()` it, ask whether it is `finished`. GUI thread."""

    def __init__(
        self,
        function: Callable[[Work], Any],
        owner: QObject,
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        progress: Callable[[int, int], None] | None,
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__(self._post_progress if progress else None)
        self.finished = False
        self.started: float | None = None
        self._function = function
        self._owner: QObject | None = owner
        self._done = done
        self._failed = failed
        self._told = progress
        self._post = post

    def run(self) -> None:
        """Do the work in the calling (worker) thread and post its end."""
        self.started = time.monotonic()
        try:
            self.check()
            result = self._function(self)
        except Exception as error:  # noqa: BLE001 - every end must reach the owner
            self.end(error)
        else:
            self.end(None, result)

    def end(self, error: Exception | None, result: Any = None) -> None:
        """Post the end of the task; any thread. Only the first end counts."""
        self._post(lambda: self._deliver(error, result))

    def _post_progress(self, done: int, total: int) -> None:
        self._post(lambda: self._tell(done, total))

    def _tell(self, done: int, total: int) -> None:
        if not self.finished and not self.cancelled and self._told and self._owner_lives():
            self._told(done, total)

    def _deliver(self, error: Exception | None, result: Any) -> None:
        if self.finished:
            return
        self.finished = True
        if self.cancelled and error is None:
            error = Cancelled()  # the outcome stands in the journal; the result is not wanted
        if error is not None and not isinstance(error, Cancelled):
            log.info("Task failed: %s", type(error).__name__, exc_info=error)
        done, failed, lives = self._done, self._failed, self._owner_lives()
        self._let_go()
        if not lives:
            return
        if error is None and done:
            done(result)
        elif error is not None and failed:
            failed(error)

    def _owner_lives(self) -> bool:
        return self._owner is not None and shiboken6.isValid(self._owner)

    def _let_go(self) -> None:
        """Hold nobody any more: a thread keeps its last task, and with it would keep a window."""
        self._function = _nothing
        self._owner = self._done = self._failed = self._told = None


def _nothing(_work: Work) -> None:
    """What is left to do for a task that has ended."""


class TaskRunner(QObject):
    """Runs functions in lanes and hands their ends back. Made and used in the GUI thread."""

    _posted = Signal(object)
    busy_changed = Signal(int)
    """How many tasks are under way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {lane: _Lane(lane, THREADS[lane]) for lane in Lane}
        self._open: set[Task] = set()
        self._closed = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: Lane,
        function: Callable[[Work], Any],
        owner: QObject,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Task:
        """Run `function(work)` in `lane`; call `done(result)` or `failed(error)` here later.

        The callbacks are bound methods of `owner` (or of an object it keeps alive) and are dropped
        when `owner` has been destroyed. `failed` receives `Cancelled` for a cancelled task.
        """
        task = Task(function, owner, done, failed, progress, self._post)
        if self._closed:
            task.end(Cancelled())
            return task
        self._open.add(task)
        self.busy_changed.emit(len(self._open))
        self._lanes[lane].put(task)
        if lane is Lane.KEYCHAIN:
            self._limit(task, KEYCHAIN_LIMIT)
        return task

    @property
    def busy(self) -> int:
        """How many tasks are under way."""
        return len(self._open)

    def close(self, wait: float = 3.0) -> bool:
        """Accept nothing more, cancel all, wait at most `wait` seconds; tell if all have ended.

        Threads that are stuck in a call are left behind: they are daemons and end with the process.
        """
        self._closed = True
        for task in tuple(self._open):
            task.cancel()
        deadline = time.monotonic() + wait
        for lane in self._lanes.values():
            lane.stop()
        ended = [lane.join(deadline) for lane in self._lanes.values()]
        return all(ended)

    def _post(self, call: Callable[[], None]) -> None:
        if shiboken6.isValid(self):
            self._posted.emit(call)

    @Slot(object)
    def _on_posted(self, call: Callable[[], None]) -> None:
        try:
            call()
        finally:
            ended = {task for task in self._open if task.finished}
            if ended:
                self._open -= ended
                self.busy_changed.emit(len(self._open))

    def _limit(self, task: Task, seconds: float) -> None:
        QTimer.singleShot(int(seconds * 1000) + 1, self, lambda: self._give_up(task))

    def _give_up(self, task: Task) -> None:
        """Abandon a keychain call that has run for its whole time; waiting for its turn is free."""
        if task.finished:
            return
        ran = 0.0 if task.started is None else time.monotonic() - task.started
        if ran < KEYCHAIN_LIMIT:
            self._limit(task, KEYCHAIN_LIMIT - ran)
            return
        self._lanes[Lane.KEYCHAIN].replace()
        task.end(CredentialError("keychain.no_answer"))


class _Lane:
    """A queue and its daemon threads."""

    _numbers = itertools.count(1)

    def __init__(self, name: str, threads: int) -> None:
        self._name = name
        self._count = threads
        self._queue: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def put(self, task: Task) -> None:
        self._start()
        self._queue.put(task)

    def stop(self) -> None:
        for _ in self._threads:
            self._queue.put(None)

    def join(self, deadline: float) -> bool:
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def replace(self) -> None:
        """Leave the threads to their stuck calls and serve what waits with new ones."""
        abandoned, self._queue, self._threads = self._queue, queue.SimpleQueue(), []
        with suppress(queue.Empty):  # the stuck thread may come back and take the last one first
            while (task := abandoned.get_nowait()) is not None:
                self.put(task)
        for _ in range(self._count):
            abandoned.put(None)

    def _start(self) -> None:
        while len(self._threads) < self._count:
            name = f"{self._name}-{next(self._numbers)}"
            thread = threading.Thread(target=self._serve, args=(self._queue,), name=name)
            thread.daemon = True
            self._threads.append(thread)
            thread.start()

    @staticmethod
    def _serve(tasks: queue.SimpleQueue[Task | None]) -> None:
        while (task := tasks.get()) is not None:
            task.run()
