"""Messages of a Linux desktop: the service org.freedesktop.Notifications on the session bus.

Its calls want an unsigned number, which PySide's QtDBus cannot send; `jeepney` can, and comes with
keyring. Blocking: worker threads, but for `clicks`, which waits for nothing.
"""

from __future__ import annotations

import logging
import os
import sys
from collections import deque
from html import escape
from typing import TYPE_CHECKING

from pec_desktop.paths import resource

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message
    from jeepney.io.blocking import DBusConnection

log = logging.getLogger(__name__)

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"

PATIENCE = 5.0
"""Seconds in which the service must answer; it may have to be started first."""


def has_session_bus() -> bool:
    """Whether there may be somebody who shows messages."""
    return sys.platform.startswith("linux") and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


class BusMessage:
    """The one message this program has on the desktop; used by one thread at a time.

    Its connection is kept, since some desktops take a message away together with its sender.
    """

    def __init__(self) -> None:
        self._connection: DBusConnection | None = None
        self._arrived: deque[Message] = deque(maxlen=100)
        self._number = 0

    def show(self, title: str, words: str, action: str) -> None:
        """Show a message in place of the one before. Raises `OSError` if nobody takes it.

        `action` says in words what a click on it does.
        """
        icon = resource("app.svg").as_uri()
        hints = {"desktop-entry": ("s", "pec-desktop")}
        actions = ["default", action]
        body = ("PEC Desktop", self._number, icon, title, escape(words, quote=False))
        try:
            (self._number,) = self._call("Notify", "susssasa{sv}i", (*body, actions, hints, -1))
        except OSError:
            self.close()
            raise

    def withdraw(self) -> None:
        """Take the message away; nothing happens if it has gone."""
        number, self._number = self._number, 0
        if number:
            try:
                self._call("CloseNotification", "u", (number,))
            except OSError as error:
                log.info("A message could not be taken back: %s", error)
        self.close()

    def descriptor(self) -> int:
        """The file descriptor that becomes readable when something has arrived; -1 for none."""
        return -1 if self._connection is None else self._connection.sock.fileno()

    def clicks(self) -> int:
        """Read what has arrived, and say how often the message was clicked. Waits for nothing."""
        from jeepney import HeaderFields

        if self._connection is None:
            return 0
        try:
            while True:
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            pass
        except OSError:
            self.close()
        count = 0
        while self._arrived:
            message = self._arrived.popleft()
            name, number = message.header.fields.get(HeaderFields.member), message.body[:1]
            count += name == "ActionInvoked" and number == (self._number,)
        return count

    def close(self) -> None:
        """End the connection."""
        connection, self._connection, self._number = self._connection, None, 0
        if connection is not None:
            connection.close()

    def _call(self, name: str, signature: str, body: tuple[object, ...]) -> tuple[int, ...]:
        from jeepney import MessageType, new_method_call

        message = new_method_call(_service(), name, signature, body)
        reply = self._open().send_and_get_reply(message, timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise OSError(f"{NAME}: {reply.body}")
        numbers: tuple[int, ...] = reply.body
        return numbers

    def _open(self) -> DBusConnection:
        if self._connection is None:
            from jeepney import MatchRule, message_bus
            from jeepney.io.blocking import Proxy, open_dbus_connection

            connection = open_dbus_connection("SESSION", auth_timeout=PATIENCE)
            rule = MatchRule(type="signal", interface=NAME, path=PATH)
            connection.filter(rule, queue=self._arrived)
            Proxy(message_bus, connection, timeout=PATIENCE).AddMatch(rule)
            self._connection = connection
        return self._connection


def _service() -> DBusAddress:
    from jeepney import DBusAddress

    return DBusAddress(PATH, bus_name=NAME, interface=NAME)
