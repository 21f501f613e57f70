"""The default decks, a file each, named by its purpose; in the form of any deck's file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from dashboard.forum.deck import Deck, Scene


def default_deck(purpose: str, select: tuple[str, ...] = ()) -> Deck:
    """The deck of a purpose, one of `PURPOSES`, about some municipalities."""
    return Deck(purpose, select, _scenes(purpose))


@cache
def _scenes(purpose: str) -> tuple[Scene, ...]:
    text = (Path(__file__).parent / f"{purpose}.toml").read_text(encoding="utf-8")
    return tuple(Scene(**scene) for scene in tomllib.loads(text)["scene"])
