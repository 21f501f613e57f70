"""How many registered NGOs each municipality has, by legal form, from the register's open data.

Only counts are kept: names, codes and addresses of organisations are read and forgotten. The
register's model of NGOs does not hold the municipality; it is told by the address of the legal
entity, which the service adds when asked for (see the address in the source's description).
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from data.refresh.draft import Draft, Total, compare, read_rows, written
from data.refresh.errors import RefreshError
from data.refresh.remark import Remark, grouped
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from data.refresh.fetch import Payload

FOLDER = ("ngo_register", "counts")
"""Below its own folder, where the build does not look: no page needs the counts yet."""

WHOLE = (1_000, 100_000)
"""Bounds of the number of registered NGOs in Lithuania."""

PLACED = 0.9
"""At least this share must have an address that tells the municipality."""

ADDRESS = "juridinis_asmuo.pilnas_adresas"
FORM = "forma.kodas"
IDENTITIES = ("juridinis_asmuo.ja_kodas", "juridinis_asmuo._id", "_id")
NEEDED = f"{IDENTITIES[0]},{ADDRESS},{FORM}"

_COLUMNS = ("municipality", "legal_form", "ngos")


def draft(payload: Payload, sources: Path) -> Draft:
    """Make the tidy file of an answer.

    Args:
        payload: CSV of the model IregistruotaNVO with an identity, the address and the form.
        sources: folder of the sources.

    Raises:
        RefreshError: a column is missing, a row is malformed or there twice, too few can be
            placed, a municipality has none, or the number cannot be.
    """
    counts = count(payload.content)
    path = sources.joinpath(*FOLDER, "ngo_register.csv")
    present = read_rows(path, key=2).items()
    before = {(code, form): int(cell) for (code, form), (cell,) in present}
    rows = [(*key, counts[key]) for key in sorted(counts)]
    unplaced = sum(many for (place, _), many in counts.items() if not place)
    total = grouped(sum(counts.values()))
    return Draft(
        files={path: written(_COLUMNS, rows)},
        rows=(len(before), len(counts)),
        change=compare(before, counts),
        totals=(
            Total(
                Remark("įregistruotos NVO", "registered NGOs"),
                grouped(sum(before.values())) if before else "",
                total,
            ),
        ),
        warnings=_warned(unplaced),
        facts={"total": Remark(total, total), "unplaced": Remark(*[grouped(unplaced)] * 2)},
    )


def count(content: bytes) -> dict[tuple[str, str], int]:
    """Count NGOs by municipality code ("" where the address does not tell) and form code.

    Raises:
        RefreshError: see ``draft``.
    """
    seen: set[str] = set()
    counts: Counter[tuple[str, str]] = Counter()
    for line, identity, address, form in _rows(content):
        if identity in seen:
            raise RefreshError(f"line {line}: the same organisation as on an earlier line")
        if not re.fullmatch(r"\d{3}", form):
            raise RefreshError(f"line {line}: a legal form is a code of three digits")
        seen.add(identity)
        counts[place(address), form] += 1
    _check(counts)
    return dict(counts)


def place(address: str) -> str:
    """Return the code of the municipality that an address of the register lies in, or "".

    The register writes "Vilniaus r. sav., Nemenčinė, …", or only "Vilnius, …" for towns that give
    their name to a municipality; a name shared with a district means the city.
    """
    first = address.split(",", maxsplit=1)[0].strip()
    named = re.match(r".*?\bsav\b\.?", first)
    try:
        return find_municipality(named[0] if named else first).code
    except AmbiguousPlace as shared:
        return next(
            (find_municipality(name).code for name in shared.candidates if " m. " in name), ""
        )
    except UnknownPlace:
        return ""


def _rows(content: bytes) -> Iterator[tuple[int, str, str, str]]:
    """Yield line, identity, address and form of each row."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefreshError(f"the CSV is not UTF-8 ({error})") from error
    if not text.endswith("\n"):
        raise RefreshError("the CSV is cut off: its last line has no end")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader)
        at = _columns(header)
        for row in reader:
            if len(row) != len(header):
                raise RefreshError(
                    f"line {reader.line_num}: {len(row)} cells, the header has {len(header)}"
                )
            identity, address, form = (row[column].strip() for column in at)
            if not identity:
                raise RefreshError(f"line {reader.line_num}: no identity of the organisation")
            yield reader.line_num, identity, address, form
    except csv.Error as error:
        raise RefreshError(f"line {reader.line_num}: malformed CSV ({error})") from error


def _columns(header: list[str]) -> tuple[int, int, int]:
    identity = next((name for name in IDENTITIES if name in header), IDENTITIES[0])
    wanted = (identity, ADDRESS, FORM)
    missing = [name for name in wanted if name not in header]
    if missing:
        raise RefreshError(
            f"columns missing: {', '.join(missing)}; seen: {', '.join(header)[:200]}. "
            f"Ask the service with ?select({NEEDED})"
        )
    if len(set(header)) < len(header):
        raise RefreshError("the CSV has a column twice")
    return header.index(wanted[0]), header.index(wanted[1]), header.index(wanted[2])


def _check(counts: Counter[tuple[str, str]]) -> None:
    total = counts.total()
    if not WHOLE[0] <= total <= WHOLE[1]:
        raise RefreshError(
            f"{total:,} registered NGOs; between {WHOLE[0]:,} and {WHOLE[1]:,} are believed"
        )
    placed = {code for code, _ in counts if code}
    share = sum(many for (code, _), many in counts.items() if code) / total
    if share < PLACED:
        raise RefreshError(
            f"only {share:.0%} of the NGOs have an address that tells the municipality; "
            f"{PLACED:.0%} are needed"
        )
    empty = [each.name_lt for each in municipalities() if each.code not in placed]
    if empty:
        raise RefreshError(f"municipalities without an NGO: {', '.join(empty)}; 60 are needed")


def _warned(unplaced: int) -> tuple[Remark, ...]:
    if not unplaced:
        return ()
    many = grouped(unplaced)
    return (Remark(f"NVO be savivaldybės: {many}", f"NGOs without a municipality: {many}"),)
