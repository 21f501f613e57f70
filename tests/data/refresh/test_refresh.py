"""Taking a source anew: told first, written when confirmed, whole or not at all."""

from __future__ import annotations

import errno
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from data.building.describe import KEYS, OPTIONAL, read_sources
from data.refresh.description import to_toml, words
from data.refresh.errors import NoNetwork, RefreshError
from data.refresh.refresh import SOURCES, official, prepare, refresh
from tests.built import quick_build
from tests.data.refresh.answers import CHANGES, inflation, ngos, people

TODAY = date(2026, 11, 22)
GOOD = {
    "population": (people().json(), ["population.csv", "source.toml"]),
    "prices": (inflation().json(), ["prices.csv", "source.toml"]),
    "ngo_register": (ngos(), ["ngo_register.csv", "source.toml"]),
}
each_source = pytest.mark.parametrize("source", GOOD)


@pytest.fixture
def proposed(target, answer):
    def proposed(source, today=TODAY):
        return prepare(source, answer(GOOD[source][0]), target=target, today=today)

    return proposed


@each_source
def test_preparing_writes_nothing(proposed, state, source):
    before = state()
    proposal = proposed(source)
    assert [path.name for path in proposal.changes] == GOOD[source][1]
    assert state() == before


@each_source
def test_applying_writes_the_tidy_file_and_the_description_and_leaves_no_rubbish(
    proposed, target, state, source
):
    before, proposal = state(), proposed(source)
    assert [path.name for path in proposal.apply()] == GOOD[source][1]
    after = state()
    written = {name for name in after if before.get(name) != after[name]}
    assert {Path(name).name for name in written if after[name] != b"folder"} == {*GOOD[source][1]}
    assert all(Path(name).is_relative_to(f"data/sources/{source}") for name in written)
    (described,) = (each for each in read_sources(target.sources) if each.source == source)
    assert described.retrieved == (TODAY if source == "ngo_register" else date(2026, 5, 15))
    assert described.url == official(source)


@each_source
def test_applying_twice_or_refreshing_again_changes_nothing_more(proposed, state, source):
    first = proposed(source)
    first.apply()
    after = state()
    assert first.apply() == ()
    again = proposed(source)
    assert again.changes == ()
    assert again.draft.change == (0, 0, 0)
    assert "Nothing would change." in again.text("en")
    assert again.apply() == ()
    assert state() == after


def test_refreshed_sources_make_a_database(proposed, target, tmp_path):
    for source in GOOD:
        proposed(source).apply()
    made = quick_build(
        tmp_path / "made.duckdb", sources=target.sources, now=datetime(2026, 11, 22, tzinfo=UTC)
    )
    assert made.checks
    # What filled the gaps yields to the answers, which have every year.
    with duckdb.connect(tmp_path / "made.duckdb", read_only=True) as tables:
        named = tables.execute("SELECT source FROM source WHERE source SIMILAR TO '(po|pr).*'")
        ages = {"population_age", "population_older"}
        assert {name for (name,) in named.fetchall()} == {"population", *ages, "prices"}
        marked = "SELECT count(*) FROM population WHERE estimated OR crosses_census"
        assert tables.execute(marked).fetchone() == (0,)


def test_the_same_figures_on_another_day_change_only_the_description(target, answer):
    prepare("ngo_register", answer(ngos()), target=target, today=TODAY).apply()
    later = prepare("ngo_register", answer(ngos()), target=target, today=date(2026, 12, 1))
    assert [path.name for path in later.changes] == ["source.toml"]
    assert "Duomenys tie patys" in later.text("lt")


# What is told


def test_the_summary_tells_rows_years_and_totals(proposed):
    proposal = proposed("population")
    text = proposal.text("en").replace("\u00a0", " ")
    assert "Source: population" in text
    assert f"SHA-256 {proposal.checksum[:16]}" in text
    assert "Rows: 360 now, 720 then; 360 added, 360 changed, 0 removed" in text
    assert "Years: 2015–2018, 2020, 2026 now; 2015–2026 then" in text
    assert "residents 2015: 2 734 500 → 2 728 500" in text
    assert "residents 2019: none → 2 728 740" in text
    assert "Would be written: population/population.csv, population/source.toml" in text


def test_it_tells_them_in_lithuanian_too(proposed):
    text = proposed("prices").text("lt")
    assert "Eilutės: buvo 10, būtų 11; naujų 1, pakeistų 10, dingusių 0" in text
    assert "Metai: buvo 2015–2024; būtų 2015–2025" in text
    assert "kainų indeksas 2024 (2015 = 100): 153.30 → 153.18" in text
    assert "Įspėjimas: palyginamosios" not in text


def test_prices_after_the_base_year_do_not_move_it(target, answer):
    newer = answer(inflation(CHANGES | {2026: "2.0"}).json())
    text = prepare("prices", newer, target=target, today=TODAY).text("lt")
    assert "Įspėjimas: palyginamosios kainos ir toliau bus 2025 metų" in text


def test_an_answer_older_than_ours_is_told(proposed, target):
    text = proposed("population").text("en")
    assert "Warning: the answer is older than the data we have (2026-05-15 < 2026-06-01)" in text
    proposed("population").apply()
    assert "older" not in proposed("population").text("en")


# Confirmed or not


def test_without_a_yes_nothing_is_written(target, answer, state):
    before, shown = state(), []
    path = answer(people().json())
    said = refresh("population", path, lambda text: bool(shown.append(text)), target=target)
    assert said == "Nieko neįrašyta."
    assert state() == before
    assert shown[0].startswith("Šaltinis: population")


def test_with_a_yes_it_is_written_and_told(target, answer, state):
    before = state()
    path = answer(people().json())
    said = refresh("population", path, lambda _: True, language="en", target=target)
    assert said.startswith("Written: population/population.csv, population/source.toml.")
    assert state() != before


def test_nobody_is_asked_when_nothing_would_change(target, answer):
    path = answer(people().json())
    refresh("population", path, lambda _: True, target=target)
    assert "Niekas nepasikeistų." in refresh("population", path, pytest.fail, target=target)


@pytest.mark.parametrize("source", SOURCES)
def test_without_a_network_the_present_data_stay(target, state, source, no_network):
    before = state()
    with pytest.raises(NoNetwork, match="present data stay"):
        refresh(source, official(source), pytest.fail, target=target)
    assert state() == before


def test_an_unknown_source_is_named_with_what_was_meant(target):
    with pytest.raises(RefreshError, match=r"unknown source 'pupulation' \(meant 'population'\?\)"):
        prepare("pupulation", "x", target=target)


# Failing midway


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@each_source
def test_a_full_disk_leaves_everything_as_it_was(proposed, state, source, monkeypatch):
    before, proposal = state(), proposed(source)
    monkeypatch.setattr("data.refresh.writing.os.fsync", full_disk)
    with pytest.raises(RefreshError, match="No space left"):
        proposal.apply()
    assert state() == before


def test_a_failure_between_two_files_puts_the_first_one_back(proposed, state, monkeypatch):
    before, proposal = state(), proposed("population")
    replace = Path.replace

    def second_fails(path: Path, target: Path) -> Path:
        if target.name == "source.toml":
            full_disk()
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", second_fails)
    with pytest.raises(RefreshError, match="as before"):
        proposal.apply()
    assert state() == before


def test_a_file_that_changed_since_the_summary_is_not_written_over(proposed, target, state):
    proposal = proposed("population")
    path = target.sources / "population" / "population.csv"
    path.write_text(path.read_text() + "11,2019,50000\n")
    before = state()
    with pytest.raises(RefreshError, match="changed since the summary"):
        proposal.apply()
    assert state() == before


# Where it came from


def test_an_encrypted_address_becomes_the_sources_address(target, monkeypatch):
    url = "https://osp-rs.stat.gov.lt/rest_json/data/S3R167_M3010210/?startPeriod=2015"
    monkeypatch.setattr("data.refresh.fetch._get", lambda *_: people().json())
    described = tomllib.loads(_described(prepare("population", url, target=target, today=TODAY)))
    assert described["url"] == url
    assert described["retrieved"] == TODAY, "fetched now, whenever the answer was prepared"
    assert "SHA-256" not in described["note_en"]


def test_a_file_is_told_by_name_and_checksum_beside_the_official_address(proposed):
    proposal = proposed("population")
    described = tomllib.loads(_described(proposal))
    assert described["url"] == official("population")
    for note in (described["note_lt"], described["note_en"]):
        assert f"SHA-256 {proposal.checksum}" in note
        assert "2015–2026" in note


def test_a_day_in_the_future_is_not_believed(target, answer):
    made = people()
    made.prepared = "2999-01-01T00:00:00Z"
    proposal = prepare("population", answer(made.json()), target=target, today=TODAY)
    assert tomllib.loads(_described(proposal))["retrieved"] == TODAY


def _described(proposal) -> str:
    return next(text for path, text in proposal.files.items() if path.suffix == ".toml").decode()


# Descriptions


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_has_all_the_words_of_a_description(source):
    assert set(words(source)) == {*KEYS, "official"} - {"url", "retrieved"} - OPTIONAL
    assert official(source).startswith("https://")


@pytest.mark.parametrize("text", ['a "quoted" one', "back\\slash", "long " * 60 + "end", "ąčę „x“"])
def test_a_description_reads_back_as_it_was_written(text):
    entries = {"title_lt": text, "retrieved": TODAY, "note_lt": text}
    assert tomllib.loads(to_toml(entries)) == entries


@pytest.mark.parametrize("text", ["a\x00b", "a\nb", "a\x7fb", "two  spaces " * 20])
def test_a_text_that_would_not_is_refused(text):
    with pytest.raises(RefreshError, match="unusual characters"):
        to_toml({"title_lt": "x", "note_lt": text})
