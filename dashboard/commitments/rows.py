"""Rows of the store as plain values, texts in the language at hand, documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.commitments.model import Document, Text
from data.asking import commitments as from_store

if TYPE_CHECKING:
    from dashboard.commitments.model import Commitment
    from data.asking.store import Store

StoredRow = dict[Any, Any]


def text_in(row: StoredRow, name: str, code: str) -> Text:
    """The text in the language, else in the other one, marked as such."""
    own = row[f"{name}_{code}"]
    if own is not None:
        return Text(own)
    other = "en" if code == "lt" else "lt"
    found = row[f"{name}_{other}"]
    return Text("") if found is None else Text(found, other)


def title_in(row: StoredRow, code: str) -> Text:
    """The source's title in the language, else ours beside the source's own."""
    found = text_in(row, "title", code)
    ours = row[f"working_{code}"]
    return Text(ours, original=found) if found.lang and ours else found


def rows(frame: pd.DataFrame) -> list[StoredRow]:
    """The rows with None for whatever is missing, and days as days."""
    columns = {name: _plain(frame[name]) for name in frame}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _plain(column: pd.Series) -> list[Any]:
    found = zip(column.tolist(), column.isna().tolist(), strict=True)
    plain = (None if missing else value for value, missing in found)
    return [value.date() if isinstance(value, pd.Timestamp) else value for value in plain]


def read_document(row: StoredRow, title: str = "title") -> Document:
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
