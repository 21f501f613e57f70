"""What the pages ask about competitions for NGOs: which there were, what came of them, who won.

A competition's key, `<municipality>-<year>-<slug>`, ends its address. Real and invented ones are
never counted together: whoever asks says which.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from geo.spelling import fold

if TYPE_CHECKING:
    import pandas as pd

    from data.asking.store import Store

SORTS = (
    "year",
    "name",
    "municipality",
    "area",
    "announced",
    "budget",
    "applications",
    "funded",
    "success",
    "requested",
    "awarded",
)
"""What competitions can be sorted by."""


@dataclass(frozen=True)
class CompetitionFilter:
    """Which competitions are asked for; what is empty, or 0, leaves none out.

    Attributes:
        municipality: Code.
        county: Code.
        area: Code of the policy area.
        year: Of the form that told of it.
        text: A part of its name or code, in any case, with or without diacritics and signs.
    """

    municipality: str = ""
    county: str = ""
    area: str = ""
    year: int = 0
    text: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of those that leave something out."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name))

    def without(self, name: str) -> CompetitionFilter:
        """The same without one of them."""
        kept = {each: value for each, value in asdict(self).items() if each != name}
        return CompetitionFilter(**kept)


def competition_counts(store: Store, asked: CompetitionFilter) -> pd.DataFrame:
    """Return how many competitions are found, and would be without one of the filters.

    Rows: one for each filter and one, `""`, with all of them, by the index `without`; none where
    nothing would be found. Columns: real, demo (how many).
    """
    return store.query("competition_counts", **_asked(asked)).set_index("without")


def competition_years(store: Store, asked: CompetitionFilter) -> pd.DataFrame:
    """Return what competitions come to, real and invented ones apart, year by year and in all.

    Columns: demo (of the invented ones), year (NaN: of all years), competitions; budget, requested,
    awarded (euros); applications, funded; with_budget, with_applications, with_requested (of how
    many competitions that is known); funded_of, awarded_of (funded and awarded of those whose
    applications and requests are known, which alone make shares); announced (of how many the day is
    known); sources (ids with spaces between). Sums of nothing known are NaN. No rows where nothing
    is found.
    """
    return store.query("competition_years", **_asked(asked))


def competition_months(store: Store, asked: CompetitionFilter, *, demo: bool) -> pd.DataFrame:
    """Return how many competitions each municipality announced in each month.

    Columns: municipality (code), month (1–12), competitions; in Lithuanian order, only where there
    are any whose day is known.
    """
    return store.query("competition_months", **_asked(asked), demo=demo)


def competition_list(
    store: Store,
    asked: CompetitionFilter,
    *,
    demo: bool,
    sort: str = "-year",
    most: int = 50,
    after: int = 0,
) -> pd.DataFrame:
    """Return a stretch of the competitions that are asked for.

    Args:
        store: The open database.
        asked: Which.
        demo: The invented ones, or the real ones.
        sort: One of `SORTS`, `-` before it for the largest first; what is not known is last.
        most: How many.
        after: How many before them are left out.

    Returns:
        key, municipality (code), year, competition (what the municipality calls it), area,
        announced (NaT where not known), budget, applications, funded, success (funded of
        applications, 0 to 1), requested, awarded, link, demo, source (id); euros; NaN and None
        where it is not known.
    """
    name = sort.removeprefix("-")
    direction = -1 if sort.startswith("-") else 1
    how = {"sort": name, "direction": direction, "most": most, "after": after}
    return store.query("competition_list", **_asked(asked), demo=demo, **how)


def find_competition(store: Store, key: str) -> dict[str, Any] | None:
    """Return a competition by its key, or None.

    As `competition_list`, and from_rows (of which rows of its sheet), file_kind ("form" or
    "table"), file_name, file_year, received_on, sheet_name: None where it is invented.
    """
    found = store.query("competition_item", key=key).astype(object)
    rows = found.where(found.notna(), None).to_dict("records")
    return {str(name): value for name, value in rows[0].items()} if rows else None


def competition_winners(store: Store, key: str) -> pd.DataFrame:
    """Return who won a competition, who got most first.

    Columns: entity (code), name, awarded, requested (euros, NaN where not known), title (of the
    project, or None).
    """
    return store.query("competition_winners", key=key)


def competitions_of(store: Store, municipality: str, *, demo: bool) -> pd.DataFrame:
    """Return a municipality's competitions, the newest first.

    Columns: key, year, competition, area, applications, funded, success, requested, awarded.
    """
    return store.query("competition_others", municipality=municipality, demo=demo)


def competitions_near(store: Store, key: str) -> pd.DataFrame:
    """Return up to eight competitions of the municipality and year that a key begins with.

    Where there are none in that year, of its other years; none where it begins with no code.
    Columns: key, competition, year; those spelled most alike first.
    """
    municipality, _, rest = key[:200].partition("-")
    said, _, slug = rest.partition("-")
    year = int(said) if said.isascii() and said.isdigit() and len(said) == 4 else 0
    asked = {"municipality": municipality, "slug": fold(slug).replace(" ", "-")}
    found = store.query("competition_near", **asked, year=year)
    return store.query("competition_near", **asked, year=0) if found.empty and year else found


def _asked(asked: CompetitionFilter) -> dict[str, object]:
    """Return the values that queries are bound to; what has no letter or digit is found nowhere."""
    return asdict(asked) | {"text": fold(asked.text) or asked.text}
