"""What the pages ask about action plans: what was promised, how far it is, according to whom.

Nothing that no source says is filled in: a missing text is None, a missing day NaT, a missing
number NaN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from data.catalog import FIGURES
from data.errors import UnknownPromise

if TYPE_CHECKING:
    from data.asking.store import Store


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
    them None where no source has it), working_lt, working_en (our own title there, else None),
    commitments (how many say that they belong to it).
    """
    return store.query("plan_sections")


def commitments(store: Store) -> pd.DataFrame:
    """Return the commitments of all plans, in the plans' order.

    Columns: commitment (id), plan, section, section_lt, section_en (None where no source tells the
    section), number, theme, theme_lt, theme_en (our own grouping), title_lt, title_en (one of them
    None where no source has it), working_lt, working_en (our own title there, else None),
    institution_lt, institution_en (several joined by semicolons),
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

    It shows what coincided, not what caused what. Which figures count is as in
    `data.asking.views.indicator_view`: all years are real, or all are invented.

    Returns:
        One row a year: year, phase ("before", "during", "after"; None where the plan's years are
        not known), value (national, in the promise's unit), target (NaN where nobody set one),
        reached (how many municipalities reached it; NaN without a target), comparable (how many
        municipalities have a figure that counts), estimated (bool: some of these rests on an
        interpolated number of residents), demo (bool: they are invented).

    Raises:
        UnknownPromise: the commitment does not name that indicator.
    """
    promise = _promise(store, commitment, indicator)
    return store.query(
        "promise_progress",
        indicator=indicator,
        unit=promise["unit"],
        area=promise["area"],
        figures=FIGURES[0],
        direction=promise["direction"],
        target=_number(promise["target"]),
        start_year=_number(promise["start_year"]),
        end_year=_number(promise["end_year"]),
    )


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
