"""Reads SDMX-JSON as the State Data Agency sends it: flat observations keyed ``0:0:0:0``."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from data.refresh.cube import MOST, Cube, Dimension, number
from data.refresh.errors import RefreshError
from data.refresh.said import own_words

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_KEY = re.compile(r"\d{1,6}(:\d{1,6})*")
_WORDS: Mapping[type, str] = {dict: "an object", list: "a list", str: "a text"}


def read_json(content: bytes) -> Cube:
    """Read an answer.

    Args:
        content: the answer, UTF-8 with or without a byte order mark.

    Returns:
        Its cube, dimensions in the order of ``keyPosition``.

    Raises:
        RefreshError: it is not JSON, or not of that shape; the message names the place.
    """
    answer = _load(content)
    if not isinstance(answer, dict):
        raise RefreshError("SDMX-JSON: the answer must be an object")
    if answer.get("errors") or answer.get("error"):
        raise RefreshError(f"the service gives no data and says: {own_words(content)}")
    structure = _part(answer, "structure", dict)
    axes = _part(_part(structure, "dimensions", dict), "observation", list)
    dimensions = tuple(_dimension(axis) for axis in _ordered(axes))
    sets = _part(answer, "dataSets", list)
    if len(sets) != 1 or not isinstance(sets[0], dict):
        raise RefreshError(f"SDMX-JSON: one data set is needed, dataSets has {len(sets)}")
    observations = _part(sets[0], "observations", dict)
    return Cube(
        dimensions,
        _values(observations, dimensions),
        name=structure["name"] if isinstance(structure.get("name"), str) else "",
        prepared=day(answer.get("header")),
    )


def day(header: object) -> date | None:
    """Return the day on which an answer was prepared, from its header, where it says so."""
    told = header.get("prepared") if isinstance(header, dict) else None
    try:
        return date.fromisoformat(str(told)[:10])
    except ValueError:
        return None


def _load(content: bytes) -> Any:
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_int=number,
            parse_float=number,
            parse_constant=_no_constant,
        )
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise RefreshError(f"SDMX-JSON: cut off or not JSON ({error})") from error
    except RecursionError as error:
        raise RefreshError("SDMX-JSON: nested too deeply") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise RefreshError(f"SDMX-JSON: key {twice[:40]!r} stands there twice")
    return entries


def _no_constant(text: str) -> NoReturn:
    raise RefreshError(f"SDMX-JSON: {text} is not a figure")


def _part(of: dict[str, Any], key: str, kind: type[T]) -> T:
    part = of.get(key)
    if not isinstance(part, kind):
        raise RefreshError(f"SDMX-JSON: {key!r} must be {_WORDS[kind]}, it is {_what(part)}")
    return part


def _what(part: object) -> str:
    return "missing" if part is None else f"{str(part)[:40]!r}"


def _ordered(axes: list[Any]) -> list[dict[str, Any]]:
    """Put the dimensions into the order of the keys."""
    if not axes or not all(isinstance(axis, dict) for axis in axes):
        raise RefreshError("SDMX-JSON: structure.dimensions.observation must list dimensions")
    places = [axis.get("keyPosition", at) for at, axis in enumerate(axes)]
    if set(places) != set(range(len(axes))):
        raise RefreshError(f"SDMX-JSON: keyPosition must count from 0, seen: {places[:8]}")
    return [axis for _, axis in sorted(zip(places, axes, strict=True), key=lambda pair: pair[0])]


def _dimension(axis: dict[str, Any]) -> Dimension:
    name, values = _part(axis, "id", str), _part(axis, "values", list)
    names: dict[str, str] = {}
    for value in values:
        if not isinstance(value, dict):
            raise RefreshError(f"SDMX-JSON: a value of dimension {name} is {_what(value)}")
        code = _part(value, "id", str)
        if code in names:
            raise RefreshError(f"SDMX-JSON: dimension {name} has code {code!r} twice")
        names[code] = value["name"] if isinstance(value.get("name"), str) else ""
    return Dimension(name, names)


def _values(
    observations: dict[str, Any], dimensions: tuple[Dimension, ...]
) -> dict[tuple[str, ...], Decimal | None]:
    if not 0 < len(observations) <= MOST:
        raise RefreshError(f"SDMX-JSON: {len(observations)} observations; 1 to {MOST} are read")
    codes = [tuple(dimension.names) for dimension in dimensions]
    values: dict[tuple[str, ...], Decimal | None] = {}
    for written, observed in observations.items():
        places = [int(part) for part in written.split(":")] if _KEY.fullmatch(written) else []
        if len(places) != len(codes) or any(
            place >= len(known) for place, known in zip(places, codes, strict=True)
        ):
            raise RefreshError(f"SDMX-JSON: observation {written[:40]!r} fits no dimensions")
        key = tuple(known[place] for place, known in zip(places, codes, strict=True))
        if key in values:
            raise RefreshError(f"SDMX-JSON: observation {written!r} is there twice")
        values[key] = _figure(written, observed)
    return values


def _figure(written: str, observed: object) -> Decimal | None:
    """Return the figure; what follows it in the list are references to notes."""
    if isinstance(observed, list) and observed and isinstance(observed[0], Decimal | None):
        return observed[0]
    raise RefreshError(f"SDMX-JSON: observation {written!r} is {_what(observed)}, not a figure")
