"""Recipients whose names are private persons': others will not be told who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.values.persons import PRIVATE, is_private

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled
    from data.forms.checking.findings import Findings


def check_persons(filled: Filled, _context: Context, findings: Findings) -> None:
    """Note each such name where it stands first; not where a person is called nothing else."""
    seen = {PRIVATE}
    for part, entry in filled.rows("allocations"):
        name = entry.get("name", str)
        if name and name not in seen:
            seen.add(name)
            if is_private(name):
                findings.add("private_recipient", part.name, entry.places["name"], name)
