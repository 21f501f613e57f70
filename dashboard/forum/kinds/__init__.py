"""Kinds of scenes, a module each. A new kind is one module with a KIND, and its words.

The words of a kind are `forum.kind.<id>` (its name in the menu) and whatever its slide says.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.slides.content import Slide

PARAMETERS = ("indicator", "unit", "area", "year", "before", "select", "text")
"""What a kind may take, beside the title and the note that all take."""


@dataclass(frozen=True)
class SceneKind:
    """A kind of scene.

    Attributes:
        id: Name of its module, in decks, addresses and the catalogues.
        order: Place in the menu.
        takes: Those of `PARAMETERS` that it heeds.
        slide: Makes the slide of a scene of this kind.
        indicator: Id of the one that it always shows; empty where it shows what is taken, or none.
        source: Id of a source that it rests on beside those of indicators; may be empty.
    """

    id: str
    order: int
    takes: tuple[str, ...]
    slide: Callable[[DeckTelling, Scene], Slide]
    indicator: str = ""
    source: str = ""


@cache
def kinds() -> Mapping[str, SceneKind]:
    """All kinds by id, in the order of the menu."""
    modules = (import_module(f"{__name__}.{item.name}") for item in pkgutil.iter_modules(__path__))
    found = sorted((module.KIND for module in modules if hasattr(module, "KIND")),
                   key=lambda kind: kind.order)  # fmt: skip
    return {kind.id: kind for kind in found}
