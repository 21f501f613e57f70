"""What is looked at of the recipients, and how it is written into the address.

Reading never fails: what is unknown becomes the usual and leaves a note.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.address import LONGEST_QUERY, Note
from dashboard.frame.notes import LONG
from data.asking.recipients import DIMENSIONS, SORTS, RecipientFilter
from data.catalog import YEARS
from geo.finding import fitting

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MOST_LETTERS = 100
"""Of the name that is looked for."""

FIGURES = ("", "real", "demo")
"""Real ones where there are any, else invented ones; real ones; invented ones."""

LAST_PAGE = 100_000

LISTS = {
    "kind": "recipient_kind",
    "legal_form": "legal_form",
    "area": "policy_area",
    "mode": "award_mode",
    "financing": "financing",
}
"""The filters that are codes of a list, and the list."""


@dataclass(frozen=True)
class RecipientsState:
    """A whole view of the list.

    Attributes:
        asked: Which recipients.
        figures: One of `FIGURES`.
        sort: One of `data.asking.recipients.SORTS`, with `-` before it for the other way round.
        page: Number of the page of the list, from 1.
        notes: What of the address was of no use.
    """

    asked: RecipientFilter = field(default_factory=RecipientFilter)
    figures: str = FIGURES[0]
    sort: str = SORTS[0]
    page: int = 1
    notes: tuple[Note, ...] = ()


def read_state(query: str, known: Mapping[str, Collection[str]]) -> RecipientsState:
    """Reads the query of an address.

    Args:
        query: With or without its question mark.
        known: Codes that there are, by the names of `LISTS`.
    """
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    given = {name: value.strip() for name, value in parse_qsl(text) if value.strip()}
    sorts = [sign + name for name in SORTS for sign in ("", "-")]
    choices: dict[str, Collection[str]] = {
        **known,
        "year": [str(year) for year in YEARS],
        "figures": FIGURES,
        "sort": sorts,
    }
    read = {name: given[name] for name, there in choices.items() if given.get(name) in there}
    name = given.get("name", "")
    places = fitting(given.get("municipality", ""))
    page = given.get("page", "")
    numbered = page.isascii() and page.isdigit() and len(page) < 7 and 1 <= int(page) <= LAST_PAGE
    usable = {
        *read,
        *(["municipality"] if len(places) == 1 else []),
        *(["page"] if numbered else []),
    }
    notes = [
        Note(key, given[key])
        for key in ("municipality", *choices, "page")
        if key in given and key not in usable
    ]
    notes += [Note(LONG, "name")] if len(name) > MOST_LETTERS else []
    asked = RecipientFilter(
        municipality=places[0].code if len(places) == 1 else "",
        year=int(read.get("year", 0)),
        name=name[:MOST_LETTERS],
        **{key: read.get(key, "") for key in LISTS},
    )
    return RecipientsState(
        asked,
        read.get("figures", FIGURES[0]),
        read.get("sort", SORTS[0]),
        int(page) if numbered else 1,
        (*notes,),
    )


def write_state(state: RecipientsState) -> str:
    """The query of a state, without a question mark, defaults left out."""
    pairs = {
        **{name: getattr(state.asked, name) for name in ("name", *DIMENSIONS)},
        "year": str(state.asked.year or ""),
        "figures": state.figures,
        "sort": "" if state.sort == SORTS[0] else state.sort,
        "page": "" if state.page == 1 else str(state.page),
    }
    return urlencode({name: value for name, value in pairs.items() if value}, errors="replace")
