"""Transfers told one by one are added up on their way in, and what is wrong with them is said."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import fsspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.asking.origins import input_files
from data.asking.store import Store
from data.building import transfers
from data.errors import BuildError, SourceError
from data.parts import reckoning
from data.parts.place import RowsPart, bundles, find_parts
from data.parts.reckoning import Reckoning, reckon_parts
from data.parts.spread import Here
from data.parts.summing import Summing, content_mark, sum_transfers
from tests.built import BUILT_AT, quick_build
from tests.data.parts.conftest import PLACES, ROWS, YEARS
from tests.data.parts.content import content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLACE, YEAR = "11", 2024


@pytest.fixture
def store() -> Iterator[str]:
    """The address of an empty object store."""
    yield "memory://store"
    system = fsspec.filesystem("memory")
    if system.exists("/store"):
        system.rm("/store", recursive=True)


def test_their_sums_are_the_figures_and_their_source_is_told(alone: tuple[Path, Path]) -> None:
    sources, target = alone
    parts = f"{sources}/made_up/parts"
    with duckdb.connect(str(target), read_only=True) as connection:
        told = connection.execute(
            "SELECT municipality, year, numerator FROM mart_indicator WHERE indicator = 'ngo_any' "
            "AND area = 'culture' AND state = 'ok' ORDER BY ALL"
        ).fetchall()
        states = connection.execute(
            "SELECT DISTINCT state, source FROM submission WHERE source IS NOT NULL"
        ).fetchall()
    summed = duckdb.execute(
        f"SELECT municipality::VARCHAR, year::INTEGER, sum(amount) FROM '{parts}/*/*/*.parquet' "
        "WHERE kind = 'ngo' AND area = 'culture' GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    assert told == summed
    assert states == [("published", "made_up")]


def test_each_sum_names_the_part_that_it_is_of(alone: tuple[Path, Path]) -> None:
    with Store(alone[1]) as store:
        files = input_files(store).set_index("file")
    files = files[files["kind"] == "transfers"]
    assert set(files["source"]) == {"made_up"}
    assert len(files) == len({*files["name"]}) == PLACES * len(YEARS)
    for name, of, year in files[["name", "municipality", "year"]].itertuples(index=False):
        assert name == f"municipality={of}/year={int(year)}"
        assert (alone[0] / "made_up" / "parts" / name).is_dir()
    with duckdb.connect(str(alone[1]), read_only=True) as connection:
        told = connection.execute(
            "SELECT DISTINCT from_file, municipality, year, from_rows FROM allocation"
        ).fetchall()
    assert {each[0]: each[1:] for each in told} == {
        file: (of, year, None) for file, of, year in files[["municipality", "year"]].itertuples()
    }


def test_they_lie_in_an_object_store_as_in_a_folder(
    alone: tuple[Path, Path],
    make_sources: Callable[[], Path],
    store: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sources = make_sources()
    system = fsspec.filesystem("memory")
    system.put(str(sources / "made_up" / "parts"), "/store/transfers", recursive=True)
    shutil.rmtree(sources / "made_up" / "parts")
    _describe(sources, f'at = "{store}/transfers"')
    monkeypatch.setattr(Here, "apart", True)  # so that what lies between goes through it too
    target = tmp_path / "there" / "savivalda.duckdb"
    quick_build(target, sources=sources, now=BUILT_AT, between=f"{store}/between")
    assert content(target) == content(alone[1])
    assert not system.find("/store/between"), "what lay between is gone"


def test_where_nobody_has_rows_there_is_nothing_to_reckon(
    empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Here, "apart", True)
    target = tmp_path / "savivalda.duckdb"
    quick_build(target)
    with Store(target) as spread, Store(empty) as alone:
        assert spread.version == alone.version


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_sums_are_the_same_however_parts_are_put_together(
    alone: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory, chance: object
) -> None:
    folder = tmp_path_factory.mktemp("sums")
    parts = find_parts(str(alone[0] / "made_up" / "parts"))
    whole = sum_transfers(_summing(parts, folder / "whole.parquet"))
    chance.shuffle(parts)
    cut = chance.randrange(1, len(parts))
    halves = [
        sum_transfers(_summing(half, folder / f"{number}.parquet"))
        for number, half in enumerate((parts[:cut], parts[cut:]))
    ]
    assert sum(each.transfers for each in halves) == whole.transfers == ROWS
    assert content_mark([each.target for each in halves]) == content_mark([whole.target])


def test_a_large_part_is_done_alone_and_small_ones_together() -> None:
    sizes = (10, 20, 99_000_000, 5, 63_000_000)
    parts = [RowsPart(PLACE, number, (), (), size) for number, size in enumerate(sizes)]
    assert [[part.size for part in each] for each in bundles(parts)] == [
        [10, 20],
        [99_000_000],
        [5, 63_000_000],
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("area = 'sprot'", "unknown area 'sprot' in 1 transfers (meant 'sport'?)"),
        ("kind = NULL", "unknown kind None in 1 transfers"),
        ("mode = 'gift'", "unknown mode 'gift' in 1 transfers; known: appropriation"),
        ("financing = 'EU'", "unknown financing 'EU' in 1 transfers"),
        ("code = ''", "code is missing in 1 transfers"),
        ("amount = NULL", "amount is missing in 1 transfers"),
        ("kind = if(kind = 'ngo', 'other', 'ngo')", "expected one kind of each recipient, got 3"),
    ],
)
def test_a_wrong_transfer_is_named_with_its_part_and_nothing_is_published(
    make_sources: Callable[[], Path], tmp_path: Path, change: str, said: str
) -> None:
    sources, target = make_sources(), tmp_path / "savivalda.duckdb"
    file = _file(sources)
    _rewrite(file, f"UPDATE rows SET {change} WHERE rowid = 0")
    with pytest.raises(SourceError) as refused:
        quick_build(target, sources=sources)
    assert f"{file.parent}: {said}" in str(refused.value)
    assert not target.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("ALTER TABLE rows DROP COLUMN kind", "missing columns: kind"),
        ("ALTER TABLE rows ALTER amount TYPE DOUBLE", "amount must be DECIMAL with at most two"),
        ("ALTER TABLE rows ALTER amount TYPE DECIMAL(12, 3)", "amount must be DECIMAL with at"),
    ],
)
def test_a_file_with_other_columns_is_named(
    make_sources: Callable[[], Path], tmp_path: Path, change: str, said: str
) -> None:
    sources = make_sources()
    file = _file(sources)
    _rewrite(file, change)
    with pytest.raises(SourceError) as refused:
        quick_build(tmp_path / "savivalda.duckdb", sources=sources)
    assert str(refused.value).startswith(f"{file}: {said}")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"municipality={PLACE}/2024.parquet", "expected municipality=<code>/year=<yyyy>/<name>"),
        (f"municipality={PLACE}/year=24/0.parquet", "expected municipality=<code>/year=<yyyy>"),
        ("municipality=99/year=2024/0.parquet", "unknown municipality '99'"),
    ],
)
def test_a_file_where_no_part_lies_is_named(
    make_sources: Callable[[], Path], tmp_path: Path, name: str, said: str
) -> None:
    sources = make_sources()
    other = sources / "made_up" / "parts" / name
    other.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(_file(sources), other)
    with pytest.raises(SourceError) as refused:
        quick_build(tmp_path / "savivalda.duckdb", sources=sources)
    assert str(other) in str(refused.value)
    assert said in str(refused.value)


def test_a_damaged_file_and_an_empty_folder_are_named(
    make_sources: Callable[[], Path], tmp_path: Path
) -> None:
    sources, target = make_sources(), tmp_path / "savivalda.duckdb"
    _file(sources).write_bytes(b"PAR1 no more")
    with pytest.raises(SourceError, match=r"0\.parquet"):
        quick_build(target, sources=sources)
    shutil.rmtree(sources / "made_up" / "parts")
    with pytest.raises(SourceError, match="made_up/parts: no Parquet files"):
        quick_build(target, sources=sources)


def test_a_description_that_is_not_right_is_named(
    make_sources: Callable[[], Path], tmp_path: Path
) -> None:
    sources, target = make_sources(), tmp_path / "savivalda.duckdb"
    _describe(sources, 'att = "parts"')
    with pytest.raises(SourceError, match=r"unknown key transfers\.att \(meant 'at'\?\)"):
        quick_build(target, sources=sources)
    _describe(sources, 'at = "nowhere://transfers"')
    with pytest.raises(SourceError, match="nowhere://transfers: Protocol not known"):
        quick_build(target, sources=sources)


def test_files_that_change_while_they_are_read_are_not_taken(
    make_sources: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = make_sources()

    def meanwhile(task: Summing) -> object:
        done = sum_transfers(task)
        _rewrite(_file(sources), "DELETE FROM rows WHERE rowid = 0")
        return done

    monkeypatch.setattr(transfers, "sum_transfers", meanwhile)
    with pytest.raises(SourceError, match="made_up/parts: files were changed while they were read"):
        quick_build(tmp_path / "savivalda.duckdb", sources=sources)
    assert [path.name for path in tmp_path.iterdir()] == ["sources"]


def test_no_private_person_among_recipients_reaches_the_atlas(
    make_sources: Callable[[], Path], tmp_path: Path
) -> None:
    sources, target = make_sources(), tmp_path / "savivalda.duckdb"
    named = "name = 'Vardenis Pavardenis', code = '39001010000', kind = 'other'"
    _rewrite(_file(sources), f"UPDATE rows SET {named} WHERE rowid < 3")
    quick_build(target, sources=sources)
    everything = repr(content(target))
    assert "Pavardenis" not in everything
    assert "39001010000" not in everything
    assert b"Pavardenis" not in target.read_bytes()


def test_an_indicator_that_asks_for_more_than_a_part_fails_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = reckoning.statements(reckoning.SQL / "indicators")
    wider = known["total"].__class__(
        "total", "SELECT payment.* FROM payment JOIN entity ON TRUE", frozenset()
    )
    monkeypatch.setattr(
        reckoning,
        "statements",
        lambda folder, real=reckoning.statements: (
            {**known, "total": wider} if folder.name == "indicators" else real(folder)
        ),
    )
    with pytest.raises(BuildError, match=r"sql/indicators/total\.sql: .*entity"):
        reckon_parts(Reckoning({}, str(tmp_path / "figures.parquet"), {}))


def _summing(parts: list[RowsPart], target: Path) -> Summing:
    return Summing("made_up", tuple(parts), str(target), transfers._codes(), {})


def _file(sources: Path) -> Path:
    return sources / "made_up" / "parts" / f"municipality={PLACE}" / f"year={YEAR}" / "0.parquet"


def _rewrite(file: Path, statement: str) -> None:
    """Change the rows of a file."""
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"CREATE TABLE rows AS FROM '{file}'")
        connection.execute(statement)
        connection.table("rows").to_parquet(str(file))


def _describe(sources: Path, at: str) -> None:
    described = sources / "made_up" / "source.toml"
    lines = described.read_text(encoding="utf-8").splitlines()
    place = lines.index("[transfers]") + 1
    described.write_text("\n".join([*lines[:place], at, *lines[place + 1 :]]), encoding="utf-8")
