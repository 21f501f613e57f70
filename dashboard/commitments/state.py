"""What a visitor looks at on the commitments page, and how it is written into the address.

Reading never fails: what does not fit falls back to the default and leaves a note.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.address import LONGEST_QUERY, Note

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

SORTS = (
    *("number", "title", "plan", "section", "institution", "theme", "ogp"),
    *("status", "assessor", "observed", "deadline"),
)
"""Columns by which the table is sorted; the first one is the plans' own order."""

LONGEST_SEARCH = 80


@dataclass(frozen=True)
class PlanState:
    """A view of the commitments; empty means all.

    Attributes:
        plan: Number of a plan.
        section: `3-II`.
        institution: Code of who answers.
        assessor: Code of whose word counts; empty for whoever spoke last.
        status: Code of a status, or `not_assessed`.
        on: As it stood on that day; None as it stands.
        since: What moved since that day.
        q: Words to be found in number, title or institution.
        sort: One of `SORTS`, with a minus before it for the other way round.
        notes: What of the address could not be used.
    """

    plan: str = ""
    section: str = ""
    institution: str = ""
    assessor: str = ""
    status: str = ""
    on: date | None = None
    since: date | None = None
    q: str = ""
    sort: str = SORTS[0]
    notes: tuple[Note, ...] = ()


def read_plan_state(query: str, known: Mapping[str, Collection[str]]) -> PlanState:
    """Reads the query of an address.

    Args:
        query: With or without its question mark.
        known: What there is to choose of plan, section, institution, assessor and status.
    """
    text = query.removeprefix("?")[:LONGEST_QUERY].encode("utf-8", "replace").decode()
    pairs = {key: value for key, value in parse_qsl(text) if value}
    listed = {**known, "sort": [*SORTS, *(f"-{name}" for name in SORTS)]}
    texts = {key: pairs[key] for key in listed if pairs.get(key) in listed[key]}
    days = {key: day for key in ("on", "since") if (day := _day(pairs.get(key, "")))}
    read = {*texts, *days, "q"}
    notes = [
        Note(item.name, pairs[item.name])
        for item in fields(PlanState)
        if item.name in pairs and item.name not in read and item.name != "notes"
    ]
    if texts.get("section") and texts.get("plan", "") not in ("", texts["section"].split("-")[0]):
        notes.append(Note("section", texts.pop("section")))
    printable = "".join(sign if sign.isprintable() else " " for sign in pairs.get("q", ""))
    words = " ".join(printable.split())[:LONGEST_SEARCH].rstrip()
    return PlanState(**texts, **days, q=words, notes=tuple(notes))  # type: ignore[arg-type]


def write_plan_state(state: PlanState) -> str:
    """The query of a state, with its question mark unless it is empty, defaults left out."""
    pairs = {
        item.name: str(getattr(state, item.name))
        for item in fields(PlanState)
        if item.name != "notes" and getattr(state, item.name) != item.default
    }
    return f"?{urlencode(pairs)}" if pairs else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
