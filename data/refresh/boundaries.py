"""New boundaries: ``geo.generalise`` makes them, in a process of its own.

Of its own, because the geometry libraries are needed here alone and are not part of what serves
the atlas; and because a file that upsets them can then not upset us.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.refresh.draft import Draft, Total, compare
from data.refresh.errors import RefreshError
from data.refresh.remark import Remark, grouped
from geo.tables import FOLDER

if TYPE_CHECKING:
    from data.refresh.fetch import Payload

LIMIT = 128 * 2**20
"""Bytes of the register's file, which is not simplified."""

SECONDS = 300.0
NAMES = ("boundaries.geojson", "neighbours.csv", "points.csv")
SHAPES = 70
"""60 municipalities and 10 counties."""


def draft(payload: Payload, places: Path = FOLDER) -> Draft:
    """Make the boundary files of the register's file.

    Args:
        payload: GeoJSON in EPSG:3346 or 4326, or TopoJSON, with SAV_KODAS and SAV_PAV or
            APS_KODAS.
        places: folder of the package geo, or another to write to.

    Raises:
        RefreshError: it is no such file, not 60 municipalities, or their shapes do not hold.
    """
    if not payload.content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        raise RefreshError(f"{payload.name}: neither GeoJSON nor TopoJSON")
    made = _make(payload)
    present = {name: _read(places / name) for name in NAMES}
    before, after = (_shapes(files["boundaries.geojson"]) for files in (present, made))
    if len(after) != SHAPES:
        raise RefreshError(f"{len(after)} shapes were made, {SHAPES} are needed")
    simplified = b'"Topology"' in payload.content[:4096]
    return Draft(
        files={places / name: made[name] for name in NAMES},
        rows=(len(before), len(after)),
        change=compare(before, after),
        totals=(
            _total("viršūnės", "vertices", _vertices(before), _vertices(after)),
            _total("kaimynų poros", "pairs of neighbours", *map(_pairs, (present, made))),
        ),
        facts={"before": _SIMPLIFIED if simplified else _FULL},
    )


_SIMPLIFIED = Remark(
    "Šaltinio failas jau buvo supaprastintas.", "The source file was already simplified."
)
_FULL = Remark(
    "Šaltinio failas – registro ribos.", "The source file holds the register's boundaries."
)


def _make(payload: Payload) -> dict[str, bytes]:
    """Run the maker; its refusal becomes ours."""
    with tempfile.TemporaryDirectory(prefix="savivalda-") as folder:
        source, into = Path(folder) / "source.geojson", Path(folder) / "made"
        source.write_bytes(payload.content)
        into.mkdir()
        command = [sys.executable, "-P", "-m", "geo.generalise", str(source), "--into", str(into)]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                check=False,
                timeout=SECONDS,
                env={**os.environ, "PYTHONPATH": str(FOLDER.parent)},
            )
        except subprocess.TimeoutExpired as error:
            raise RefreshError(f"{payload.name}: not made within {SECONDS:.0f} s") from error
        if done.returncode != 0:
            raise RefreshError(_why(done.stderr).replace(str(source), payload.name))
        return {name: (into / name).read_bytes() for name in NAMES}


def _why(said: str) -> str:
    """Return what the maker said, or what its failure means."""
    last = (said.strip().splitlines() or ["the boundary maker ended without a word"])[-1]
    if last.startswith("ModuleNotFoundError"):
        return f"boundaries need the extra libraries: pip install 'savivalda[boundaries]' ({last})"
    return last.removeprefix("nothing written: ")


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _shapes(content: bytes) -> dict[object, Any]:
    features = json.loads(content)["features"] if content else []
    return {feature["id"]: feature["geometry"]["coordinates"] for feature in features}


def _vertices(shapes: dict[object, Any]) -> int:
    def points(nested: list[Any]) -> int:
        return 1 if isinstance(nested[0], int | float) else sum(map(points, nested))

    return sum(map(points, shapes.values()))


def _pairs(files: dict[str, bytes]) -> int:
    """Count pairs of neighbours: the file lists each in both orders, below a header."""
    return max(len(files["neighbours.csv"].splitlines()) - 1, 0) // 2


def _total(lt: str, en: str, before: int, after: int) -> Total:
    return Total(Remark(lt, en), grouped(before) if before else "", grouped(after))
