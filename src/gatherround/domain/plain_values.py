"""The one codec of frozen values: a value to plain JSON-like shapes and back, exactly.

A dataclass becomes a mapping of its fields that differ from their defaults; where a field may hold one of several
dataclasses, the mapping says which under "is". Types come from annotations, so a new field needs nothing here. A field
of `Plain` holds a plain shape of its own, and keeps it.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Plain: TypeAlias = Any
"""What JSON can hold: texts, numbers, true and false, null, lists and mappings of texts to these."""
V = TypeVar("V")
_Way: TypeAlias = Callable[[Any], Any]
_SIMPLE = frozenset({str, int, float, bool, type(None)})


class Unreadable(ValueError):  # noqa: N818 (named for the reader's trouble)
    """The plain shape is not one of this type's: written by something older, newer or other."""


def to_plain(value: object, kind: Any = None) -> Plain:
    """Gives the plain shape of a value; `kind` is its declared type where that is a union of dataclasses."""
    way: _Way = _writer(kind if kind is not None else type(value))
    return way(value)


def from_plain(kind: type[V], plain: Plain) -> V:
    """Gives the value of a plain shape; raises Unreadable where the shape does not fit the type."""
    try:
        return cast(V, _reader(kind)(plain))
    except Unreadable:
        raise
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise Unreadable(type(error).__name__) from None


def _build_writer(kind: Any) -> _Way:
    if kind is Any or kind in _SIMPLE or get_origin(kind) is Literal:
        return _same
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    if kind is datetime:
        return lambda value: value.isoformat()
    if get_origin(kind) is tuple:
        return _tuple_writer(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return _union_writer(get_args(kind))
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_writer(kind)
    raise TypeError(f"{kind!r} has no plain shape")


def _same(value: Any) -> Any:
    return value


def _tuple_writer(args: tuple[Any, ...]) -> _Way:
    if args[-1] is Ellipsis:
        write = _lazy(_writer, args[0])
        return lambda value: [write(item) for item in value]
    writes = [_lazy(_writer, arg) for arg in args]
    return lambda value: [write(item) for write, item in zip(writes, value, strict=True)]


def _lazy(way: Callable[[Any], _Way], kind: Any) -> _Way:
    """Asks for a codec when it is first used, so that a type may hold itself."""
    if kind is Any or kind in _SIMPLE:
        return way(kind)
    return lambda value: way(kind)(value)


def _union_writer(kinds: tuple[Any, ...]) -> _Way:
    records = {kind for kind in kinds if is_dataclass(kind)}
    many = len(records) > 1

    def write(value: Any) -> Any:
        if type(value) in records:
            shape = _writer(type(value))(value)
            return {"is": type(value).__name__, **shape} if many else shape
        if value is None or type(value) in _SIMPLE:
            return value
        return _writer(next(kind for kind in kinds if _fits(kind, value)))(value)

    return write


def _fits(kind: Any, value: Any) -> bool:
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and isinstance(value, origin)


def _record_writer(kind: type) -> _Way:
    hints = get_type_hints(kind)
    parts = [(field.name, _lazy(_writer, hints[field.name]), _default(field)) for field in fields(kind)]

    def write(value: Any) -> dict[str, Any]:
        shape: dict[str, Any] = {}
        for name, way, default in parts:
            held = getattr(value, name)
            if default is MISSING or held != default:
                shape[name] = way(held)
        return shape

    return write


def _default(field: Field[Any]) -> Any:
    return field.default


def _build_reader(kind: Any) -> _Way:
    if kind is Any:
        return _same
    if kind in _SIMPLE:
        return _simple_reader(kind)
    if get_origin(kind) is Literal:
        return _literal_reader(frozenset(get_args(kind)))
    if kind is datetime:
        return _moment
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return _union_reader(get_args(kind))
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_reader(kind)
    raise TypeError(f"{kind!r} has no plain shape")


def _simple_reader(kind: type) -> _Way:
    def read(plain: Any) -> Any:
        if type(plain) is not kind and not (kind is float and type(plain) is int):
            raise Unreadable(kind.__name__)
        return plain

    return read


def _moment(plain: Any) -> datetime:
    moment = datetime.fromisoformat(plain)
    if moment.utcoffset() is None:
        raise Unreadable("a moment without its zone")
    return moment


def _literal_reader(allowed: frozenset[Any]) -> _Way:
    def read(plain: Any) -> Any:
        if plain not in allowed:
            raise Unreadable("not a word of this list")
        return plain

    return read


def _tuple_reader(args: tuple[Any, ...]) -> _Way:
    if args[-1] is Ellipsis:
        read = _lazy(_reader, args[0])
        return lambda plain: tuple(map(read, _list(plain)))
    reads = [_lazy(_reader, arg) for arg in args]
    return lambda plain: tuple(read(item) for read, item in zip(reads, _list(plain), strict=True))


def _list(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise Unreadable("not a list")
    return plain


def _union_reader(kinds: tuple[Any, ...]) -> _Way:
    records = {kind.__name__: kind for kind in kinds if is_dataclass(kind) and isinstance(kind, type)}
    others = [kind for kind in kinds if not is_dataclass(kind)]
    simple = _SIMPLE.intersection(others)

    def read(plain: Any) -> Any:
        if type(plain) in simple:
            return plain
        if isinstance(plain, dict):
            if len(records) == 1 and "is" not in plain:
                return _reader(next(iter(records.values())))(plain)
            shape = dict(plain)
            return _reader(records[shape.pop("is")])(shape)
        for kind in others:
            try:
                return _reader(kind)(plain)
            except (Unreadable, TypeError, ValueError):
                continue
        raise Unreadable("none of these")

    return read


def _record_reader(kind: type) -> _Way:
    hints = get_type_hints(kind)
    reads = {field.name: _lazy(_reader, hints[field.name]) for field in fields(kind)}

    def read(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise Unreadable("not a mapping")
        return kind(**{name: reads[name](held) for name, held in plain.items()})

    return read


_writer: Callable[[Any], _Way] = cache(_build_writer)
_reader: Callable[[Any], _Way] = cache(_build_reader)
