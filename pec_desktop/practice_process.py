"""The practice server as a process of its own, started and ended by the program.

The program starts itself with a hidden argument, hands the token and the API key over through a
pipe, and reads the port back. The server ends when the pipe
closes, so it never outlives a program that was killed. No Qt; blocking calls, worker threads only.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import subprocess
import threading
from pathlib import Path

from msgspec import Struct

from pec_desktop.errors import Refusal
from pec_desktop.helper_process import QUIETLY, command
from pec_desktop.options import PRACTICE_SERVER

PACE = 4.0
"""Seconds a mailbox spends being processed, so that a person sees it happen."""


class PracticeAccess(Struct, frozen=True):
    """How to reach the running practice server; the secrets are made anew at each start."""

    url: str
    token: str
    email: str
    api_key: str


class PracticeProcess:
    """Starts the practice server when it is first needed and ends it with the program.

    `close` waits for nobody: a start that is under way then fails.
    """

    def __init__(self, state_file: Path, pace: float = PACE) -> None:
        self._state_file = state_file
        self._pace = pace
        self._process: subprocess.Popen[str] | None = None
        self._access: PracticeAccess | None = None
        self._starting = threading.Lock()

    @property
    def running(self) -> bool:
        """Whether the server was started and has not ended since. Any thread."""
        process = self._process
        return process is not None and process.poll() is None

    def access(self) -> PracticeAccess:
        """Return how to reach the server, starting it if it is not running. Up to some seconds.

        Raises `Refusal("practice.no_start")` when the process does not come to naming its port.
        """
        with self._starting:
            return self._ask()

    def reset(self) -> PracticeAccess:
        """Forget the practice office and start a new one."""
        with self._starting:
            self.close()
            self._state_file.unlink(missing_ok=True)
            return self._ask()

    def close(self) -> None:
        """Close the pipe and wait for the server to save its state and end."""
        process, self._process, self._access = self._process, None, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            assert process.stdin is not None
            process.stdin.close()
        try:
            process.wait(timeout=3)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()

    def _ask(self) -> PracticeAccess:
        access = self._access
        if access is None or not self.running:
            self.close()
            self._access = access = self._start()
        return access

    def _start(self) -> PracticeAccess:
        token, api_key = secrets.token_hex(12), secrets.token_hex(16)
        state = str(self._state_file.absolute())
        options = ("--pipe", "--state", state, "--pace", str(self._pace))
        try:
            self._process = process = subprocess.Popen(
                command(PRACTICE_SERVER, *options),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                **QUIETLY,
            )
        except OSError as error:
            raise Refusal("practice.no_start") from error
        assert process.stdin is not None
        assert process.stdout is not None
        with contextlib.suppress(OSError):
            process.stdin.write(json.dumps({"token": token, "api_key": api_key}) + "\n")
            process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            self.close()
            raise Refusal("practice.no_start")
        answer = json.loads(line)
        url = f"http://127.0.0.1:{answer['port']}"
        return PracticeAccess(url=url, token=token, email=answer["email"], api_key=api_key)
