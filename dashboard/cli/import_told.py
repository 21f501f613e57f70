"""What came of an import, or would come of it, in lines of a terminal: rows, sums, rules."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from data.forms.checking.lookup import label_of
from data.forms.history.map_file import LEFT_OUT
from data.forms.history.outcome import NOTHING
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from dashboard.language.i18n import Language
    from data.forms.checking.problems import Both
    from data.forms.history import Decided, Imported

WIDTH = 100
_WHY = 44
_CODES = {"kind": "recipient_kind", "area": "policy_area", "mode": "award_mode"}

Key = tuple[str, int]


def told_short(done: Imported, words: Language) -> list[str]:
    """What became of a table without errors: whether it is in, its sums, what was left out."""
    file = done.report.shown_path
    if done.mixed:
        return _mixed(done, words)
    numbers = {"accepted": done.accepted, "unchanged": done.unchanged, "kept": done.kept}
    counts = {name: words.number(len(keys)) for name, keys in numbers.items()}
    rows = words.number(done.rows)
    return [
        words.t("import.done", file=file, rows=rows, **counts),
        *_years(done, words),
        *_left_out(done, words),
    ]


def told(done: Imported, words: Language) -> list[str]:
    """What would become of a table without errors, in full."""
    parts = [
        [words.t("import.dry", file=done.report.shown_path), *_rows(done, words)],
        _years(done, words),
        _kinds(done, words),
        _left_out(done, words),
        [
            *_places(words.t("import.would"), done.accepted, words),
            *_places(words.t("import.same"), done.unchanged, words),
            *_places(words.t("import.kept"), done.kept, words),
        ],
        _mixed(done, words) if done.mixed else [],
        _rules(done, words),
    ]
    return [line for part in parts if part for line in ["", *part]][1:]


def _rows(done: Imported, words: Language) -> Iterator[str]:
    left = sum(each.rows for years in done.table.left_out.values() for each in years.values())
    yield words.t(
        "import.rows",
        read=words.number(done.table.read),
        rows=words.number(done.rows),
        left=words.number(left),
    )


def _years(done: Imported, words: Language) -> list[str]:
    """The table's own totals by year, beside what is taken in and what is left out."""
    table = done.table
    if not any(table.totals.values()):
        return []
    left: dict[int | None, Decimal] = {}
    for years in table.left_out.values():
        for year, amounts in years.items():
            left[year] = left.get(year, NOTHING) + amounts.total
    lines = []
    for year, own in table.totals.items():
        taken = table.taken.get(year) if year else None
        sums = [own, taken.total if taken else 0, left.get(year, 0)]
        lines.append([_year(year), *(_money(each, words) for each in sums)])
    sums = [
        sum(table.totals.values()),
        sum(each.total for each in table.taken.values()),
        sum(left.values()),
    ]
    lines.append([words.t("import.whole"), *(_money(each, words) for each in sums)])
    head = [
        words.t("import.year"), words.t("import.own"), words.t("import.taken"),
        words.t("import.left"),
    ]  # fmt: skip
    return _aligned([head, *lines])


def _kinds(done: Imported, words: Language) -> list[str]:
    lines = [
        [_word(label_of("recipient_kind", kind), words), words.number(rows), _money(total, words)]
        for kind, (rows, total) in done.table.kinds.items()
    ]
    head = [words.t("import.kind"), words.t("import.count"), words.t("import.sum")]
    return _aligned([head, *lines]) if lines else []


def _left_out(done: Imported, words: Language) -> list[str]:
    """Rows and sums that are left out, by reason and year."""
    whys = {each.value: _why(each, words) for each in done.table.decided if each.column == LEFT_OUT}
    lines = [
        [
            _cut(whys.get(reason) or reason, _WHY),
            _year(year),
            words.number(rows),
            _money(total, words),
        ]
        for reason, years in done.table.left_out.items()
        for year, (rows, total) in years.items()
    ]
    head = [
        words.t("import.reason"), words.t("import.year"), words.t("import.count"),
        words.t("import.sum"),
    ]  # fmt: skip
    return _aligned([head, *lines]) if lines else []


def _rules(done: Imported, words: Language) -> list[str]:
    """How many rows each line of the rules files decided."""
    found: list[str] = []
    for file, those in groupby(done.table.decided, key=lambda each: each.file):
        head = [
            words.t("import.rules", file=file), words.t("import.count"),
            words.t("import.recipients"), words.t("import.sum"),
        ]  # fmt: skip
        lines = [
            [
                f"{each.line}  {_cut(_value(each, words), _WHY)}", words.number(each.rows),
                words.number(each.recipients), _money(each.total, words),
            ]
            for each in those
        ]  # fmt: skip
        found += _aligned([head, *lines])
    return found


def _mixed(done: Imported, words: Language) -> list[str]:
    """The refusal of a table that would mix with forms, by name."""
    return [
        *_places(words.t("import.mixed", file=done.report.shown_path), done.mixed, words),
        words.t("import.mixed_hint"),
    ]


def _places(label: str, keys: Sequence[Key], words: Language) -> list[str]:
    """Name municipalities and their years; nothing where there are none."""
    lines = []
    for code, those in groupby(sorted(keys), key=lambda key: key[0]):
        name = words.name(find_municipality(code), "full")
        lines.append(f"  {name}: {_ranges(year for _, year in those)}")
    return [f"{label} ({words.number(len(keys))})", *lines] if lines else []


def _ranges(years: Iterable[int]) -> str:
    """Write years, neighbours as a range: 2015, 2016, 2019–2022."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _value(rule: Decided, words: Language) -> str:
    """What a rule gives, in the language's words; a reason of what is left out, in full."""
    if rule.column == LEFT_OUT:
        return _why(rule, words) or rule.value
    if not rule.value:
        return words.t("import.nothing")
    if rule.column in _CODES or rule.column == "financing":
        return _word(label_of(_CODES.get(rule.column, rule.column), rule.value), words)
    return rule.value


def _why(rule: Decided, words: Language) -> str:
    return rule.why_lt if words.code == "lt" else rule.why_en


def _word(both: Both | str, words: Language) -> str:
    if isinstance(both, str):
        return both
    return both.lt if words.code == "lt" else both.en


def _year(year: int | None) -> str:
    return "–" if year is None else str(year)


def _money(total: Decimal | int, words: Language) -> str:
    return words.money(float(total), 2)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table: the first column on the left, numbers on the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
