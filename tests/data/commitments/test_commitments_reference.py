"""The commitments against the reference facts, where these lie beside the repository."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.asking import commitments as asked

if TYPE_CHECKING:
    import pandas as pd

    from data.asking.store import Store

REFERENCE = Path(__file__).parents[4] / "shared" / "reference"
SAID = {
    "irm_verifiable": ("irm_verifiable", 0),
    "irm_relevant": ("irm_relevance", 0),
    "irm_ambition": ("irm_ambition", 0),
    "irm_early_results": ("irm_early_results", 0),
    "irm_completion": ("irm_implementation", 0),
    "gov_status_lt_2017_11_21": ("implementation", 0),
    "gov_status_lt_later": ("implementation", 1),
}

pytestmark = pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference facts are not here")


def rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def word(said: pd.DataFrame, scale: str, place: int, language: str) -> str:
    words = list(said.loc[said["scale"] == scale, f"status_{language}"])
    return words[place] if len(words) > place else ""


def test_every_fact_is_here_and_nothing_more(store: Store) -> None:
    found = asked.commitments(store).fillna("").to_dict("records")
    statuses = asked.statuses(store)
    for fact, row in zip(rows("ogp_commitments.csv"), found, strict=True):
        assert (fact["plan_no"], fact["ogp_id"]) == (row["plan"], row["ogp_id"])
        assert fact["title_lt"] == row["title_lt"]
        assert fact["title_en"].casefold() == row["title_en"].casefold()
        if fact["lead_institution_lt"]:
            assert fact["lead_institution_lt"] == row["institution_lt"]
        else:
            assert fact["lead_institution_en"].startswith(row["institution_en"])
            assert bool(fact["lead_institution_en"]) == bool(row["institution_en"])
        said = statuses[statuses["commitment"] == row["commitment"]]
        for column, (scale, place) in SAID.items():
            language = "lt" if "_lt_" in column else "en"
            assert fact[column].casefold() == word(said, scale, place, language).casefold()


def test_every_area_of_a_plan_is_here(store: Store) -> None:
    found = asked.sections(store)
    for fact in rows("ogp_action_plans.csv"):
        mine = found[found["plan"] == fact["plan_no"]]
        titles = mine["title_lt"].fillna(mine["title_en"])
        # The directions of a consultation are listed in small letters with a remark, and the third
        # plan's last section has a shorter name on the page of 2017-11-21.
        areas = fact["areas"].replace(" (public consultation directions)", "").split("; ")
        assert len(titles) == len(areas)
        for title, area in zip(titles, areas, strict=True):
            assert area.casefold().startswith(title.casefold()[:8])


def test_every_document_of_a_fact_is_cited(store: Store) -> None:
    told = {row["source_id"]: set(row["url"].split(" | ")) for row in rows("sources.csv")}
    urls = asked.documents(store).set_index("document")["url"]
    cited = asked.citations(store)
    found = asked.commitments(store)["commitment"]
    for fact, commitment in zip(rows("ogp_commitments.csv"), found, strict=True):
        assert told[fact["source_id"]] <= set(
            urls[cited.loc[cited["commitment"] == commitment, "document"]]
        )
    plans = cited[cited["commitment"].isna()]
    for fact in rows("ogp_action_plans.csv"):
        mine = set(urls[plans.loc[plans["plan"] == fact["plan_no"], "document"]])
        assert told[fact["source_id"]] == mine
