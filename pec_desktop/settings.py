"""What the program remembers of its use: declared, typed settings in one JSON file.

A setting is one line of `Settings`. A value the file holds wrongly counts as absent; a key this
program does not know (a newer version's) is kept. Secrets are never settings.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, TypeVar, overload

import msgspec
from msgspec import Meta

from pec_desktop import atomic

log = logging.getLogger(__name__)

T = TypeVar("T")


class Setting(Generic[T]):
    """One setting: its default and, where the default does not tell it, the values allowed.

    `kind` is a type as msgspec understands it (`Literal`, `Annotated` with `Meta`). Its key in the
    file is the attribute's name. One that `stays` is about this computer and is not in a saved
    archive.
    """

    def __init__(self, default: T, kind: Any = None, *, stays: bool = False) -> None:
        self.default = default
        self.stays = stays
        self._kind = type(default) if kind is None else kind
        self._key = ""

    def __set_name__(self, owner: type[Settings], name: str) -> None:
        self._key = name

    @overload
    def __get__(self, settings: None, owner: type[Settings]) -> Setting[T]: ...

    @overload
    def __get__(self, settings: Settings, owner: type[Settings]) -> T: ...

    def __get__(self, settings: Settings | None, owner: type[Settings]) -> T | Setting[T]:
        if settings is None:
            return self
        try:
            value: T = msgspec.convert(settings.values[self._key], self._kind)
        except (KeyError, msgspec.ValidationError):
            return self.default
        return value

    def __set__(self, settings: Settings, value: T) -> None:
        settings.values[self._key] = msgspec.convert(value, self._kind)


Size = Annotated[int, Meta(ge=0, le=100_000)]
Seconds = Annotated[int, Meta(ge=0, le=86_400)]


class Settings:
    """The settings of one profile. Read and set in the GUI thread; `save` in any.

    Setting a value that is not allowed raises `msgspec.ValidationError`: a defect of the program.
    """

    language = Setting("", Literal["", "it", "de", "en"])
    """Empty: the system's."""
    theme = Setting("system", Literal["system", "light", "dark"])
    text_scale = Setting(1.0, Annotated[float, Meta(ge=0.5, le=3.0)])
    """Text size as a multiple of the system's."""
    current_account = Setting("")
    """The id of the account shown last."""
    window_geometry = Setting("", stays=True)
    """Base64 of what `QWidget.saveGeometry` gives."""
    table_header = Setting("")
    """How the columns of the mailboxes stand: JSON, written and read by `ui.mailbox_table`."""
    detail_width = Setting(0, Size, stays=True)
    """Pixels; 0 until somebody has dragged the edge."""
    archive_damaged = Setting(False, stays=True)
    """The archive was found damaged while it was in use; the next start sets it aside."""
    price_list = Setting[dict[str, str]]({}, dict[str, str])
    """The office's own prices (`services.price_list`): price key → EUR as a decimal text."""
    update_notice = Setting(False)
    """Whether to ask, at each start, if there is a new version (`services.updates`)."""
    quiet_period = Setting(120, Seconds)
    """Seconds after a request was sent within which a slow server may still carry it out."""

    refresh_period = Setting(300, Annotated[int, Meta(ge=60, le=86_400)])
    """Seconds between two refreshes of the list that nobody asked for."""
    unpriced_refresh = Setting(False)
    """Whether the list is refreshed unasked also where the account tells no price of reading."""
    notifications = Setting(True)
    """Whether the system tells what the provider has done while the window is not in use."""
    send_uploads = Setting(False)
    """Whether free uploads in the outbox go out by themselves when the network is back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.values: dict[str, Any] = self._read()

    def save(self) -> None:
        """Write the file; raises `StoreError` and leaves the old one if that is impossible."""
        data = msgspec.json.format(msgspec.json.encode(self.values), indent=2)
        atomic.write(self._path, data + b"\n")

    def portable(self) -> dict[str, Any]:
        """Give the values that belong to the office rather than to this computer."""
        return {name: self.values[name] for name in _portable() if name in self.values}

    def take(self, values: Mapping[str, Any]) -> None:
        """Take the office's values from elsewhere; those that are not allowed here are left."""
        for name in _portable():
            with suppress(msgspec.ValidationError):
                if name in values:
                    setattr(self, name, values[name])

    def _read(self) -> dict[str, Any]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, Any])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.DecodeError) as error:
            log.warning("Settings cannot be read and start anew: %s", error)
        aside = self._path.with_name(f"{self._path.stem}.damaged-{time.time_ns()}.json")
        try:
            self._path.rename(aside)
        except OSError as error:
            log.warning("Settings cannot be set aside: %s", error)
        return {}


def _portable() -> list[str]:
    declared = vars(Settings).items()
    return [name for name, one in declared if isinstance(one, Setting) and not one.stays]
