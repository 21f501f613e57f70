"""Action plans, commitments and what was said of them, in one language, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from data import commitments as from_store

if TYPE_CHECKING:
    from datetime import date

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language
    from data.store import Store

Row = dict[Any, Any]

SEARCHED = (
    *("commitment", "title_lt", "title_en", "institution_lt", "institution_en", "ogp_id"),
    *("theme_lt", "theme_en"),
)


@dataclass(frozen=True)
class Text:
    """A text of the sources in the best language at hand; `lang` is empty for the visitor's own."""

    text: str
    lang: str = ""


@dataclass(frozen=True)
class Document:
    """Where something is said: its title, address, and the days of publication and retrieval."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    retrieved: date | None


@dataclass(frozen=True)
class Status:
    """A status of a scale.

    Attributes:
        scale: Code of the scale.
        code: Code within it.
        label: In the words of whoever uses the scale.
        progress: 0–1 by the documented mapping; None cannot be compared.
        outside: Whether the scale is that of an outside assessor alone.
    """

    scale: str
    code: str
    label: str
    progress: float | None
    outside: bool


@dataclass(frozen=True)
class Assessment:
    """What one assessor said of a commitment once, in the words of the assessor's own scale.

    Attributes:
        assessor: A code of the list `assessor`.
        kind: `implementation`, `result` or `design`.
        scale: What its scale is called.
        status: What was said.
        observed: The day; None where the source gives none.
        note: What the assessor added.
        evidence: As told; empty where nothing was said.
        obstacle: In words; empty where none was named.
        document: Where it was said.
    """

    assessor: str
    kind: str
    scale: str
    status: Status
    observed: date | None
    note: Text
    evidence: str
    obstacle: str
    document: Document


@dataclass(frozen=True)
class Commitment:
    """A commitment and all that was said of it.

    Attributes:
        key: The end of its address: `3-II-1`.
        plan: Number of its plan.
        section: `3-II`; empty where no source places it in a section.
        number: Section and place in it: `II.1`, or the place alone.
        title: What was promised.
        search: Everything by which it may be looked for, in both languages, folded.
        institutions: Who answers for it, by code.
        theme: Our own grouping, a code of the list `commitment_theme`.
        ogp: The partnership's code, or nothing.
        start, deadline, revised, finished: Days, None where no source gives them.
        note: What the sources add.
        history: Every assessment, by assessor, kind and scale, oldest first.
    """

    key: str
    plan: str
    section: str
    number: str
    title: Text
    search: str
    institutions: dict[str, str]
    theme: str
    ogp: str
    start: date | None
    deadline: date | None
    revised: date | None
    finished: date | None
    note: Text
    history: tuple[Assessment, ...]


@dataclass(frozen=True)
class Plan:
    """An action plan: its title with its years, and how many commitments its source counts."""

    id: str
    title: Text
    years: str
    first: int | None
    last: int | None
    note: Text

    @property
    def named(self) -> str:
        """Title and years, if they are known."""
        return f"{self.title.text} ({self.years})" if self.years else self.title.text


@dataclass(frozen=True)
class Plans:
    """All there is, in one language.

    Attributes:
        plans: By number.
        sections: Title of each section that has commitments or belongs to a plan, by `3-II`.
        commitments: In the order of the plans, by key.
        institutions: Names by code, of those that answer for a commitment.
        themes: Names by code.
        assessors: Names by code, in the order of the list.
        statuses: Those of the scales of implementation that are in use, in their order.
    """

    plans: dict[str, Plan]
    sections: dict[str, Text]
    commitments: dict[str, Commitment]
    institutions: dict[str, str]
    themes: dict[str, str]
    assessors: dict[str, str]
    statuses: tuple[Status, ...]


def read_plans(atlas: Atlas, words: Language) -> Plans:
    """All plans in a language, read once for the present data."""
    found: Plans = atlas.once(("plans", words.code), lambda: _read(atlas, words))
    return found


def _read(atlas: Atlas, words: Language) -> Plans:
    store, code = atlas.store, words.code
    known = {
        (row["scale"], row["status"]): (_status(row, code), row["kind"])
        for row in rows(from_store.scales(store))
    }
    histories: dict[str, list[Assessment]] = {}
    labels = {name: atlas.labels(name, words) for name in ("commitment_scale", "obstacle")}
    for row in rows(from_store.statuses(store)):
        status, _ = known[row["scale"], row["status"]]
        said = _assessment(row, code, status, labels)
        histories.setdefault(row["commitment"], []).append(said)
    who: dict[str, dict[str, str]] = {}
    for row in rows(from_store.commitment_institutions(store)):
        name = text_in(row, "institution", code).text
        who.setdefault(row["commitment"], {})[row["institution"]] = name
    used = {said.status.scale for words_on in histories.values() for said in words_on}
    named = {item for found in who.values() for item in found}
    institutions = {
        item: name for item, name in atlas.labels("institution", words).items() if item in named
    }
    return Plans(
        plans={row["plan"]: _plan(row, words) for row in rows(from_store.plans(store))},
        sections={
            f"{row['plan']}-{row['section']}": text_in(row, "title", code)
            for row in rows(from_store.sections(store))
        },
        commitments={
            row["commitment"]: _commitment(
                row, code, who.get(row["commitment"], {}), histories.get(row["commitment"], [])
            )
            for row in rows(from_store.commitments(store))
        },
        institutions=institutions,
        themes=atlas.labels("commitment_theme", words),
        assessors=atlas.labels("assessor", words),
        statuses=tuple(
            said for said, kind in known.values() if kind == "implementation" and said.scale in used
        ),
    )


def _plan(row: Row, words: Language) -> Plan:
    first, last = row["start_year"], row["end_year"]
    known = first is not None and last is not None
    return Plan(
        id=row["plan"],
        title=text_in(row, "title", words.code),
        years=words.t("years.span", first=int(first), last=int(last)) if known else "",
        first=int(first) if known else None,
        last=int(last) if known else None,
        note=text_in(row, "note", words.code),
    )


def _commitment(
    row: Row, code: str, institutions: dict[str, str], history: list[Assessment]
) -> Commitment:
    section = row["section"]
    return Commitment(
        key=row["commitment"],
        plan=row["plan"],
        section=f"{row['plan']}-{section}" if section else "",
        number=f"{section}.{row['number']}" if section else str(row["number"]),
        title=text_in(row, "title", code),
        search=" ".join(row[name] or "" for name in SEARCHED).casefold(),
        institutions=institutions,
        theme=row["theme"],
        ogp=row["ogp_id"] or "",
        start=row["start_on"],
        deadline=row["deadline_original"],
        revised=row["deadline_revised"],
        finished=row["finished_on"],
        note=text_in(row, "note", code),
        history=tuple(history),
    )


def _status(row: Row, code: str) -> Status:
    return Status(
        scale=row["scale"],
        code=row["status"],
        label=row[f"status_{code}"],
        progress=row["progress"],
        outside="government" not in row["assessors"].split(),
    )


def _assessment(
    row: Row, code: str, status: Status, labels: dict[str, dict[str, str]]
) -> Assessment:
    return Assessment(
        assessor=row["assessor"],
        kind=row["kind"],
        scale=labels["commitment_scale"][row["scale"]],
        status=status,
        observed=row["observed_on"],
        note=text_in(row, "note", code),
        evidence=row["evidence"] or "",
        obstacle=labels["obstacle"].get(row["obstacle"], ""),
        document=read_document(row, "document_title"),
    )


def read_document(row: Row, title: str = "title") -> Document:
    """A document from a row of the store; `title` is the column of its title."""
    return Document(
        id=row["document"],
        title=row[title],
        publisher=row["publisher"],
        url=row["url"],
        published=row.get("published_on"),
        retrieved=row["retrieved"],
    )


def documents_of(store: Store, item: Commitment) -> list[Document]:
    """The documents that speak of a commitment or of its plan."""
    cited = from_store.citations(store)
    of_plan = (cited["plan"] == item.plan) & cited["commitment"].isna()
    wanted = {*cited["document"][of_plan | (cited["commitment"] == item.key)]}
    wanted |= {said.document.id for said in item.history}
    return [
        read_document(row) for row in rows(from_store.documents(store)) if row["document"] in wanted
    ]


def text_in(row: Row, name: str, code: str) -> Text:
    """The text in the language, else in the other one, marked as such."""
    own = row[f"{name}_{code}"]
    if own is not None:
        return Text(own)
    other = "en" if code == "lt" else "lt"
    found = row[f"{name}_{other}"]
    return Text("") if found is None else Text(found, other)


def rows(frame: pd.DataFrame) -> list[Row]:
    """The rows with None for whatever is missing, and days as days."""
    return [
        {name: _plain(value) for name, value in row.items()} for row in frame.to_dict("records")
    ]


def _plain(value: Any) -> Any:
    if value is None or pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value
