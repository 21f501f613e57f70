"""Whoever loads the CSV files can trust their description: a strange program checks them by it."""

from __future__ import annotations

import csv
import json
import warnings
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from data.dataset.offered import citation, folders_of
from tests.killing import SOAK

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    longest = csv.field_size_limit()
    import frictionless

    csv.field_size_limit(longest)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.asking.store import Store

pytestmark = pytest.mark.filterwarnings("ignore")  # the library's own


@pytest.fixture(autouse=True)
def limits() -> Iterator[None]:
    """What the library lifts for everybody in the process is set again."""
    longest = csv.field_size_limit()
    yield
    csv.field_size_limit(longest)


@pytest.fixture(scope="module")
def archive(database: Path) -> Path:
    (found,) = folders_of(database).glob("*/*-csv.zip")
    return found


@pytest.fixture(scope="module")
def files(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked CSV files with their description."""
    folder = tmp_path_factory.mktemp("package")
    with ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def package(files: Path) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((files / "datapackage.json").read_text("utf-8"))
    return described


def schema_of(package: dict[str, Any], table: str) -> dict[str, Any]:
    (found,) = (each["schema"] for each in package["resources"] if each["name"] == table)
    return found  # type: ignore[no-any-return]


def test_the_archive_is_valid_as_it_is_delivered(archive: Path, files: Path) -> None:
    """Two tables are too long for every run; the build has checked their rows by the same rules."""
    report = frictionless.validate(str(archive), limit_rows=None if SOAK else 10_000)
    assert report.valid, report.to_summary()
    assert {task.place for task in report.tasks} == {path.name for path in files.glob("*.csv")}
    assert sum(task.stats.get("rows", 0) for task in report.tasks) > 40_000


def test_it_says_version_licence_and_sources(package: dict[str, Any], store: Store) -> None:
    assert package["version"] == store.version
    assert package["description"] == citation(store.version, "en", demo=True)
    assert package["description_lt"] == citation(store.version, "lt", demo=True)
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    sources = store.query("sources").set_index("title_en")
    assert [each["title"] for each in package["sources"]] == list(sources.index)
    for each in package["sources"]:
        assert each["licence"] == sources.loc[each["title"], "licence_en"]
        assert each["note"] == sources.loc[each["title"], "note_en"]
        assert each.get("path", "https://").startswith("https://")


def test_it_describes_every_column_of_every_file(files: Path, package: dict[str, Any]) -> None:
    for resource in package["resources"]:
        with (files / resource["path"]).open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        assert all(field["description"] and field["description_lt"] for field in fields)
        assert resource["schema"]["missingValues"] == [""]
        assert set(resource["schema"]["primaryKey"]) <= set(header)
        assert resource["schema"]["primaryKey"]


def test_keys_references_lists_and_bounds_are_those_of_the_dictionary(
    package: dict[str, Any], store: Store
) -> None:
    schema = schema_of(package, "allocation")
    assert schema["primaryKey"] == [
        "municipality", "year", "entity", "area", "mode", "programme", "financing", "kind",
    ]  # fmt: skip
    assert {"fields": ["entity"], "reference": {"resource": "entity", "fields": ["code"]}} in (
        schema["foreignKeys"]
    )
    fields = {field["name"]: field for field in schema["fields"]}
    assert (fields["executed"]["type"], fields["executed"]["unit"]) == ("number", "€")
    assert fields["executed"]["constraints"] == {"required": True, "minimum": 0}
    modes = list(store.query("codes", list="award_mode")["code"])
    assert fields["mode"]["constraints"] == {"required": True, "enum": modes}


@pytest.mark.parametrize(
    ("column", "value", "error"),
    [
        ("municipality", "99", "foreign-key"),
        ("year", "1850", "foreign-key"),
        ("service", "weather", "constraint-error"),
        ("yearly_value", "-1", "constraint-error"),
        ("provider_kind", "", "constraint-error"),
        ("yearly_value", "much", "type-error"),
        (None, None, "primary-key"),
    ],
)
def test_a_row_that_cannot_be_right_is_told_by_the_description(
    files: Path,
    package: dict[str, Any],
    tmp_path: Path,
    column: str | None,
    value: str | None,
    error: str,
) -> None:
    with (files / "service.csv").open(encoding="utf-8", newline="") as file:
        first, *_ = csv.DictReader(file)
    rows = [first, first] if column is None else [{**first, column: value}]
    with (tmp_path / "service.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, first)
        writer.writeheader()
        writer.writerows(rows)
    needed = {"service"} | {
        key["reference"]["resource"] for key in schema_of(package, "service")["foreignKeys"]
    }
    for name in needed - {"service"}:
        (tmp_path / f"{name}.csv").write_bytes((files / f"{name}.csv").read_bytes())
    small = package | {"resources": [r for r in package["resources"] if r["name"] in needed]}
    (tmp_path / "datapackage.json").write_text(json.dumps(small), encoding="utf-8")
    found = frictionless.validate(str(tmp_path / "datapackage.json"))
    (errors,) = (task.errors for task in found.tasks if task.name == "service")
    assert {each.type for each in errors} == {error}
