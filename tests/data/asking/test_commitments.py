"""What was promised and who says how far it is: the sources' facts, and nothing beyond them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pytest

import data
from data.asking import commitments as asked
from data.asking.store import find_query
from data.asking.views import indicator_view
from data.catalog import YEARS
from data.errors import UnknownPromise

if TYPE_CHECKING:
    from data.asking.store import Store

IVPK = "Informacinės visuomenės plėtros komitetas", "Information Society Development Committee"
OFFICE = "Vyriausybės kanceliarija", "Office of the Government"
FINANCE = "Finansų ministerija", "Ministry of Finance"
HEALTH = "Sveikatos apsaugos ministerija", "Ministry of Health"
VRK = "Vyriausioji rinkimų komisija", "Central Electoral Commission"
JUSTICE = "Teisingumo ministerija", "Ministry of Justice"
SADM = "Socialinės apsaugos ir darbo ministerija", "Ministry of Social Security and Labour"

NOT_STARTED = "Nepradėta", "Not started"
STARTED = "Pradėta", "Started"
HALFWAY = "Įpusėta", "Halfway"

PUBLISHED_2017_11_21 = [
    ("3-I-1", "atvirų duomenų portal", "open data portal", IVPK, STARTED),
    ("3-I-2", "visuomenės dalyvavimo valdyme viešinimas", "civic participation", OFFICE, HALFWAY),
    ("3-II-1", "pajamas, išlaidas", "revenues and spending", FINANCE, STARTED),
    ("3-II-2", "socialinę reklamą", "social advertisements", HEALTH, NOT_STARTED),
    ("3-II-3", "rinkimus", "election and voting", VRK, HALFWAY),
    ("3-III-1", "konsultavimosi su visuomene", "public consultation", OFFICE, STARTED),
    ("3-III-2", "atviro viešojo valdymo kultūrą", "open public governance", OFFICE, STARTED),
    ("3-III-3", "NVO duomenų bazę", "NGO Database", JUSTICE, STARTED),
    ("3-III-4", "NVO fondą", "NGO Fund", SADM, STARTED),
]
SECTIONS = {
    "I": "Viešojo valdymo institucijų veiklos atvirumas visuomenei",
    "II": "Korupcijos prevencija, skaidrumo skatinimas",
    "III": "Piliečių dalyvavimas ir įsitraukimas",
}


@pytest.mark.parametrize(("commitment", "lt", "en", "institution", "status"), PUBLISHED_2017_11_21)
def test_the_third_plan_stands_as_published_on_2017_11_21(
    store: Store,
    commitment: str,
    lt: str,
    en: str,
    institution: tuple[str, str],
    status: tuple[str, str],
) -> None:
    found = asked.commitments(store).set_index("commitment").loc[commitment]
    assert lt in found["title_lt"]
    assert en in found["title_en"]
    assert (found["institution_lt"], found["institution_en"]) == institution
    assert found["section_lt"] == SECTIONS[found["section"]]
    said = asked.statuses(store).set_index(["commitment", "assessor", "sequence"])
    first = said.loc[commitment, "government", 1]
    assert (first["status_lt"], first["status_en"]) == status
    assert first["observed_on"].date() == date(2017, 11, 21)


def test_later_statuses_without_a_date_follow_the_dated_ones(store: Store) -> None:
    said = asked.statuses(store)
    said = said[said["assessor"] == "government"].set_index(["commitment", "sequence"])
    later = said[said.index.get_level_values("sequence") == 2].droplevel("sequence")
    assert later["status"].to_dict() == {
        "3-I-1": "halfway", "3-I-2": "halfway", "3-II-1": "halfway", "3-II-2": "started",
        "3-II-3": "halfway", "3-III-1": "done", "3-III-2": "halfway", "3-III-3": "started",
    }  # fmt: skip
    assert later["observed_on"].isna().all()
    assert (later["known_after"] == "2017-11-21").all()
    first = said[said.index.get_level_values("sequence") == 1]
    assert (first["observed_on"] == "2017-11-21").all()
    assert first["known_after"].isna().all()
    assert len(first) == 9


def test_every_commitment_of_plans_2_to_6_is_there(store: Store) -> None:
    plans = asked.plans(store).set_index("plan")
    assert plans["commitments"].to_dict() == {
        "1": 0, "2": 8, "3": 9, "4": 6, "5": 3, "6": 3, "7": 0,
    }  # fmt: skip
    assert plans["published"].dropna().to_dict() == {"2": 8, "3": 9, "4": 6, "5": 3, "6": 3}
    found = asked.commitments(store)
    assert len(found) == 29
    codes = {*range(11, 12), *range(15, 21), *range(22, 30)}
    assert set(found["ogp_id"].dropna()) == {f"LT{code:04}" for code in codes}


def test_what_no_source_says_stays_empty(store: Store) -> None:
    plans = asked.plans(store).set_index("plan")
    assert plans.loc["1", ["start_year", "end_year"]].isna().all()
    found = asked.commitments(store).set_index("commitment")
    assert found.loc[found["plan"].isin({"2", "4", "5"}), "title_lt"].isna().all()
    assert found.loc[found["plan"] != "3", "section"].isna().all()
    assert set(found.index[found["institution_lt"].isna()]) == {
        *(f"2-{number}" for number in (1, 2, 3, 4, 6, 7, 8)), "4-1", "4-5", "4-6",
    }  # fmt: skip
    assert set(found.index[found["deadline_original"].notna()]) == {"4-2", "4-3", "4-4"}
    assert found["deadline_revised"].isna().all()
    assert asked.statuses(store)[["evidence", "obstacle"]].isna().all(axis=None)


def test_what_a_plan_is_about_is_kept_where_no_section_is_known(store: Store) -> None:
    found = asked.sections(store)
    areas = found[found["kind"] == "area"].groupby("plan")["title_en"].agg(list)
    assert areas.to_dict() == {
        "5": [
            "Beneficial ownership transparency", "Open contracting",
            "Social impact of draft legislation",
        ],
        "6": ["Legislative process", "Customer-centric public sector", "Co-creation"],
    }  # fmt: skip
    assert found.loc[found["plan"].isin({"4", "5", "6"}), "title_lt"].isna().all()


def test_a_status_that_is_not_the_last_word_says_so(store: Store) -> None:
    said = asked.statuses(store)
    by_government = said[said["assessor"] == "government"].groupby("commitment").size()
    (lone,) = by_government.index[by_government == 1]
    note = asked.commitments(store).set_index("commitment").loc[lone]
    assert lone == "3-III-4"
    assert "būklės turimoje šaltinio ištraukoje nėra" in note["note_lt"]
    assert "later status given by the Government" in note["note_en"]


def test_the_mechanisms_own_codes_are_kept_as_published(store: Store) -> None:
    found = asked.commitments(store).set_index("commitment")
    coded = ["irm_verifiable", "irm_relevance", "irm_ambition"]
    assert list(found.loc["3-III-3", coded]) == ["yes", "yes", "high"]
    assert list(found.loc["2-5", coded[:2]]) == ["no", "civic_participation"]
    said = asked.statuses(store)
    results = said[said["scale"] == "irm_early_results"].set_index("commitment")["status"]
    assert results.to_dict() == {
        "2-5": "did_not_change", "3-II-1": "did_not_change", "3-III-3": "did_not_change",
        "3-III-4": "did_not_change", "4-2": "marginal", "4-3": "major", "4-4": "no_irm_data",
    }  # fmt: skip
    done = said[said["scale"] == "irm_implementation"].set_index("commitment")["status"]
    assert done.to_dict() == {
        "5-1": "implemented", "5-2": "not_implemented", "5-3": "implemented",
    }  # fmt: skip


def test_every_status_says_where_it_is_written(store: Store) -> None:
    said = asked.statuses(store)
    told = ["document_title", "publisher", "url", "retrieved"]
    assert said[told].notna().all(axis=None)
    assert said["url"].str.match("https?://").all()
    cited = asked.citations(store)
    assert set(asked.commitments(store)["commitment"]) <= set(cited["commitment"])
    assert set(asked.plans(store)["plan"]) == set(cited.loc[cited["commitment"].isna(), "plan"])
    assert set(cited["document"]) <= set(asked.documents(store)["document"])


def test_scales_are_compared_only_where_they_tell_how_much_is_done(store: Store) -> None:
    scales = asked.scales(store).set_index(["scale", "status"])
    assert scales.loc["implementation", "progress"].to_dict() == {
        "not_started": 0, "started": 0.25, "halfway": 0.5, "done": 1,
    }  # fmt: skip
    words = scales.loc["implementation", "status_lt"]
    assert list(words) == ["Nepradėta", "Pradėta", "Įpusėta", "Atlikta"]
    completion = scales.loc["irm_completion", "progress"]
    assert completion["limited"] < completion["substantial"] < completion["complete"] == 1
    assert pd.isna(completion["no_evidence"])
    assert scales.loc[scales["kind"] != "implementation", "progress"].isna().all()
    assert (scales["progress"].dropna().between(0, 1)).all()


def test_a_promise_names_the_numbers_that_it_should_move(store: Store) -> None:
    promised = asked.promised_indicators(store)
    assert set(zip(promised["commitment"], promised["indicator"], strict=True)) == {
        ("3-II-1", "openness"), ("4-3", "openness"), ("3-III-3", "ngo_recipients"),
        ("3-III-3", "ngo_competition"),
        ("3-III-4", "ngo_recipients"), ("3-III-4", "ngo_competition"),
        ("4-2", "ngo_recipients"), ("4-2", "ngo_competition"), ("4-4", "services_transferred"),
    }  # fmt: skip
    (target,) = promised.dropna(subset="target").to_dict("records")
    assert (target["commitment"], target["target"], target["target_year"]) == ("4-4", 15, 2020)
    assert target["url"].startswith("https://www.opengovpartnership.org/")


def test_progress_counts_who_reached_the_target_among_those_with_figures(store: Store) -> None:
    progress = asked.promise_progress(store, "4-4", "services_transferred").set_index("year")
    assert list(progress.index) == list(YEARS)
    assert progress["phase"].to_dict() == {
        year: "before" if year < 2018 else "during" if year <= 2020 else "after" for year in YEARS
    }
    places = indicator_view(store, "services_transferred", "percent", "all")
    counted = places[places["state"].isin({"ok", "declared_zero"})]
    for year, rows in counted.groupby("year"):
        assert progress.loc[year, "comparable"] == len(rows)
        assert progress.loc[year, "reached"] == (rows["value"] >= 15).sum()
    assert (progress["reached"] > 0).any()
    assert progress["demo"].all()


# Year, numerator, denominator, interpolated, whether it counts; all invented.
TERMS = [
    (2018, 20, 100, False, True),
    (2018, 30, 100, False, True),
    (2018, 10, 100, True, True),
    (2018, 90, 100, False, False),
    (2019, 30, 100, False, True),
    (2019, 0, 100, False, True),
    (2019, 90, 100, True, False),
    (2020, None, None, True, False),
]


@pytest.mark.parametrize(("direction", "reached"), [("more", [2, 1, 0]), ("less", [1, 1, 0])])
def test_only_figures_that_count_move_a_promise(direction: str, reached: list[int]) -> None:
    with duckdb.connect() as database:
        database.execute(
            "CREATE TABLE terms (year INT, numerator DOUBLE, denominator DOUBLE,"
            " estimated BOOLEAN, counts BOOLEAN, demo BOOLEAN DEFAULT TRUE)"
        )
        database.executemany("INSERT INTO terms VALUES (?, ?, ?, ?, ?, DEFAULT)", TERMS)
        database.execute("CREATE MACRO unit_terms(a, b, c, d) AS TABLE FROM terms")
        asked_for = {"indicator": "", "unit": "", "area": "", "figures": "", "direction": direction}
        plan = {"target": 0.15, "start_year": 2019, "end_year": 2019}
        query = find_query("promise_progress").text
        found = database.execute(query, asked_for | plan).df()
    assert list(found["phase"]) == ["before", "during", "after"]
    assert list(found["value"].round(2).fillna(-1)) == [0.2, 0.15, -1]
    assert list(found["comparable"]) == [3, 2, 0]
    assert list(found["reached"]) == reached
    assert list(found["estimated"]) == [True, False, False]
    assert list(found["demo"]) == [True, True, False]


def test_without_a_target_nobody_reached_or_missed_it(store: Store) -> None:
    progress = asked.promise_progress(store, "3-II-1", "openness")
    assert progress[["target", "reached"]].isna().all(axis=None)
    assert progress["value"].notna().all()
    with pytest.raises(UnknownPromise, match="meant '4-3 openness'"):
        asked.promise_progress(store, "4-4", "openness")


def test_the_readme_explains_every_status_as_the_database_maps_it(store: Store) -> None:
    text = (Path(data.__file__).parent / "README.md").read_text(encoding="utf-8")
    for row in asked.scales(store).itertuples():
        told = f"`{row.status}` {row.status_lt} / {row.status_en}"
        progress = "–" if pd.isna(row.progress) else f"{row.progress:g}"
        assert (
            f"| `{row.scale}` | {row.assessors.replace(' ', ', ')} | {told} | {progress} |" in text
        )
