"""Reads everything about the commitments from the store, in one language."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.commitments.model import (
    Assessment,
    AssessmentScale,
    Commitment,
    Plan,
    Plans,
    Status,
)
from dashboard.commitments.rows import read_document, rows, text_in, title_in
from dashboard.language.i18n import CODES
from data.asking import commitments as from_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dashboard.answers import Atlas
    from dashboard.commitments.rows import StoredRow
    from dashboard.language.i18n import Language
    from data.asking.store import Store

SEARCHED = (
    *("commitment", "title_lt", "title_en", "institution_lt", "institution_en", "ogp_id"),
    *("theme_lt", "theme_en", "working_lt", "working_en"),
)
"""Where the words of a search are looked for."""


def read_plans(atlas: Atlas, words: Language) -> Plans:
    """All plans in a language, read once for the present data."""
    found: Plans = atlas.once(("plans", words.code), lambda: _read(atlas, words))
    return found


def _read(atlas: Atlas, words: Language) -> Plans:
    store, code = atlas.store, words.code
    history = _histories(atlas, words)
    answering = _institutions(store, code)
    named = {item for found in answering.values() for item in found}
    return Plans(
        plans={
            row["plan"]: _plan(row, words, atlas.labels("plan_state", words))
            for row in rows(from_store.plans(store))
        },
        sections={
            f"{row['plan']}-{row['section']}": title_in(row, code)
            for row in rows(from_store.sections(store))
        },
        commitments={
            row["commitment"]: _commitment(
                row,
                code,
                answering.get(row["commitment"], {}),
                history.get(row["commitment"], []),
            )
            for row in rows(from_store.commitments(store))
        },
        institutions={
            item: name for item, name in atlas.labels("institution", words).items() if item in named
        },
        themes=atlas.labels("commitment_theme", words),
        assessors=atlas.labels("assessor", words),
        scales={
            name: scale
            for name, scale in _scales(store, code).items()
            if any(said.scale == scale for heard in history.values() for said in heard)
        },
        known_on=_read_on(atlas),
    )


def _read_on(atlas: Atlas) -> date:
    """The day up to which the sources of the commitments were read."""
    known = atlas.sources()[["source", "retrieved"]]
    found: date = next(it["retrieved"] for it in rows(known) if it["source"] == "commitments")
    return found


def _histories(atlas: Atlas, words: Language) -> dict[str, list[Assessment]]:
    """What was said of each commitment, in the store's order."""
    scales = _scales(atlas.store, words.code)
    obstacles = atlas.labels("obstacle", words)
    found: dict[str, list[Assessment]] = {}
    for row in rows(from_store.statuses(atlas.store)):
        scale = scales[row["scale"]]
        said = Assessment(
            assessor=row["assessor"],
            scale=scale,
            status=next(item for item in scale.statuses if item.code == row["status"]),
            observed=row["observed_on"],
            note=text_in(row, "note", words.code),
            evidence=row["evidence"] or "",
            obstacle=obstacles.get(row["obstacle"], ""),
            document=read_document(row, "document_title"),
            known_after=row["known_after"],
        )
        found.setdefault(row["commitment"], []).append(said)
    return found


def _institutions(store: Store, code: str) -> dict[str, dict[str, str]]:
    """Who answers for each commitment: names by code."""
    found: dict[str, dict[str, str]] = {}
    for row in rows(from_store.commitment_institutions(store)):
        name = text_in(row, "institution", code).text
        found.setdefault(row["commitment"], {})[row["institution"]] = name
    return found


def _scales(store: Store, code: str) -> dict[str, AssessmentScale]:
    """Every scale with its statuses, by code."""
    return {
        name: AssessmentScale(
            kind=members[0]["kind"],
            name=members[0][f"scale_{code}"],
            about=text_in(members[0], "about", code),
            statuses=tuple(_status(row, code) for row in members),
        )
        for name, members in (
            (name, list(found))
            for name, found in groupby(rows(from_store.scales(store)), lambda row: row["scale"])
        )
    }


def _plan(row: StoredRow, words: Language, states: Mapping[str, str]) -> Plan:
    first, last = row["start_year"], row["end_year"]
    known = first is not None and last is not None
    return Plan(
        id=row["plan"],
        title=text_in(row, "title", words.code),
        years=words.t("years.span", first=int(first), last=int(last)) if known else "",
        first=int(first) if known else None,
        last=int(last) if known else None,
        state=states.get(row["state"], ""),
        note=text_in(row, "note", words.code),
    )


def _commitment(
    row: StoredRow, code: str, institutions: dict[str, str], history: list[Assessment]
) -> Commitment:
    section = row["section"]
    return Commitment(
        key=row["commitment"],
        plan=row["plan"],
        section=f"{row['plan']}-{section}" if section else "",
        number=f"{section}.{row['number']}" if section else str(row["number"]),
        title=title_in(row, code),
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
        titles={each: row[f"title_{each}"] for each in CODES if row[f"title_{each}"]},
        working={each: row[f"working_{each}"] for each in CODES if row[f"working_{each}"]},
    )


def _status(row: StoredRow, code: str) -> Status:
    return Status(
        scale=row["scale"],
        code=row["status"],
        label=row[f"status_{code}"],
        progress=row["progress"],
        outside="government" not in row["assessors"].split(),
    )
