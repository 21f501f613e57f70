"""A service's provider against what its legal form and its rows of money say that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.checking.lookup import label_of
from data.forms.checking.rules.kinds import ALLOWED

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled
    from data.forms.checking.findings import Findings

RECIPIENTS: dict[str, tuple[str, ...]] = {"community": ("ngo", "other")}
"""Kinds of recipient that a kind of provider can be; the others are called alike."""


def check_providers(filled: Filled, context: Context, findings: Findings) -> None:
    """Note providers whose kind contradicts what is known of the legal entity."""
    paid = {
        entry.values.get("code"): (entry.values["kind"],)
        for _, entry in filled.rows("allocations")
        if entry.has("code", "kind")
    }
    for part, entry in filled.rows("services"):
        code, kind = entry.get("provider_code", str), entry.get("provider_kind", str)
        known = context.entities.get(code or "")
        form = known.legal_form if known else None
        can_be = paid.get(code) or (ALLOWED.get(form) if form else None)
        if kind and can_be and not {*RECIPIENTS.get(kind, (kind,))} & {*can_be}:
            findings.add(
                "provider_of_other_kind", part.name, entry.places["provider_kind"],
                label_of("provider_kind", kind).lt, kind=label_of("recipient_kind", str(can_be[0])),
            )  # fmt: skip
