"""What each assessor said of a commitment over time, in the words of its own scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.marks import in_language, status_mark
from dashboard.frame import html
from dashboard.frame.plain_table import day, plain_table
from dashboard.pages.commitments.marks import document_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.commitments.model import Assessment, Commitment, Plans
    from dashboard.language.i18n import Language

COLUMNS = ("said", "scale", "observed", "note", "document")


def history(item: Commitment, plans: Plans, words: Language) -> list[Component]:
    """A table an assessor, its words oldest first; who said nothing is named as such."""
    parts = []
    for who, name in plans.assessors.items():
        said = [word for word in item.history if word.assessor == who]
        heading = html.H3(name, id=f"history-{who}")
        if said:
            parts += [heading, _table(said, who, words)]
    silent = [
        name
        for who, name in plans.assessors.items()
        if not any(word.assessor == who for word in item.history)
    ]
    if silent:
        parts.append(html.P(words.t("commitment.silent", names="; ".join(silent))))
    return parts


def _table(said: Sequence[Assessment], who: str, words: Language) -> Component:
    rows = [
        {
            "said": _status(word, words),
            "scale": word.scale.name,
            "observed": day(word.observed) if word.observed else words.t("commitments.no_date"),
            "note": _notes(word, words) or "–",
            "document": document_link(word.document),
        }
        for word in said
    ]
    noted = any(_notes(word, words) for word in said)
    kept = [name for name in COLUMNS if noted or name != "note"]
    headings = [words.t(f"commitments.column.{name}") for name in kept]
    cells = [[row[name] for name in kept] for row in rows]
    return plain_table(headings, cells, labelled_by=f"history-{who}")


def _status(word: Assessment, words: Language) -> Component | str:
    """The shape stands for progress alone; results and designs have none."""
    return (
        status_mark(word.status, words)
        if word.scale.kind == "implementation"
        else word.status.label
    )


def _notes(word: Assessment, words: Language) -> list[Component]:
    """Whatever else was told: note, obstacle, evidence, deadlines."""
    parts: list[list[Component | str]] = [in_language(word.note, words)] if word.note.text else []
    if word.obstacle:
        parts.append([words.t("commitment.obstacle", value=word.obstacle)])
    if word.evidence:
        parts.append([words.t("commitment.evidence", value=word.evidence)])
    return [html.P(part) for part in parts]
