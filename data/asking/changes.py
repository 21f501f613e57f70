"""What the pages ask about changes between one build and the next.

A build says what it changed, and carries along what the builds before it said, as many as are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable

    from data.asking.store import Store

ChangeRows = list["dict[Hashable, Any]"]


def changes(
    store: Store, municipality: str = "", kind: str = "", *, each: int, most: int
) -> ChangeRows:
    """Return what builds changed, the newest first, municipality by municipality.

    Args:
        store: the open database.
        municipality: code; empty for all, and for what is of none.
        kind: code of list change_kind; empty for all.
        each: how many of a build, municipality and kind.
        most: how many in all.

    Returns:
        ChangeRows with the columns of the table change, None where there is nothing.

    Raises:
        StoreError: the database cannot answer.
    """
    return _rows(store, "changes", municipality=municipality, kind=kind, each=each, most=most)


def change_counts(store: Store, municipality: str = "", kind: str = "") -> ChangeRows:
    """Return how much each build changed, in the order of `changes`.

    Returns:
        A row a build, municipality and kind: data_version, former_version, built_at, municipality
        (None for what is of none), kind, changes (how many, those that are not listed too), demo
        (bool: some of them are of invented figures).

    Raises:
        StoreError: the database cannot answer.
    """
    return _rows(store, "change_counts", municipality=municipality, kind=kind)


def _rows(store: Store, query: str, **params: object) -> ChangeRows:
    frame = store.query(query, **params).astype(object)
    return frame.where(frame.notna(), None).to_dict("records")
