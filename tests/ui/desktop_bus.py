"""A private session bus with a little desktop on it that shows messages, as strict as real ones."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from pec_desktop.ui.session_bus import NAME, PATH

with suppress(ImportError):  # it is there on Linux only
    from jeepney import (
        DBusAddress,
        HeaderFields,
        Message,
        MessageType,
        message_bus,
        new_error,
        new_method_return,
        new_signal,
    )
    from jeepney.io.blocking import DBusConnection, open_dbus_connection

NO_BUS = shutil.which("dbus-daemon") is None or not sys.platform.startswith("linux")

_SIGNATURES = {"Notify": "susssasa{sv}i", "CloseNotification": "u"}


class Desktop:
    """Shows messages by number; `told` keeps every one that ever came: title and words."""

    def __init__(self, connection: DBusConnection) -> None:
        self.shown: dict[int, tuple[str, str]] = {}
        self.told: list[tuple[str, str]] = []
        self.offered: list[str] = []
        self.hints: dict[str, Any] = {}
        self.refused: list[str] = []
        self.silent = False
        self._connection = connection
        self._next = 1
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def click(self, number: int) -> None:
        """The person clicks on a message; it goes away."""
        del self.shown[number]
        self._signal("ActionInvoked", "us", (number, "default"))
        self._signal("NotificationClosed", "uu", (number, 2))

    def _signal(self, name: str, signature: str, body: tuple[object, ...]) -> None:
        place = DBusAddress(PATH, interface=NAME)
        self._connection.send(new_signal(place, name, signature, body))

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except (OSError, ValueError):
                return  # the bus has gone
            if message.header.message_type is MessageType.method_call and not self.silent:
                self._connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        fields = message.header.fields
        name, signature = fields[HeaderFields.member], fields.get(HeaderFields.signature, "")
        if _SIGNATURES.get(name) != signature:
            self.refused.append(f"{name}({signature})")
            return new_error(message, "org.freedesktop.DBus.Error.InvalidArgs", "s", ("No.",))
        if name == "CloseNotification":
            self.shown.pop(message.body[0], None)
            return new_method_return(message)
        _app, number, _icon, title, words, actions, hints, _time = message.body
        if number not in self.shown:
            number, self._next = self._next, self._next + 1
        self.offered, self.hints = actions, hints
        self.told.append((title, words))
        self.shown[number] = (title, words)
        return new_method_return(message, "u", (number,))


@contextmanager
def session_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run a session bus of our own, with nobody on it."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        try:
            yield
        finally:
            daemon.terminate()


@contextmanager
def desktop() -> Iterator[Desktop]:
    """A desktop on the session bus of the moment."""
    with open_dbus_connection("SESSION") as connection:
        (answer,) = connection.send_and_get_reply(message_bus.RequestName(NAME)).body
        assert answer == 1, "somebody else shows messages here"
        yield Desktop(connection)
