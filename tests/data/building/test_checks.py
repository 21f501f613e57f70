"""Each rule is broken; exactly its check notices."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.building.checking import check_file, failures, require, words
from data.errors import BuildError, CheckFailed, StoreError
from data.statements import CHECKS, Statement, statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE = "municipality = '19' AND year = 2020"
THERE = "municipality = '21' AND year = 2020"
BORN = "municipality = '13' AND age_from = 0 AND year = 2021"
OLD = "municipality = '13' AND age_from = 65"
CALL = f"competition = (SELECT min(competition) FROM competition WHERE {HERE} AND funded > 0)"
OPENNESS = f"{HERE} AND indicator = 'openness'"
ADD = "UPDATE mart_indicator SET numerator = 1 + numerator"
UNKNOWN_COMMITMENT = "REPLACE ('9-I-1' AS commitment) FROM commitment_status LIMIT 1"
SAID = "commitment = '3-I-1' AND observed_on IS NOT NULL"
AGAIN = f"REPLACE ('done' AS status) FROM commitment_status WHERE {SAID}"
DATED = "commitment = '4-3' AND scale = 'irm_ambition'"
GRANT = (
    "SELECT '19' AS municipality, 2020 AS year, 1 AS number, 'D19-0001' AS entity, 2 AS awarded, "
    "1 AS requested"
)
REAL = "municipality = '13' AND year = 2020"
OF_TABLE = "from_file = (SELECT min(file) FROM input_file), from_rows = '2'"
REMARKED = "INSERT INTO remark SELECT"
MERGED = "successor IS NOT NULL"

# Each line breaks one rule; the check that must notice stands before it.
BREAKS = [
    (check, change.strip())
    for line in f"""
places_counted: INSERT INTO county VALUES ('11', 'x', 'x', 'x', 'x', 'x', 1)
population_complete: UPDATE population SET residents = 0 WHERE {HERE}
population_complete: DELETE FROM population WHERE {HERE}
ages_sum_to_residents: UPDATE population_age SET residents = 0 WHERE {BORN}
ages_sum_to_residents: UPDATE population_age SET age_to = 8 WHERE {BORN}
ages_sum_to_residents: DELETE FROM population_age WHERE municipality = '13' AND age_to IS NULL
prices_complete: DELETE FROM price_index WHERE year = 2020
prices_complete: UPDATE price_index SET price_index = 101 WHERE year = 2015
codes_known: UPDATE allocation SET financing = 'lottery' WHERE {HERE} AND financing = 'eu'
codes_known: UPDATE service SET provider_kind = 'nobody' WHERE {HERE}
codes_known: UPDATE entity SET legal_form = '000' WHERE code = 'D13-0001'
codes_known: UPDATE commitment_status SET obstacle = 'weather' WHERE commitment = '3-I-1'
codes_known: UPDATE commitment SET theme = 'weather' WHERE commitment = '3-I-1'
references_known: INSERT INTO series_break VALUES ('99', 2020, 'all', 'x', 'x')
references_known: UPDATE municipality SET county = '77' WHERE code = '13'
references_known: INSERT INTO series_break VALUES ('13', 2031, 'all', 'x', 'x')
references_known: UPDATE entity SET successor = 'D00-0000' WHERE {MERGED}
mergers_hold: UPDATE entity SET closed_on = '2016-05-01' WHERE {MERGED}
mergers_hold: UPDATE entity SET closed_on = NULL WHERE {MERGED}
rows_unique: INSERT INTO openness FROM openness WHERE {HERE}
rows_unique: INSERT INTO population FROM population WHERE {HERE}
amounts_sensible: UPDATE allocation SET revised = executed - 0.01 WHERE {HERE}
figures_within_bounds: UPDATE allocation SET planned = -1 WHERE {HERE}
competitions_sensible: UPDATE competition SET funded = applications + 1 WHERE {CALL}
competitions_match_payments: UPDATE competition SET awarded = awarded - 1 WHERE {CALL}
kinds_sum_to_total: {ADD} WHERE {HERE} AND indicator = 'budgetary' AND area IN ('all', 'culture')
areas_sum_to_all: {ADD} WHERE {HERE} AND indicator IN ('total', 'budgetary') AND area = 'culture'
figures_within_bounds: UPDATE openness SET ngo_share = 101 WHERE {HERE}
shares_within_whole: {ADD} + denominator WHERE {HERE} AND indicator = 'success_rate'
submissions_complete: DELETE FROM submission WHERE {THERE}
silent_without_figures: UPDATE submission SET state = 'no_answer' WHERE {THERE}
awards_sensible: INSERT INTO award BY NAME {GRANT}
answered_with_money: UPDATE mart_context SET total_eur = NULL WHERE {HERE}
indicators_complete: DELETE FROM mart_indicator WHERE {THERE} AND indicator = 'openness'
states_match_values: UPDATE mart_indicator SET numerator = NULL WHERE {OPENNESS}
states_match_values: UPDATE mart_indicator SET state = 'declared_zero' WHERE {OPENNESS}
breaks_known: INSERT INTO series_break VALUES ('13', 2020, 'weather', 'x', 'x')
breaks_known: INSERT INTO not_delivered VALUES ('13', 2020, 'weather', NULL, NULL)
references_known: INSERT INTO commitment_status BY NAME SELECT * {UNKNOWN_COMMITMENT}
commitments_known: UPDATE commitment_status SET status = 'low' WHERE {SAID}
commitments_known: UPDATE commitment SET section = 'X' WHERE commitment = '3-I-1'
commitments_known: UPDATE commitment_scale SET assessors = 'irm nobody' WHERE scale = 'irm_ambition'
references_known: UPDATE commitment_indicator SET indicator = 'wealth' WHERE target = 15
commitments_complete: UPDATE action_plan SET published = 4 WHERE plan = '5'
commitments_complete: UPDATE commitment SET title_en = NULL WHERE commitment = '2-1'
commitments_complete: UPDATE commitment SET working_lt = 'x' WHERE commitment = '3-I-1'
commitments_complete: DELETE FROM plan_citation WHERE commitment = '2-1'
rows_unique: INSERT INTO commitment_status BY NAME SELECT * {AGAIN}
references_known: {REMARKED} 'R1', '53', 'joy', NULL, 'x', '2026-01-01', 'x', 'x', NULL, NULL, NULL
remarks_sensible: {REMARKED} 'R2', '53', NULL, NULL, 'x', '2026-01-01', 'x', ' ', NULL, NULL, NULL
remarks_sensible: {REMARKED} 'R3', '53', NULL, NULL, 'x', '2026-01-01', 'x', 'x', NULL, NULL, 'x'
statuses_sensible: UPDATE commitment_status SET assessor = 'irm' WHERE {SAID}
statuses_sensible: UPDATE commitment_status SET known_after = '2016-01-01' WHERE {SAID}
statuses_sensible: UPDATE commitment_status SET finished_on = '2017-01-01' WHERE {SAID}
statuses_sensible: UPDATE commitment_status SET deadline_original = '2019-01-01' WHERE {DATED}
statuses_sensible: UPDATE commitment_status SET deadline_revised = '2018-01-01' WHERE {DATED}
references_known: UPDATE action_plan SET source = 'rumour' WHERE plan = '1'
dictionary_complete: DELETE FROM dictionary_column WHERE name = 'executed'
dictionary_complete: ALTER TABLE service ADD COLUMN users INTEGER
dictionary_complete: INSERT INTO dictionary_table VALUES ('wish', 'x', 'x', 'x', 'x', 'x')
dictionary_complete: UPDATE dictionary_table SET key = NULL WHERE name = 'allocation'
dictionary_complete: UPDATE dictionary_table SET key = 'code colour' WHERE name = 'entity'
dictionary_complete: UPDATE dictionary_column SET refers_to = 'wishes' WHERE name = 'entity'
dictionary_complete: UPDATE dictionary_column SET codes = 'wishes' WHERE name = 'mode'
recipients_named: UPDATE entity SET name = NULL WHERE code = 'D13-0001'
persons_hidden: INSERT INTO entity BY NAME SELECT '305000001' AS code, 'Jonas Pramanytis' AS name
persons_hidden: INSERT INTO entity BY NAME SELECT '1234567' AS code, 'Atgaiva' AS name
persons_hidden: INSERT INTO entity BY NAME SELECT '305000001' AS code, 'O. Pramanienės IĮ' AS name
links_open: UPDATE openness SET link = 'javascript:alert(1)' WHERE {HERE}
declared_zero_holds: UPDATE submission SET state = 'declared_zero' WHERE {HERE}
demo_marked: UPDATE submission SET demo = false WHERE {HERE}
ages_sum_to_residents: UPDATE population_age SET residents = 0 WHERE {OLD} AND year = 2018
origins_told: UPDATE allocation SET from_rows = NULL WHERE {REAL}
origins_told: UPDATE allocation SET from_rows = '0 1' WHERE {REAL}
origins_told: UPDATE allocation SET from_file = NULL WHERE {REAL}
origins_told: UPDATE input_place SET place = 'B2' WHERE sheet = 'awards'
origins_told: UPDATE allocation SET {OF_TABLE} WHERE {HERE}
origins_told: UPDATE openness SET {OF_TABLE} WHERE {HERE}
references_known: UPDATE award SET from_file = 'x' WHERE {REAL}
references_known: UPDATE input_place SET file = 'x' WHERE sheet = 'awards'
""".strip().splitlines()
    for check, _, change in [line.partition(":")]
]

ROUNDS: list[dict[str, str]] = []
"""A few breaks at a time, each of another check."""
for check, change in BREAKS:
    fitting = next((breaks for breaks in ROUNDS if check not in breaks and len(breaks) < 5), None)
    if fitting is None:
        ROUNDS.append(fitting := {})
    fitting[check] = change


@pytest.fixture(scope="module")
def copy(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    return shutil.copy(database, tmp_path_factory.mktemp("copy") / "copy.duckdb")


@pytest.fixture
def connection(copy: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The copy, in a transaction that is rolled back afterwards."""
    with duckdb.connect(copy) as opened:
        opened.execute("BEGIN")
        yield opened
        opened.execute("ROLLBACK")


def test_what_was_built_keeps_every_rule(database: Path) -> None:
    assert check_file(database) == []


@pytest.mark.parametrize("breaks", ROUNDS, ids=lambda breaks: f"{len(breaks)} breaks")
def test_broken_rules_are_noticed_by_their_checks_alone(
    connection: duckdb.DuckDBPyConnection, breaks: dict[str, str]
) -> None:
    for change in breaks.values():
        connection.execute(change)
    assert [failure.check for failure in failures(connection)] == sorted(breaks)


def test_every_check_is_seen_to_fail_and_says_what_a_row_means() -> None:
    checks = statements(CHECKS)
    assert {check for check, _ in BREAKS} == set(checks)
    assert all({"row", "lt", "en"} <= words(check).keys() for check in checks.values())


def test_a_check_that_does_not_say_what_it_makes_sure_of_is_an_error() -> None:
    with pytest.raises(BuildError, match=r"header of check 'mute' must say: A row: … LT: … EN: …"):
        words(Statement("mute", "-- A row: something wrong.\nSELECT 1", frozenset()))


def test_a_build_records_every_check_with_its_words(tables: duckdb.DuckDBPyConnection) -> None:
    recorded = tables.sql(
        "SELECT name, about_lt, about_en, rows_found FROM check_result"
    ).fetchall()
    assert recorded == [
        (name, words(check)["lt"], words(check)["en"], 0)
        for name, check in statements(CHECKS).items()
    ]


def test_the_first_failure_is_raised_and_names_the_others(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute("DELETE FROM population")
    connection.execute("DELETE FROM submission")
    with pytest.raises(CheckFailed) as caught:
        require(connection)
    assert caught.value.check == "population_complete"
    assert caught.value.count == 660
    assert len(caught.value.rows) == 10
    assert caught.value.__notes__[0].startswith("also failed: submissions_complete, rows: 660")


def test_a_missing_or_strange_file_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="savivalda build"):
        check_file(tmp_path / "none.duckdb")
    (tmp_path / "text.duckdb").write_text("not a database " * 1000)
    with pytest.raises(StoreError, match="not a published database"):
        check_file(tmp_path / "text.duckdb")
