"""Every notebook runs from top to bottom on a built database, and to the same figures again."""

from __future__ import annotations

import ast
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import savivalda

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MOST_CELLS = 8

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def opened(path: Path) -> Any:
    """Read by a package that takes seconds to import, which each process of the run would do."""
    import nbformat  # noqa: PLC0415

    return nbformat.read(path, as_version=4)


def cells_of(path: Path) -> list[Any]:
    return list(opened(path).cells)


def programs(path: Path) -> list[str]:
    return [cell.source for cell in cells_of(path) if cell.cell_type == "code"]


def shown(path: Path) -> Iterator[object]:
    """Runs the cells in this process: what each shows at its end, as a kernel shows it."""
    known: dict[str, Any] = {}
    for program in programs(path):
        tree = ast.parse(program)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, path.name, "exec"), known)
        if isinstance(last, ast.Expr):
            yield eval(compile(ast.Expression(last.value), path.name, "eval"), known)


@every_notebook
@pytest.mark.filterwarnings("ignore::savivalda.Demonstration")
def test_it_gives_tables_and_a_picture_and_the_same_ones_again(
    path: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(database.parent))
    *tables, picture = shown(path)
    *tables_again, picture_again = shown(path)

    assert tables
    for table, again in zip(tables, tables_again, strict=True):
        assert isinstance(table, pd.DataFrame)
        assert len(table)
        pd.testing.assert_frame_equal(table, again, check_exact=True)
    assert isinstance(picture, savivalda.AtlasPicture)
    assert picture == picture_again
    assert "DEMONSTRACINIAI" in picture.svg
    assert "Šaltiniai" in picture.svg


@pytest.mark.filterwarnings("ignore")  # the kernel's own machinery warns, the notebook does not
def test_a_kernel_runs_one_and_shows_its_picture(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(database.parent))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # this copy of the code, wherever another lies
    notebook = opened(NOTEBOOKS[0])
    with warnings.catch_warnings():  # the client's own dependencies warn while they are imported
        warnings.simplefilter("ignore")
        from nbclient import NotebookClient  # noqa: PLC0415

    folder = {"metadata": {"path": str(NOTEBOOKS[0].parent)}}
    NotebookClient(notebook, timeout=120, resources=folder).execute()

    assert notebook.cells[-1].outputs[-1]["data"]["image/svg+xml"].startswith("<svg")


@every_notebook
def test_it_is_short_and_kept_without_results(path: Path) -> None:
    cells = cells_of(path)

    assert len(cells) <= MOST_CELLS
    assert not any(cell.get("outputs") for cell in cells)
    assert "savivalda.open()" in programs(path)[0]


@every_notebook
def test_it_asks_by_the_module_for_notebooks_alone(path: Path) -> None:
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse("\n".join(programs(path))))
        for name in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert "savivalda" in imported
    assert imported <= {"savivalda", "pandas"}
