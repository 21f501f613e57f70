"""What the published database and official sources know, for a form to be checked against."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from data.forms.checking.context import Context, KnownEntity
from data.residents import published_residents

if TYPE_CHECKING:
    from data.asking.store import Store

SUMMER = timedelta(hours=3)
"""How far Lithuania's clocks are ahead at the most: no clerk's day has begun later."""


def known_context(store: Store | None, *, demo: bool = False) -> Context:
    """Return what forms can be checked against: entities, totals, what each of them received.

    Amounts of the demonstration set are never among it: they are invented, and would make a true
    form look like a jump on the year before.

    Args:
        store: the published database; without one nothing is known.
        demo: whether forms may name invented entities, which are then known by their kinds too.

    Raises:
        StoreError: the database cannot answer.
    """
    if store is None:
        return Context(demo=demo)
    entities = store.query("known_entities", demo=demo).astype(object)
    amounts = store.query("known_amounts")
    received = {
        (municipality, year, entity): Decimal(executed)
        for municipality, year, entity, executed in amounts.itertuples(index=False, name=None)
    }
    totals: dict[tuple[str, int], Decimal] = {}
    for (municipality, year, _), executed in received.items():
        totals[municipality, year] = totals.get((municipality, year), Decimal()) + executed
    return Context(
        demo=demo,
        entities={
            code: KnownEntity(*about)
            for code, *about in entities.where(entities.notna(), None).itertuples(index=False)
        },
        totals=totals,
        received=received,
    )


def at_hand(context: Context) -> Context:
    """Add what is known without a database: the day, and how many live where."""
    today = (datetime.now(UTC) + SUMMER).date()
    return replace(context, residents=published_residents(), today=today)
