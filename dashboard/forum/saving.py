"""A deck is written as its file."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from dashboard.forum.deck import LOOKS, PURPOSES, Deck, Scene
from dashboard.forum.opening import MARK
from dashboard.indicators.selection import county_key, write_selection
from dashboard.language.i18n import CODES, language
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.language.i18n import Language

VERSION = 1
"""Of the form of the file."""


def write_deck_file(deck: Deck, lang: str) -> str:
    """The file of a deck, without what is usual, its municipalities by name.

    Args:
        deck: The deck.
        lang: Language of the names and of the comment.
    """
    words = language(lang)
    usual: dict[str, object] = {
        "purpose": PURPOSES[0],
        "language": CODES[0],
        "look": LOOKS[0],
        "municipalities": [],
    }
    head: dict[str, object] = {
        "savivalda": MARK,
        "version": VERSION,
        "purpose": deck.purpose,
        "language": words.code,
        "look": deck.look,
        "municipalities": _names(deck.select, words),
    }
    lines = [f"# {words.t('forum.file.comment')}"]
    lines += [_line(key, value) for key, value in head.items() if value != usual.get(key)]
    for scene in deck.scenes:
        values = {item.name: getattr(scene, item.name) for item in fields(Scene)}
        values["select"] = _names(scene.select, words)
        lines += ["", "[[scene]]"]
        lines += [_line(key, value) for key, value in values.items() if value]
    return "\n".join([*lines, ""])


def _line(key: str, value: object) -> str:
    # JSON's texts and lists of texts are TOML's, but for one sign that JSON leaves as it is.
    return f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")


def _names(select: Sequence[str], words: Language) -> list[str]:
    """Names of municipalities, a whole county by its own."""
    known = {place.code: words.name(place) for place in municipalities()}
    known |= {county_key(county): words.name(county, "full") for county in counties()}
    return [known[each] for each in write_selection(select).split(",") if each]
