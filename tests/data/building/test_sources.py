import re
from datetime import date
from pathlib import Path

import pytest

from data.building.describe import KEYS, OPTIONAL, read_sources
from data.errors import SourceError

SOURCES = Path(__file__).parents[3] / "data" / "sources"

COMPLETE = {
    "title_lt": '"Pavadinimas"',
    "title_en": '"Title"',
    "publisher": '"Leidėjas"',
    "url": '"https://example.org/"',
    "licence_lt": '"CC BY 4.0"',
    "licence_en": '"CC BY 4.0"',
    "retrieved": "2026-01-31",
    "kind": '"real"',
    "note_lt": '"Pastaba"',
    "note_en": '"Note"',
}


@pytest.fixture
def described(tmp_path):
    def write(**changes):
        entries = {key: value for key, value in (COMPLETE | changes).items() if value is not None}
        folder = tmp_path / "one"
        folder.mkdir(exist_ok=True)
        text = "\n".join(f"{key} = {value}" for key, value in entries.items())
        (folder / "source.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_the_atlas_has_its_sources_each_described():
    sources = {source.source: source for source in read_sources(SOURCES)}
    assert list(sources) == sorted(sources)
    published = {"places", "boundaries", "population", "prices", "commitments", "census"}
    published |= {"vilnius"}
    filling = {"population_2019": "population", "population_2021": "population"}
    filling |= {"prices_2025": "prices"}
    ages = {"population_age", "population_older"}
    assert set(sources) == {*published, *filling, *ages, "forms", "demo"}
    assert {s.source: s.yields_to for s in sources.values() if s.yields_to} == filling
    assert [s.source for s in sources.values() if s.kind == "demo"] == ["demo"]
    assert sources["boundaries"].licence_en == "CC BY 4.0"
    assert "Registrų centras" in sources["boundaries"].publisher


def test_the_limits_of_population_and_prices_are_told():
    sources = {source.source: source for source in read_sources(SOURCES)}
    for limit in ("2022–2025", "2021 census", "crosses this break", "2020", "known age"):
        assert limit in sources["population"].note_en
    for year in ("2019", "2021"):
        assert "2021 census" in sources["population_2019"].note_en
        assert f"population_{year}" in sources["population"].note_en
    assert "HICP" in sources["prices"].note_en
    assert "HICP" in sources["prices_2025"].note_en
    assert "Eurostat" in sources["population_2019"].publisher


def test_notes_have_no_broken_lines():
    for source in read_sources(SOURCES):
        for text in (source.note_lt, source.note_en, source.title_lt, source.title_en):
            assert not re.search(r"\n|\s\s", text)


def test_a_complete_description_is_read(described):
    (source,) = read_sources(described())
    assert source.source == "one"
    assert source.retrieved == date(2026, 1, 31)
    assert source.url == "https://example.org/"


@pytest.mark.parametrize("key", [key for key in KEYS if key not in OPTIONAL])
def test_a_missing_key_is_named(described, key):
    with pytest.raises(SourceError, match=f"source.toml: key '{key}' is missing"):
        read_sources(described(**{key: None}))


@pytest.mark.parametrize("key", [k for k in KEYS if k not in {"retrieved", "kind", "url"}])
def test_an_empty_text_is_refused(described, key):
    with pytest.raises(SourceError, match=f"{key} is empty"):
        read_sources(described(**{key: '" "'}))


def test_an_unknown_key_is_named_with_what_was_meant(described):
    with pytest.raises(SourceError, match=r"unknown key 'license_en' \(meant 'licence_en'\?\)"):
        read_sources(described(license_en='"MIT"'))


@pytest.mark.parametrize("value", ['"2026-01-31"', "2026-01-31T10:00:00", "2026"])
def test_a_date_is_a_day(described, value):
    with pytest.raises(SourceError, match="retrieved must be a date"):
        read_sources(described(retrieved=value))


def test_a_day_that_does_not_exist_is_refused(described):
    with pytest.raises(SourceError, match=r"one/source\.toml"):
        read_sources(described(retrieved="2026-02-30"))


def test_a_kind_is_real_or_demo(described):
    with pytest.raises(SourceError, match=r"unknown kind 'reel' \(meant 'real'\?\)"):
        read_sources(described(kind='"reel"'))


def test_only_demonstration_figures_may_lack_an_address(described):
    assert read_sources(described(kind='"demo"', url='""'))
    with pytest.raises(SourceError, match="url must begin with https://"):
        read_sources(described(url='""'))


def test_a_number_is_not_a_text(described):
    with pytest.raises(SourceError, match="publisher must be text"):
        read_sources(described(publisher="7"))


def test_a_folder_without_description_is_refused(tmp_path):
    (tmp_path / "two").mkdir()
    with pytest.raises(SourceError, match=r"two/source\.toml: missing"):
        read_sources(tmp_path)


def test_what_a_source_yields_to_is_a_source(described):
    with pytest.raises(SourceError, match=r"yields_to no source 'won' \(meant 'one'\?\)"):
        read_sources(described(yields_to='"won"'))


def test_a_place_without_sources_is_refused(tmp_path):
    with pytest.raises(SourceError, match="no sources"):
        read_sources(tmp_path)
