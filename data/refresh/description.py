"""The description of a source after it was taken anew: source.toml, from words kept as data.

``descriptions/<source>.toml`` holds the keys of a source.toml with {placeholders}, and
``official``: the address at which the publisher offers the data.
"""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.building.describe import KEYS, OPTIONAL
from data.refresh.errors import RefreshError

if TYPE_CHECKING:
    from datetime import date

    from data.catalog import Lang
    from data.refresh.draft import Draft
    from data.refresh.fetch import Payload

WORDS = Path(__file__).parent / "descriptions"

_GIVEN = {
    "note_lt": "Duomenys imti ne tiesiai iš šio adreso, o iš „{name}“ (SHA-256 {checksum}).",
    "note_en": 'Taken not from this address itself but from "{name}" (SHA-256 {checksum}).',
}


def words(source: str) -> dict[str, str]:
    """Return a source's words: the keys of its description, with placeholders, and ``official``."""
    return tomllib.loads((WORDS / f"{source}.toml").read_text(encoding="utf-8"))


def describe(source: str, payload: Payload, draft: Draft, today: date) -> bytes:
    """Return the new source.toml.

    Args:
        source: its id.
        payload: what the figures were read from.
        draft: its facts fill the placeholders.
        today: the day to give for what was fetched, and for files that do not tell their own.
    """
    told = words(source)
    entries: dict[str, Any] = {}
    for key in (key for key in KEYS if key not in OPTIONAL):
        if key == "retrieved":
            made_on = min(draft.made_on or today, today)
            entries[key] = today if payload.fetched else made_on
        elif key == "url":
            entries[key] = payload.url or told["official"]
        else:
            language: Lang = "en" if key.endswith("_en") else "lt"
            facts = {name: fact.said(language) for name, fact in draft.facts.items()}
            entries[key] = told[key].format(**facts)
    if payload.url is None:
        for key, sentence in _GIVEN.items():
            given = sentence.format(name=payload.name, checksum=payload.checksum)
            entries[key] += f" {given}"
    return to_toml(entries).encode()


def to_toml(entries: dict[str, Any]) -> str:
    """Write a description as the others are written: notes wrapped, one key a line.

    Raises:
        RefreshError: a text cannot be written so that it reads back the same.
    """
    text = "".join(_entry(key, value) for key, value in entries.items())
    try:
        same = tomllib.loads(text) == entries
    except tomllib.TOMLDecodeError:
        same = False
    if not same:
        raise RefreshError("the description cannot be written: unusual characters in its texts")
    return text


def _entry(key: str, value: str | date) -> str:
    if not isinstance(value, str):
        return f"{key} = {value.isoformat()}\n"
    safe = value.replace("\\", "\\\\").replace('"', '\\"')
    if not key.startswith("note_"):
        return f'{key} = "{safe}"\n'
    lines = textwrap.wrap(safe, 98, break_long_words=False, break_on_hyphens=False)
    return f'{key} = """\n' + " \\\n".join(lines) + '"""\n'
