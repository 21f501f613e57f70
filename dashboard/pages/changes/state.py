"""What a visitor looks at of the changes, and how it is written into the address.

Reading never fails: what does not fit falls back to all and leaves a note.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.address import LONGEST_QUERY, Note
from geo.finding import fitting

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_SAID = 60
"""Letters of a value of no use that are repeated to whoever asked for it."""


@dataclass(frozen=True)
class ChangesState:
    """Which changes are looked at; empty means all.

    Attributes:
        municipality: Code.
        kind: Code of list change_kind.
        notes: What of the address could not be used.
    """

    municipality: str = ""
    kind: str = ""
    notes: tuple[Note, ...] = ()


def read_changes_state(query: str, kinds: Collection[str]) -> ChangesState:
    """Reads the query of an address.

    Args:
        query: With or without its question mark.
        kinds: Those that there are.
    """
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    pairs = {key: value for key, value in parse_qsl(text) if value.strip()}
    place, kind = pairs.get("municipality", ""), pairs.get("kind", "")
    found = fitting(place) if place else ()
    notes = [Note("municipality", place[:LONGEST_SAID])] if place and len(found) != 1 else []
    notes += [Note("kind", kind[:LONGEST_SAID])] if kind and kind not in kinds else []
    return ChangesState(
        found[0].code if len(found) == 1 else "", kind if kind in kinds else "", tuple(notes)
    )


def write_changes_state(state: ChangesState) -> str:
    """The query of a state, without a question mark, what is all left out."""
    pairs = {"municipality": state.municipality, "kind": state.kind}
    return urlencode({name: value for name, value in pairs.items() if value})
