"""What the pages ask about action plans: what was promised, how far it is, according to whom.

Nothing that no source says is filled in: a missing text is None, a missing day NaT, a missing
number NaN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from data.asking.views import indicator_view
from data.errors import UnknownPromise

if TYPE_CHECKING:
    from datetime import date

    from data.asking.store import Store

Grouping = Literal["plan", "institution", "theme"]


def plans(store: Store) -> pd.DataFrame:
    """Return the action plans, oldest first.

    Columns: plan, start_year, end_year, title_lt, title_en, state (code list plan_state), published
    (how many commitments its source says it has), commitments (how many are here), note_lt,
    note_en, source.
    """
    return store.query("plans")


def sections(store: Store) -> pd.DataFrame:
    """Return what each plan is divided into, in the plan's order.

    Columns: plan, section (a numeral), kind (code list section_kind), title_lt, title_en (one of
    them None where not translated), commitments (how many say that they belong to it).
    """
    return store.query("plan_sections")


def commitments(store: Store) -> pd.DataFrame:
    """Return the commitments of all plans, in the plans' order.

    Columns: commitment (id), plan, section, section_lt, section_en (None where no source tells the
    section), number, theme, theme_lt, theme_en (our own grouping), title_lt, title_en (one of them
    None where not translated), institution_lt, institution_en (several joined by semicolons),
    ogp_id, irm_verifiable, irm_relevance, irm_ambition (statuses of these scales), start_on,
    deadline_original, deadline_revised, finished_on, note_lt, note_en, source.
    """
    return store.query("commitments")


def commitment_institutions(store: Store) -> pd.DataFrame:
    """Return who answers for each commitment, one row for each institution.

    Columns: commitment, institution (code list), institution_lt, institution_en.
    """
    return store.query("commitment_institutions")


def statuses(store: Store) -> pd.DataFrame:
    """Return everything that an assessor ever said of a commitment.

    Columns: commitment, plan, assessor (code list), scale, kind ("implementation", "result" or
    "design"), status, status_lt, status_en (the assessor's word), position (in the scale, from 1),
    progress (0 to 1, NaN where the status does not tell how much is done), observed_on (NaT: date
    not given), known_after (a day that an undated status follows by the order of its source's
    words; NaT where there is none), sequence (within commitment, assessor and scale, oldest first,
    from 1), note_lt, note_en, evidence ("nėra": said that there is none), obstacle (code list),
    deadline_original, deadline_revised, finished_on (each as told with this status, so that every
    revision stays readable), document, document_title, publisher, url, published_on, retrieved.
    """
    return store.query("statuses")


def scales(store: Store) -> pd.DataFrame:
    """Return every scale with its statuses, in order.

    Columns: scale, kind, scale_lt, scale_en, about_lt, about_en, assessors (codes with spaces
    between), status, status_lt, status_en, position, progress: the part done that a status stands
    for when assessors are compared, NaN where it stands for none.
    """
    return store.query("scales")


def standing(store: Store, assessor: str = "government", on: date | None = None) -> pd.DataFrame:
    """Return how every commitment stands by an assessor's latest word on how much is done.

    Args:
        store: the open database.
        assessor: code list assessor.
        on: only what was said with a date up to that day; None for all that is known, also
            what has no date.

    Returns:
        One row a commitment, also where it was not assessed: commitment, plan, scale, status,
        status_lt, status_en, progress, observed_on, document.
    """
    return store.query("standing", assessor=assessor, day=on)


def completion(
    store: Store, by: Grouping, assessor: str = "government", on: date | None = None
) -> pd.DataFrame:
    """Return how many commitments of each plan, institution or theme stand where.

    Args:
        store: the open database.
        by: what to group by. A commitment of several institutions counts in each of them.
        assessor: as in `standing`.
        on: as in `standing`.

    Returns:
        group (plan or code; None where no source names an institution), status, status_lt,
        status_en, progress (of commitments not assessed None and NaN), count, of (all commitments
        of the group), share (count of `of`, 0 to 100). The counts of a group sum to its `of`.
    """
    return store.query("completion", by=by, assessor=assessor, day=on)


def documents(store: Store) -> pd.DataFrame:
    """Return the documents that the facts rest on.

    Columns: document, title (as published, or what the page is, where its title was not
    seen), publisher, url, published_on, retrieved.
    """
    return store.query("documents")


def citations(store: Store) -> pd.DataFrame:
    """Return which documents speak of which plan and commitment.

    Columns: plan, commitment (None: of the plan itself), document. Those of a commitment's statuses
    are in `statuses`.
    """
    return store.query("citations")


def promised_indicators(store: Store) -> pd.DataFrame:
    """Return which indicators of the atlas each commitment should move, and how far.

    Columns: commitment, indicator, unit, area, direction ("more" or "less"), target (in the unit),
    target_year, why_lt, why_en (our own judgement), document, document_title, publisher, url,
    retrieved (of the target; None without one), plan, start_year, end_year.
    """
    return store.query("promised_indicators")


def promise_progress(store: Store, commitment: str, indicator: str) -> pd.DataFrame:
    """Return an indicator's years before, during and after the plan that promised to move it.

    It shows what coincided, not what caused what.

    Returns:
        One row a year: year, phase ("before", "during", "after"; None where the plan's years are
        not known), value (national, in the promise's unit), target (NaN where nobody set one),
        reached (how many municipalities reached it; NaN without a target), comparable (how many
        municipalities have a figure that counts).

    Raises:
        UnknownPromise: the commitment does not name that indicator.
    """
    promise = _promise(store, commitment, indicator)
    return store.query(
        "promise_progress",
        indicator=indicator,
        unit=promise["unit"],
        area=promise["area"],
        direction=promise["direction"],
        target=_number(promise["target"]),
        start_year=_number(promise["start_year"]),
        end_year=_number(promise["end_year"]),
    )


def promise_municipalities(store: Store, commitment: str, indicator: str) -> pd.DataFrame:
    """Return which municipalities reached a promise's target, year by year.

    Returns:
        60 rows a year as `indicator_view` returns them, and reached: True or False, None without a
        target and where the figure does not count.

    Raises:
        UnknownPromise: the commitment does not name that indicator.
    """
    promise = _promise(store, commitment, indicator)
    frame = indicator_view(store, indicator, promise["unit"], promise["area"])
    target = _number(promise["target"])
    frame["reached"] = None
    if target is not None:
        counts = frame["state"].isin({"ok", "declared_zero"})
        more = promise["direction"] == "more"
        reached = frame["value"] >= target if more else frame["value"] <= target
        frame["reached"] = reached.astype(object).where(counts, None)
    return frame


def _promise(store: Store, commitment: str, indicator: str) -> dict[Any, Any]:
    """Return the one row of `promised_indicators`."""
    known = promised_indicators(store)
    found = known[(known["commitment"] == commitment) & (known["indicator"] == indicator)]
    if found.empty:
        pairs = (f"{row.commitment} {row.indicator}" for row in known.itertuples())
        raise UnknownPromise(f"{commitment} {indicator}", pairs)
    return found.iloc[0].to_dict()


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
