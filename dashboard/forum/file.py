"""A deck as a small file that can be kept, edited by hand and opened again.

It begins with `savivalda = "deck"`; then come `[[scene]]` tables with the fields of `Scene` under
the same names. What is wrong in it is told with its line and what was expected.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from dashboard.forum.choices import CHOSEN, TEXTS, possible, settled_scene, taken, tidy
from dashboard.forum.deck import LOOKS, MOST_PLACES, MOST_SCENES, PURPOSES, Deck, Scene
from dashboard.forum.decks import default_deck
from dashboard.forum.kinds import kinds
from dashboard.forum.opening import MARK, OpenedFile, opened
from dashboard.forum.saving import VERSION, write_deck_file
from dashboard.forum.wrong import DeckFault, DeckFileError, none_of, shown
from dashboard.indicators.selection import called
from dashboard.language.i18n import CODES
from data.forms.definition.codes import code_list
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import counties

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

__all__ = ["DeckFileError", "read_deck_file", "write_deck_file"]

HEAD = {
    "savivalda": (MARK,),
    "version": (VERSION,),
    "purpose": PURPOSES,
    "language": CODES,
    "look": LOOKS,
}
"""What stands before the scenes, beside the municipalities, and what each may be."""


def read_deck_file(content: bytes, name: str) -> Deck:
    """The deck of a file.

    Args:
        content: Of the file.
        name: Of the file, for the message.

    Raises:
        DeckFileError: It is no deck's file, or says what cannot be; says where and what can.
    """
    file = opened(content, name)
    values = file.values
    for key, known in HEAD.items():
        if key in values or key == "version":
            _choose(file, 0, key, values.get(key), known)
    _know_keys(file, 0, values, (*HEAD, "municipalities", "scene"))
    purpose, look = values.get("purpose", PURPOSES[0]), values.get("look", LOOKS[0])
    select = _places(file, 0, "municipalities", values.get("municipalities", []))
    scenes = _scenes(file, values.get("scene", []))
    return Deck(purpose, select, scenes or default_deck(purpose).scenes, look)


def _scenes(file: OpenedFile, given: object) -> tuple[Scene, ...]:
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        file.refuse(DeckFault("tables", shown(given), "scene"))
    if len(given) > MOST_SCENES:
        most = {"most": MOST_SCENES}
        file.refuse(DeckFault("at_most", str(len(given)), None, MOST_SCENES + 1, values=most))
    areas = [code.code for code in code_list("policy_area")]
    return tuple(_scene(file, number, each, areas) for number, each in enumerate(given, 1))


def _scene(file: OpenedFile, number: int, given: Mapping[str, Any], areas: Sequence[str]) -> Scene:
    _choose(file, number, "kind", given.get("kind"), list(kinds()))
    scene = Scene(given["kind"])
    _know_keys(file, number, given, ("kind", *taken(scene.kind)))
    for name in CHOSEN:
        if given.get(name, "") != "":
            _choose(file, number, name, given[name], possible(scene, name, areas))
            scene = replace(scene, **{name: given[name]})
    texts: dict[str, Any] = {
        name: _text(file, number, name, given[name]) for name in TEXTS if name in given
    }
    select = _places(file, number, "select", given.get("select", []))
    return settled_scene(replace(scene, select=select, **texts), areas)[0]


def _know_keys(
    file: OpenedFile, scene: int, given: Mapping[str, Any], known: Sequence[str]
) -> None:
    for key in given:
        if key not in known:
            file.refuse(none_of(known, key, key, scene))


def _choose(
    file: OpenedFile, scene: int, key: str, found: object, known: Collection[object]
) -> None:
    if not any(found == each and type(found) is type(each) for each in known):
        file.refuse(none_of(known, found, key, scene))


def _text(file: OpenedFile, scene: int, key: str, found: object) -> str:
    if not isinstance(found, str):
        file.refuse(DeckFault("text", shown(found), key, scene))
    text = tidy(found)
    if len(text) > TEXTS[key]:
        most = {"most": TEXTS[key]}
        file.refuse(DeckFault("letters", str(len(text)), key, scene, values=most))
    return text


def _places(file: OpenedFile, scene: int, key: str, found: object) -> tuple[str, ...]:
    """Codes of the municipalities that names in either language, or codes, mean."""
    if not isinstance(found, list):
        file.refuse(DeckFault("places", shown(found), key, scene))
    codes = dict[str, None]()
    for name in found:
        meant = called(name) if isinstance(name, str) else ()
        if not meant:
            near = _nearest(name) if isinstance(name, str) else ""
            file.refuse(DeckFault("place", shown(name), key, scene, near))
        codes |= dict.fromkeys(meant)
    if len(codes) > MOST_PLACES:
        most = {"most": MOST_PLACES}
        file.refuse(DeckFault("at_most", str(len(codes)), key, scene, values=most))
    return tuple(codes)


def _nearest(name: str) -> str:
    """Names of who was perhaps meant."""
    names = [county for each in counties() for county in (each.name_full_lt, each.name_en)]
    near = get_close_matches(name, names, n=1, cutoff=0.8)
    try:
        return near[0] if near else find_municipality(name).name_lt
    except AmbiguousPlace as error:
        return ", ".join(error.candidates)
    except UnknownPlace as error:
        return ", ".join(error.nearest)
