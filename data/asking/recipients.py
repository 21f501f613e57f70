"""What the pages ask about recipients: who received money of municipalities, how much, for what.

Money that was paid and grants that were awarded are told beside each other and never added. Real
and invented recipients are never counted together: whoever asks says which. Private persons are on
no list; only sums know them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from data.asking.search import find_recipients, matching_recipients

if TYPE_CHECKING:
    import pandas as pd

    from data.asking.search import FoundItem
    from data.asking.store import Store

SORTS = ("paid", "awarded", "name", "last")
"""What recipients can be sorted by: the most money, first name or newest year first."""

DIMENSIONS = ("municipality", "kind", "legal_form", "area", "mode", "financing")
"""What a list of recipients can be asked for by; by one of them, and a year, it is at hand."""

ORDERS = {"awarded": ("awarded", False), "name": ("by_name", True), "last": ("last_year", False)}
"""Columns of lines by which they are sorted, and whether the least comes first."""

RECEIVED = ("paid", "awarded", "last_year", "provisional")

LONGEST_CODE = 12
"""Letters at most of what may be a code."""

MOST_NAMED = 3000
"""Recipients with a name that is asked for, those that received most; others are left out."""


@dataclass(frozen=True)
class RecipientFilter:
    """Which recipients are asked for; what is empty, or 0, leaves none out.

    Attributes:
        municipality: Code of the one that gave the money.
        kind: Code, as the municipality sees the recipient.
        legal_form: Code.
        area: Code of the policy area.
        mode: Code of the award mode.
        financing: Code of the source of the money.
        year: In which it was given.
        name: Words of names, or codes, as `data.asking.search` understands them.
    """

    municipality: str = ""
    kind: str = ""
    legal_form: str = ""
    area: str = ""
    mode: str = ""
    financing: str = ""
    year: int = 0
    name: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of those that leave something out."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name))

    def without(self, name: str) -> RecipientFilter:
        """The same without one of them."""
        return replace(self, **{name: 0 if name == "year" else ""})  # type: ignore[arg-type]


@dataclass(frozen=True)
class RecipientSums:
    """What a list of recipients comes to, the real ones or the invented ones.

    Attributes:
        demo: Whether they are invented.
        recipients: How many.
        paid, awarded: Euros; NaN where there is none.
        private_paid, private_awarded: Euros of private persons, who are not on the list.
        provisional: Whether some of it is payment requests.
        half: How many of those that were paid most got half of it; 0 where nothing was paid.
        among: How many were paid anything.
        stretch: Of the database, where the list is at hand; else 0.
    """

    demo: bool
    recipients: int
    paid: float
    awarded: float
    private_paid: float
    private_awarded: float
    provisional: bool
    half: int
    among: int
    stretch: int = 0


def recipient_sums(store: Store, asked: RecipientFilter) -> dict[bool, RecipientSums]:
    """Return what the recipients that are asked for come to, by whether they are invented.

    There is no entry where there are neither recipients nor private persons.
    """
    if _at_hand(store, asked):
        # Of two rows at most a frame would take longer than the question.
        found = {
            name: column.tolist()
            for name, column in store.columns("recipient_stretches", **_stretch(asked)).items()
        }
        rows = (dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True))
        return {row["demo"]: RecipientSums(**row) for row in rows}
    lines = _lines(store, asked)
    return {bool(demo): _summed(bool(demo), part) for demo, part in lines.groupby("demo")}


def recipient_list(
    store: Store,
    asked: RecipientFilter,
    sums: RecipientSums,
    *,
    sort: str = SORTS[0],
    most: int = 50,
    after: int = 0,
) -> pd.DataFrame:
    """Return a part of the recipients that are asked for.

    Args:
        store: The open database.
        asked: Which.
        sums: What they come to, of `recipient_sums`; the list is of its kind.
        sort: One of `SORTS`, `-` before it for the other way round.
        most: How many.
        after: How many before them are left out.

    Returns:
        code, name, kind and legal_form (codes, None where not known), municipality (code, of its
        home), paid, awarded (euros, NaN where there is none), last_year, provisional.
    """
    name, back = sort.removeprefix("-"), sort.startswith("-")
    if sums.stretch:
        first, last = after + 1, after + most
        if back:
            first, last = sums.recipients + 1 - last, sums.recipients + 1 - first
        found = {"stretch": sums.stretch, "sort": name, "first": first, "last": last}
        frame = store.query("recipient_page", **found)
        return frame[::-1].reset_index(drop=True) if back else frame
    lines = _lines(store, asked)
    lines = lines[(lines["demo"] == sums.demo) & (lines["item"] > 0)]
    if name != SORTS[0]:
        # Stable: those that are alike stay in the order of what they were paid.
        column, ascending = ORDERS[name]
        lines = lines.sort_values(column, ascending=ascending, kind="stable")
    part = (lines[::-1] if back else lines)[after : after + most]
    items = ",".join(map(str, part["item"])) or "0"
    told = store.query("recipients_told", items=items)
    return part[["item", *RECEIVED]].merge(told, on="item", how="left")


def loosened(store: Store, asked: RecipientFilter) -> dict[str, dict[bool, int]]:
    """Return how many recipients there would be without each of the filters, real and invented."""
    return {
        name: {
            demo: sums.recipients
            for demo, sums in recipient_sums(store, asked.without(name)).items()
            if sums.recipients
        }
        for name in asked.chosen
    }


def find_recipient(store: Store, code: str) -> dict[str, Any] | None:
    """Return the recipient of a code; None where there is none.

    Keys: item (its number), code, name, kind and legal_form (codes, None where not known),
    municipality (code), demo, first_year, last_year, municipalities (how many gave it something),
    paid, awarded (euros, NaN where there is none), closed_on (NaT where not known).
    """
    return next(iter(_records(store.query("recipient", code=code))), None)


def recipients_near(store: Store, text: str, most: int = 5) -> list[FoundItem]:
    """Return the recipients that a code or a name that nobody has may mean.

    Of a code the beginning is looked for, the longest that anybody has.
    """
    if near := find_recipients(store, text, most):
        return near
    start = text[:LONGEST_CODE]
    lengths = range(len(start) - 1, 3, -1) if start.replace("-", "").isalnum() else ()
    found = (find_recipients(store, start[:length], most) for length in lengths)
    return next(filter(None, found), [])


def recipient_receipts(store: Store, item: int) -> pd.DataFrame:
    """Return all that a recipient was paid and awarded, newest first, then the most money.

    Columns: municipality, year, area, mode, programme (None where not known); paid, awarded (euros,
    NaN where there is none), provisional; total (euros that the municipality paid to all that year,
    NaN where not known), price_factor (to prices of the base year), competition (key of the
    competition that it was paid by, else None).
    """
    return store.query("recipient_receipts", item=item)


def recipient_grants(store: Store, code: str) -> pd.DataFrame:
    """Return what published lists say that a recipient was awarded, newest first.

    Columns: municipality, year, title, programme, awarded, requested (euros, NaN where not told),
    awarded_on, link.
    """
    return store.query("recipient_grants", code=code)


def recipient_kin(store: Store, code: str) -> pd.DataFrame:
    """Return the entities that one was made of, then the one that it was merged into.

    Columns: code, name, closed_on, heir (it took over), received (it is a recipient too).
    """
    return store.query("recipient_kin", code=code)


def recipient_services(store: Store, code: str) -> pd.DataFrame:
    """Return the services that an entity provides.

    Columns: municipality, service, area (codes), first_year, last_year, years (how many).
    """
    return store.query("recipient_services", code=code)


def names_cut(store: Store, name: str) -> bool:
    """Return whether more recipients have such a name than are looked at."""
    return bool(name) and len(matching_recipients(store, name, MOST_NAMED)) == MOST_NAMED


def _dimensions(asked: RecipientFilter) -> list[str]:
    return [name for name in DIMENSIONS if getattr(asked, name)]


def _at_hand(store: Store, asked: RecipientFilter) -> bool:
    """Whether the list lies in the database, place by place."""
    if asked.name or len(_dimensions(asked)) > 1:
        return False
    return bool(store.columns("recipient_lists_kept")["kept"][0])


def _stretch(asked: RecipientFilter) -> dict[str, Any]:
    """Return where in the database the list lies, but for names."""
    dimension = next(iter(_dimensions(asked)), "all")
    return {"dimension": dimension, "value": getattr(asked, dimension, ""), "year": asked.year}


def _lines(store: Store, asked: RecipientFilter) -> pd.DataFrame:
    """Return the whole list, of real ones and invented ones, those paid the most first."""
    found = matching_recipients(store, asked.name, MOST_NAMED) if asked.name else []
    if asked.name and _at_hand(store, asked.without("name")):
        items = ",".join(map(str, found)) or "-1"
        return store.query("recipient_lines_named", items=items, **_stretch(asked))
    codes = {name: getattr(asked, name) for name in DIMENSIONS}
    lines = store.query("recipient_lines", year=asked.year, **codes)
    return lines[lines["item"].isin(found)] if asked.name else lines


def _summed(demo: bool, lines: pd.DataFrame) -> RecipientSums:
    """Return what a list comes to that is ordered by what was paid, the most first."""
    private = lines["item"] == 0
    listed, others = lines[~private], lines[private]
    paid = listed.loc[listed["paid"] > 0, "paid"]
    before = paid.cumsum() - paid
    return RecipientSums(
        demo,
        len(listed),
        listed["paid"].sum(min_count=1),
        listed["awarded"].sum(min_count=1),
        others["paid"].sum(min_count=1),
        others["awarded"].sum(min_count=1),
        bool(lines["provisional"].any()),
        int((2 * before < paid.sum()).sum()),
        len(paid),
    )


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows by names of columns."""
    return [{str(name): row[name] for name in row} for row in frame.to_dict("records")]
