"""A recipient's kind against its legal form, its name, earlier years and its own other rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.forms.checking.lookup import label_of, options
from data.forms.definition.codes import code_list
from data.forms.reading.book import address
from data.forms.values.texts import fold

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled, FilledRow, FilledSheet
    from data.forms.checking.findings import Findings
    from data.forms.checking.problems import Both, Word

ALLOWED: dict[str, tuple[str, ...]] = {
    "310": ("other",),
    "570": ("public_institution", "ngo"),
    "630": ("ngo", "other"),
    "640": ("ngo", "other"),
    "950": ("budgetary_institution",),
}
"""Kinds that a legal form allows; forms that are not here are not judged."""

_NAMES = re.compile(
    r"(?P<f310>^ (?:uab|mb|ab) | uzdaroji akcine bendrove )"
    r"|(?P<f570>^ vsi | viesoji istaiga )"
    r"|(?P<f630> asociacija )"
    r"|(?P<f640> paramos fondas )"
    r"|(?P<f950> biudzetine istaiga )"
)
"""Legal forms as they are told in names, folded, with a space at either end."""


def check_kinds(filled: Filled, context: Context, findings: Findings) -> None:
    """Note kinds that contradict the legal form, the name, earlier years or other rows."""
    seen: dict[str, FilledRow] = {}
    for part, entry in filled.rows("allocations"):
        code = entry.get("code", str)
        if not code:
            continue
        first = seen.setdefault(code, entry)
        if first is not entry:
            _compare(part, entry, first, findings)
        elif entry.has("kind"):
            _judge(part, entry, code, context, findings)


def _judge(
    part: FilledSheet, entry: FilledRow, code: str, context: Context, findings: Findings
) -> None:
    """Judge a recipient at its first row; one remark is enough."""
    kind, name = str(entry.values["kind"]), entry.get("name", str) or ""
    place, said = entry.places["kind"], label_of("recipient_kind", str(entry.values["kind"])).lt
    known = context.entities.get(code)
    form = known.legal_form if known else None
    if form and kind not in ALLOWED.get(form, (kind,)):
        words: dict[str, Word] = {"form": label_of("legal_form", form), "options": _options(form)}
        findings.add("kind_contradicts_form", part.name, place, said, **words)
    elif known and known.kind and known.kind != kind:
        before = label_of("recipient_kind", known.kind)
        findings.add("kind_changed", part.name, place, said, before=before)
    elif not form and (told := _told(name)) and kind not in ALLOWED[told]:
        words = {"name": name, "options": _options(told)}
        findings.add("kind_contradicts_name", part.name, place, said, **words)


def _told(name: str) -> str | None:
    """Return the legal form that a name tells."""
    found = _NAMES.search(f" {fold(name)} ")
    return found.lastgroup[1:] if found and found.lastgroup else None


def _compare(part: FilledSheet, entry: FilledRow, first: FilledRow, findings: Findings) -> None:
    """Compare a recipient's row with its first one."""
    where = address(*first.places["code"])
    if entry.has("kind") and first.has("kind") and entry.values["kind"] != first.values["kind"]:
        other = label_of("recipient_kind", str(first.values["kind"]))
        said = label_of("recipient_kind", str(entry.values["kind"])).lt
        findings.add("two_kinds", part.name, entry.places["kind"], said, first=where, other=other)
    name, other_name = entry.get("name", str), first.get("name", str)
    if name and other_name and fold(name) != fold(other_name):
        words = {"first": where, "other": other_name}
        findings.add("two_names", part.name, entry.places["name"], name, **words)


def _options(form: str) -> Both:
    return options(code for code in code_list("recipient_kind") if code.code in ALLOWED[form])
