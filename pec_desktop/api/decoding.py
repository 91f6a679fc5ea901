"""From the vendor's loose JSON to typed objects, and nothing lost.

Field by field: what can be converted is (numbers come as strings, flags as ``"1"``), what cannot
goes to `extra` as it came while the field keeps its default, and unknown keys are kept there too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import Struct

S = TypeVar("S", bound=Struct)

_NOTHING: tuple[object, ...] = (None, False, "", [], {})
"""How the vendor says "nothing", whatever the field's type (``callback: false``)."""

_PLAIN = frozenset({int, float, bool})

_EXACT = 2**53
"""Whole numbers beyond this are none that JSON's other readers agree on, nor SQLite's a bit later:
whatever they were meant to be, they are no size and no moment."""


def decode(model: type[S], data: Mapping[str, Any]) -> S:
    """Make a `model` (a struct with a field `extra`) of a JSON object.

    The first field identifies the thing: without it `ValueError` is raised. Other texts that the
    model requires become empty.
    """
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    converters = _converters(model)
    for name, value in data.items():
        convert = converters.get(name)
        if convert is None:
            extra[name] = value
            continue
        try:
            values[name] = convert(value)
        except ValueError:
            if value not in _NOTHING:
                extra[name] = value
    required = _required(model)
    if required and values.get(required[0], "") == "":
        raise ValueError(required[0])
    for name in required[1:]:
        values.setdefault(name, "")
    return model(**values, extra=extra)


@cache
def _required(model: type[Struct]) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(model) if field.required)


@cache
def _converters(model: type[Struct]) -> dict[str, Callable[[Any], Any]]:
    fields = msgspec.structs.fields(model)
    return {field.name: _converter(field.type) for field in fields if field.name != "extra"}


def _converter(kind: Any) -> Callable[[Any], Any]:
    """Return what turns a JSON value into `kind`, or raises `ValueError`."""
    if kind is str:
        return _text
    if isinstance(kind, type) and issubclass(kind, Struct):
        return lambda value: _nested(kind, value)
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        if isinstance(inner, type) and issubclass(inner, Struct):
            return lambda value: _several(inner, value)
    # Most values are right already, and a list may have thousands of rows.
    alternatives = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    right = _PLAIN.intersection(alternatives)

    def plain(value: Any) -> Any:
        if type(value) not in right:
            value = msgspec.convert(value, kind, strict=False)
        if type(value) is int and not -_EXACT <= value <= _EXACT:
            raise ValueError(value)
        return value

    return plain


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise ValueError(value)


def _nested(model: type[S], value: Any) -> S:
    if not isinstance(value, dict):
        raise ValueError(value)  # noqa: TRY004 - one error for all that cannot be converted
    return decode(model, value)


def _several(model: type[S], value: Any) -> tuple[S, ...]:
    if not isinstance(value, list):
        raise ValueError(value)  # noqa: TRY004 - one error for all that cannot be converted
    return tuple(_nested(model, item) for item in value)
