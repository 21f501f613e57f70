"""Take an official source anew: fetch, read, check, sum up, and write when somebody says yes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data.building.describe import DEFAULT_FOLDER
from data.errors import suggestion
from data.refresh import boundaries, ngo_register, population, prices
from data.refresh.description import describe, words
from data.refresh.errors import RefreshError
from data.refresh.fetch import LIMIT, fetch
from data.refresh.proposal import Proposal
from data.refresh.remark import Remark
from geo.tables import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from data.catalog import Lang
    from data.refresh.draft import Draft
    from data.refresh.fetch import Payload

SOURCES = ("boundaries", "population", "prices", "ngo_register")
"""Ids of the sources that can be taken anew."""

_WRITTEN = Remark(
    "Įrašyta: {}. Naujus duomenis parodys savivalda build.",
    "Written: {}. Run savivalda build to show the new data.",
)
_LEFT = Remark("Nieko neįrašyta.", "Nothing was written.")


@dataclass(frozen=True)
class RefreshTarget:
    """Where refreshed sources are kept; the defaults are the atlas's own.

    Attributes:
        sources: folder of the sources.
        places: folder of the boundary files.
    """

    sources: Path = DEFAULT_FOLDER
    places: Path = FOLDER


ATLAS = RefreshTarget()


def official(source_id: str) -> str:
    """Return the address at which the publisher offers a source.

    Raises:
        RefreshError: no such source.
    """
    _known(source_id)
    return words(source_id)["official"]


def prepare(
    source_id: str, origin: str, *, target: RefreshTarget = ATLAS, today: date | None = None
) -> Proposal:
    """Fetch and check an answer, and tell what it would change. Nothing is written.

    Args:
        source_id: one of SOURCES.
        origin: a file, or an address that begins with http:// or https://.
        target: where the source is kept.
        today: the day to date the answer with; the clock's (UTC) if not given.

    Raises:
        NoNetwork: nobody answers at that address.
        RefreshError: no such source, or the answer is not what it must be; names what is wrong.
    """
    _known(source_id)
    payload = fetch(origin, limit=boundaries.LIMIT if source_id == "boundaries" else LIMIT)
    draft = _draft(source_id, payload, target)
    draft = replace(draft, warnings=(*draft.warnings, *_older(draft, target.sources / source_id)))
    described = describe(source_id, payload, draft, today or datetime.now(UTC).date())
    files = {**draft.files, target.sources / source_id / "source.toml": described}
    present = {path: path.read_bytes() if path.is_file() else None for path in files}
    return Proposal(
        source_id, payload.name, payload.checksum, draft, files, present, target.sources
    )


def refresh(
    source_id: str,
    origin: str,
    confirm: Callable[[str], bool],
    *,
    language: Lang = "lt",
    target: RefreshTarget = ATLAS,
) -> str:
    """Take a source anew when its summary is confirmed.

    Args:
        source_id: one of SOURCES.
        origin: a file, or an address that begins with http:// or https://.
        confirm: is shown the summary and says whether to write; not asked when nothing would
            change.
        language: of the summary.
        target: where the source is kept.

    Returns:
        What was done, in one sentence; the whole summary where nobody was asked.

    Raises:
        NoNetwork: nobody answers at that address.
        RefreshError: the answer is not what it must be, or cannot be written. Nothing changed.
    """
    proposal = prepare(source_id, origin, target=target)
    text = proposal.text(language)
    if not proposal.changes:
        return text
    if not confirm(text):
        return _LEFT.said(language)
    names = ", ".join(f"{path.parent.name}/{path.name}" for path in proposal.apply())
    return _WRITTEN.said(language).format(names)


def _known(source_id: str) -> None:
    if source_id not in SOURCES:
        raise RefreshError(
            f"unknown source {source_id!r}{suggestion(source_id, SOURCES)}; "
            f"these can be taken anew: {', '.join(SOURCES)}"
        )


def _older(draft: Draft, folder: Path) -> tuple[Remark, ...]:
    """Warn of an answer that was made before ours was taken."""
    path = folder / "source.toml"
    if draft.made_on is None or not path.is_file():
        return ()
    taken = tomllib.loads(path.read_text(encoding="utf-8"))["retrieved"]
    if draft.made_on >= taken:
        return ()
    lt, en = "atsakymas senesnis už turimus duomenis", "the answer is older than the data we have"
    return (Remark(f"{lt} ({draft.made_on} < {taken})", f"{en} ({draft.made_on} < {taken})"),)


def _draft(source_id: str, payload: Payload, target: RefreshTarget) -> Draft:
    if source_id == "boundaries":
        return boundaries.draft(payload, target.places)
    readers = {
        "population": population.draft,
        "prices": prices.draft,
        "ngo_register": ngo_register.draft,
    }
    return readers[source_id](payload, target.sources)
