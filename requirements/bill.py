"""The bill of materials of what runs: `python -m requirements.bill dist` writes it as CycloneDX.

Names and versions are those of the lock, licences those that each package declares where it is
installed, and who needs whom stands in the lock's own comments. Nothing in it depends on when or
where it is made; with SOURCE_DATE_EPOCH it bears that time.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "runtime.txt"
SPECIFICATION = "1.6"
OWN = "savivalda"
LONGEST_LICENCE = 80
"""Of a declared licence that is a name; longer ones are the whole text."""

_PIN = re.compile(r"([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+[^\\\s]))?")
_VIA = re.compile(r"\s+#\s+(?:via\s+)?([A-Za-z0-9._-]+)(?: \(pyproject\.toml\))?")


@dataclass(frozen=True)
class Pin:
    """A line of the lock.

    Attributes:
        name: of the package.
        version: of it.
        where: on which machines it is needed; empty if on all.
        needed_by: packages, or the atlas itself.
    """

    name: str
    version: str
    where: str
    needed_by: tuple[str, ...]

    @property
    def reference(self) -> str:
        """How other parts of the bill name it."""
        return f"pkg:pypi/{self.name}@{self.version}"


def pins(lock: str) -> list[Pin]:
    """What a lock names, in its order."""
    found: list[Pin] = []
    for line in lock.splitlines():
        if pinned := _PIN.match(line):
            found.append(Pin(pinned[1], pinned[2], pinned[3] or "", ()))
        elif via := _VIA.fullmatch(line):
            last = found.pop()
            by = () if via[1] == "via" else (via[1],)
            found.append(Pin(last.name, last.version, last.where, last.needed_by + by))
    return found


def bill(
    packages: Sequence[Pin], version: str, licences: Mapping[str, str], seconds: str = ""
) -> dict[str, Any]:
    """The bill as JSON has it.

    Args:
        packages: of the lock.
        version: of the atlas.
        licences: of the packages, where known, and of the atlas.
        seconds: since 1970, at which it is made; left out if empty.
    """
    own = Pin(OWN, version, "", ())
    made: dict[str, Any] = {"component": _component(own, "application", licences)}
    if seconds:
        made["timestamp"] = datetime.fromtimestamp(int(seconds), UTC).isoformat()
    components = [_component(each, "library", licences) for each in packages]
    named = json.dumps([made, components], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, named)}",
        "version": 1,
        "metadata": made,
        "components": components,
        "dependencies": [
            {
                "ref": each.reference,
                "dependsOn": [on.reference for on in packages if each.name in on.needed_by],
            }
            for each in (own, *packages)
        ],
    }


def _component(pin: Pin, kind: str, licences: Mapping[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "type": kind,
        "bom-ref": pin.reference,
        "name": pin.name,
        "version": pin.version,
        "scope": "optional" if pin.where else "required",
        "purl": pin.reference,
    }
    if licence := licences.get(pin.name):
        said["licenses"] = [{"license": {"name": licence}}]
    if pin.where:
        said["properties"] = [{"name": f"{OWN}:where", "value": pin.where}]
    return said


def declared(name: str) -> str:
    """The licence that an installed package declares; empty if none, or if it is not installed."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    short = next((told[key] for key in ("License-Expression", "License") if told[key]), "").strip()
    if short and len(short) <= LONGEST_LICENCE and "\n" not in short:
        return short
    classes = told.get_all("Classifier") or []
    names = [each.rpartition(" :: ")[2] for each in classes if each.startswith("License :: ")]
    return " AND ".join(sorted(names))


def main() -> None:
    """Writes the bill into a folder."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = pins(LOCK.read_text(encoding="utf-8"))
    licences = {each.name: declared(each.name) for each in packages} | {OWN: project["license"]}
    version = project["version"]
    made = bill(packages, version, licences, os.environ.get("SOURCE_DATE_EPOCH", ""))
    target = Path(sys.argv[1]) / f"{OWN}-{version}.cdx.json"
    target.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    unknown = [each.name for each in packages if not licences[each.name]]
    print(f"{target}: {len(packages)} packages; licence unknown: {', '.join(unknown) or 'none'}")


if __name__ == "__main__":
    main()
