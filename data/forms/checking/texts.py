"""A report in words: for a terminal, for another program, for a browser."""

from __future__ import annotations

import json
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

from data.forms.checking.problems import report_words
from data.forms.checking.repeats import Repeat, repeats
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.catalog import Lang
    from data.forms.checking.problems import Problem
    from data.forms.checking.report import Report

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem;
  color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; }
tr { border-bottom: 1px solid #ccc; }
td { overflow-wrap: anywhere; }
.error { border-left: 6px solid #b3261e; }
.warning { border-left: 6px solid #8a6100; }
.hint { color: #4a4a4a; }
"""


def to_text(report: Report, lang: Lang = "lt") -> str:
    """Return a report as lines, grouped by sheet; no line break at the end."""
    words = report_words(lang)
    lines = [f"{words['file']}: {heading(report, lang)}", summary(report, lang)]
    for sheet, those in repeats(report.problems).items():
        lines += ["", sheet or words["whole_file"]]
        for each in those:
            lines += _lines(each, lang)
    return "\n".join(lines)


def heading(report: Report, lang: Lang = "lt") -> str:
    """Say which file it is, whose form, and of which year, as far as that is known."""
    named = [
        place.name_full_lt if lang == "lt" else place.name_en
        for place in municipalities()
        if place.code == report.municipality
    ]
    return ", ".join([report.shown_path, *named, *([str(report.year)] if report.year else [])])


def summary(report: Report, lang: Lang = "lt") -> str:
    """Say in a sentence or two how a check ended."""
    words = report_words(lang)
    if report.unreadable:
        return words["unreadable"]
    if not report.problems:
        return words["clean"]
    counts = words["summary"].format(errors=report.errors, warnings=report.warnings)
    return f"{counts} {words['blocked']}" if report.errors else f"{words['clean']} {counts}"


def as_data(report: Report, lang: Lang = "lt") -> dict[str, Any]:
    """Return a report as plain data: counts and problems, without the form's rows."""
    return {
        "file": report.shown_path,
        "form_version": report.version,
        "municipality": report.municipality,
        "year": report.year,
        "unreadable": report.unreadable,
        "clean": report.clean,
        "errors": report.errors,
        "warnings": report.warnings,
        "problems": [_problem(problem, lang) for problem in report.problems],
    }


def to_json(report: Report, lang: Lang = "lt") -> str:
    """Return a report as JSON; see `as_data`."""
    return json.dumps(as_data(report, lang), ensure_ascii=False, indent=2)


def in_json(report: Report, lang: Lang = "lt") -> Iterator[str]:
    """Yield a report as JSON, piece by piece: a table may have a million problems."""
    told = as_data(replace(report, problems=()), lang)
    told |= {"errors": report.errors, "warnings": report.warnings, "clean": report.clean}
    head = json.dumps({**told, "problems": []}, ensure_ascii=False, indent=2)
    yield head.removesuffix("]\n}")
    for number, problem in enumerate(report.problems):
        line = json.dumps(_problem(problem, lang), ensure_ascii=False)
        yield f"{',' if number else ''}\n    {line}"
    yield "\n  ]\n}"


def to_html(report: Report, lang: Lang = "lt") -> str:
    """Return a report as a page that needs nothing else and runs no script."""
    return to_page([report], lang)


def to_page(reports: Sequence[Report], lang: Lang = "lt") -> str:
    """Return the reports of many files as one page; see `to_html`."""
    words = {key: escape(word) for key, word in report_words(lang).items()}
    about = f": {escape(reports[0].shown_path)}" if len(reports) == 1 else ""
    parts = [
        "<!doctype html>",
        f'<html lang="{lang}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{words['title']}{about}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{words['title']}</h1>",
    ]
    for report in reports:
        parts += _section(report, lang, words)
    return "\n".join([*parts, "</body></html>"])


def _section(report: Report, lang: Lang, words: dict[str, str]) -> list[str]:
    parts = [
        f"<h2>{words['file']}: {escape(heading(report, lang))}</h2>",
        f"<p>{escape(summary(report, lang))}</p>",
    ]
    for sheet, those in repeats(report.problems).items():
        parts += [f"<h3>{escape(sheet) or words['whole_file']}</h3><table><thead><tr>"]
        heads = ("place", "problem", "found", "expected")
        parts += [f'<th scope="col">{words[head]}</th>' for head in heads]
        parts += ["</tr></thead><tbody>"]
        parts += [_row(each, lang, words) for each in those]
        parts += ["</tbody></table>"]
    return parts


def _often(repeat: Repeat, lang: Lang) -> str:
    """Say where a fault that is told once stands; nothing of a single cell."""
    count = repeat.told()
    if count is None:
        return ""
    words = report_words(lang)["repeated_mixed" if repeat.mixed else "repeated"]
    number = count.lt if lang == "lt" else count.en
    return words.format(first=repeat.problem.cell, last=repeat.last, count=number)


def _lines(repeat: Repeat, lang: Lang) -> list[str]:
    words, problem = report_words(lang), repeat.problem
    place = f"{problem.place}  " if problem.cell else ""
    said = problem.shown(lang)
    found = f"  [{words['found'].lower()}: {said}]" if said else ""
    lines = [f"  {words[problem.severity]}  {place}{problem.message(lang)}{found}"]
    if often := _often(repeat, lang):
        lines.append(f"      {often}")
    if expected := problem.expected(lang):
        lines.append(f"      {words['expected']}: {expected}")
    if hint := problem.hint(lang):
        lines.append(f"      {words['hint']}: {hint}")
    return lines


def _problem(problem: Problem, lang: Lang) -> dict[str, str]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "place": problem.place,
        "sheet": problem.sheet_name,
        "cell": problem.cell,
        "found": problem.shown(lang),
        "field": problem.field(lang),
        "text": problem.text(lang),
        "expected": problem.expected(lang),
        "hint": problem.hint(lang),
    }


def _row(repeat: Repeat, lang: Lang, words: dict[str, str]) -> str:
    problem = repeat.problem
    hint, often = problem.hint(lang), _often(repeat, lang)
    shown_often = f"<br>{escape(often)}" if often else ""
    shown_hint = f'<br><span class="hint">{escape(hint)}</span>' if hint else ""
    severity = words[problem.severity]
    return (
        f'<tr><td class="{problem.severity}">{escape(problem.place)}</td>'
        f"<td><strong>{severity}.</strong> {escape(problem.message(lang))}"
        f"{shown_often}{shown_hint}</td>"
        f"<td>{escape(problem.shown(lang))}</td><td>{escape(problem.expected(lang))}</td></tr>"
    )
