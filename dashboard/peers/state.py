"""What is looked at of a municipality and its peers, and how it is written into the address.

Reading never fails: what is unknown or out of range becomes the usual and leaves a note.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qsl, urlencode

from dashboard.address import LONGEST_QUERY, Note
from dashboard.indicators.selection import read_selection, write_selection
from data.catalog import FIGURES, INDICATORS, YEARS
from data.peers.features import HEAVIEST, WEIGHTS
from data.peers.groups import FEWEST_NEAREST, GROUPINGS, MOST_NEAREST, USUAL_NEAREST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")

MONEY_UNITS = INDICATORS["total"].units
"""In which money can be told, the usual first."""

SORTS = ("group", "apart", "name")
"""Orders of the indicators: in their groups, furthest from the peers' median first, by name."""

MOST_MOVED, STEP_MOVED, USUAL_MOVED = 10.0, 0.5, 1.0
"""Per cent of the money of budgetary institutions that can be thought to move."""

WEIGHT = "weight-"
"""Before the name of a feature in the address, its weight behind it."""


@dataclass(frozen=True)
class PeersState:
    """A whole view of a municipality among its peers.

    Attributes:
        year: The year that the address names; without one, the newest with a figure.
        unit: In which money is told, one of `MONEY_UNITS`.
        figures: All, or real ones alone (`data.catalog.FIGURES`).
        peers: One of `GROUPINGS`.
        nearest: How many the nearest are.
        weights: Of the features, by their names.
        chosen: Codes of the municipalities of the list.
        sort: One of `SORTS`.
        opened: The indicator that is shown at length, if any.
        moved: Per cent of the money of budgetary institutions that is thought to move.
        notes: What of the address was of no use.
    """

    year: int | None = None
    unit: str = MONEY_UNITS[0]
    figures: str = FIGURES[0]
    peers: str = GROUPINGS[0]
    nearest: int = USUAL_NEAREST
    weights: Mapping[str, int] = field(default_factory=lambda: WEIGHTS)
    chosen: tuple[str, ...] = ()
    sort: str = SORTS[0]
    opened: str = ""
    moved: float = USUAL_MOVED
    notes: tuple[Note, ...] = ()


def read_peers_state(query: str) -> PeersState:
    """Reads the query of an address, with or without its question mark."""
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    given = parse_qsl(text)
    reader = _Reader(dict(given))
    listed = ",".join(value for name, value in given if name == "with")
    chosen, unused = read_selection(listed, most=MOST_NEAREST)
    state = PeersState(
        year=reader.number("year", YEARS[0], YEARS[-1]),
        unit=reader.one_of("unit", MONEY_UNITS),
        figures=reader.one_of("figures", FIGURES),
        peers=reader.one_of("peers", GROUPINGS),
        nearest=reader.number("nearest", FEWEST_NEAREST, MOST_NEAREST) or USUAL_NEAREST,
        weights=reader.weights(),
        chosen=chosen,
        sort=reader.one_of("sort", SORTS),
        opened=reader.one_of("open", ("", *INDICATORS)),
        moved=reader.share("move"),
    )
    of_list = (Note("listed" if each.key == "most" else "with", each.value) for each in unused)
    return replace(state, notes=(*reader.notes, *of_list))


def write_peers_state(state: PeersState) -> str:
    """The query of a state, without a question mark, defaults left out."""
    usual = PeersState()
    pairs = {
        "year": str(state.year or ""),
        "unit": _unless(state.unit, usual.unit),
        "figures": _unless(state.figures, usual.figures),
        "peers": _unless(state.peers, usual.peers),
        "nearest": _unless(str(state.nearest), str(usual.nearest)),
        "with": write_selection(state.chosen),
        **{
            f"{WEIGHT}{name}": _unless(str(weight), str(WEIGHTS[name]))
            for name, weight in state.weights.items()
        },
        "sort": _unless(state.sort, usual.sort),
        "open": state.opened,
        "move": _unless(f"{state.moved:g}", f"{usual.moved:g}"),
    }
    return urlencode({name: value for name, value in pairs.items() if value}, safe=",")


def _unless(value: str, usual: str) -> str:
    return "" if value == usual else value


class _Reader:
    """Takes values from an address, and notes those of no use.

    Empty ones, which a form sends of what is not filled in, are as if not there.
    """

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self.pairs = {name: value for name, value in pairs.items() if value.strip()}
        self.notes: list[Note] = []

    def one_of(self, name: str, known: Sequence[str]) -> str:
        """One of the known values, the first unless another is given."""
        value = self.pairs.get(name, known[0])
        return value if value in known else self._unused(name, known[0])

    def number(self, name: str, least: int, most: int) -> int | None:
        """A whole number in its range."""
        text = self.pairs.get(name)
        if text is None:
            return None
        if text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most:
            return int(text)
        return self._unused(name, None)

    def share(self, name: str) -> float:
        """Per cent that are moved, on a step of their scale."""
        text = self.pairs.get(name, f"{USUAL_MOVED:g}")
        steps = {f"{step * STEP_MOVED:g}" for step in range(int(MOST_MOVED / STEP_MOVED) + 1)}
        return float(text) if text in steps else self._unused(name, USUAL_MOVED)

    def weights(self) -> dict[str, int]:
        """The weight of each feature; the usual ones where none would have any."""
        found = {}
        for name, usual in WEIGHTS.items():
            given = self.number(f"{WEIGHT}{name}", 0, HEAVIEST)
            found[name] = usual if given is None else given
        if not any(found.values()):
            self.notes.append(Note(f"{WEIGHT}…", "0"))
            return dict(WEIGHTS)
        return found

    def _unused(self, name: str, usual: T) -> T:
        self.notes.append(Note(name, self.pairs[name]))
        return usual
