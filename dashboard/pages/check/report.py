"""The report of a form's check as the page shows it: a verdict, errors, then warnings, by sheet.

It is written as HTML here, and not as Dash's components, because the browser gets it from a plain
address. All that a file says goes through `escape`.
"""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.language.i18n import Language
    from data.catalog import Lang
    from data.forms.checking.problems import Problem
    from data.forms.checking.report import Report

FEW = 3
"""Cells that stand beside what is wrong with them; more stand below it."""

SHOWN = 200
"""Problems that a page shows; a form with more is better looked at in its marked copy."""


def report_html(
    report: Report, words: Language, *, compared: bool = True, send_to: str = ""
) -> str:
    """A report as a part of the page.

    Args:
        report: Of one file.
        words: Language to write it in.
        compared: Whether there were earlier years to compare with.
        send_to: Where a form without errors goes: an e-mail address or a few words, if known.
    """
    shown = report.problems[:SHOWN]
    parts = [
        f'<h2 id="verdict" tabindex="-1" class="{_look(report)}">{_verdict(report, words)}</h2>',
        f"<p>{_whose(report, words)}</p>",
        f"<p>{words.t(f'check.then.{_look(report)}')}</p>",
    ]
    if report.clean:
        parts.append(f"<p>{_send(send_to, words)}</p>")
    if not compared and not report.unreadable:
        parts.append(f'<p class="source">{words.t("check.not_compared")}</p>')
    if len(shown) < len(report.problems):
        more = words.t("check.first", shown=len(shown), all=words.number(len(report.problems)))
        parts.append(f'<p class="note">{more}</p>')
    if report.problems and not report.unreadable:
        parts.append(_buttons(words))
    parts += [_section(severity, shown, words) for severity in ("error", "warning")]
    return "\n".join(parts)


def lang_of(words: Language) -> Lang:
    """The language as the texts of problems know it."""
    return "en" if words.code == "en" else "lt"


def _look(report: Report) -> str:
    if report.unreadable:
        return "unreadable"
    if report.errors:
        return "faulty"
    return "warned" if report.warnings else "clean"


def _verdict(report: Report, words: Language) -> str:
    """The result in a sentence."""
    look = _look(report)
    if look in {"unreadable", "clean"}:
        return words.t(f"check.verdict.{look}")
    if look == "warned":
        return words.n("check.verdict.warned", report.warnings)
    errors = words.n("check.verdict.errors", report.errors)
    if not report.warnings:
        return words.t("check.verdict.faulty", errors=errors)
    warnings = words.n("check.verdict.warnings", report.warnings)
    return words.t("check.verdict.both", errors=errors, warnings=warnings)


def _whose(report: Report, words: Language) -> str:
    """File, municipality and year, as far as they are known."""
    place = [
        words.name(each, "full") for each in municipalities() if each.code == report.municipality
    ]
    year = [words.t("year.of", year=report.year)] if report.year else []
    name = f'<strong class="file">{escape(report.name)}</strong>'
    return ", ".join([name, *map(escape, [*place, *year])])


def _send(to: str, words: Language) -> str:
    """Where the form goes from here."""
    if not to:
        return words.t("check.send.back")
    where = escape(to.rstrip("."))
    if re.fullmatch(r"[^@\s:?&]+@[^@\s:?&]+\.[^@\s:?&]+", to):
        where = f'<a href="mailto:{where}">{where}</a>'
    return words.t("check.send.to", where=where)


def _buttons(words: Language) -> str:
    buttons = (
        f'<button type="button" data-answer="{kind}">{words.t(f"check.take.{kind}")}</button>'
        for kind in ("marked", "json")
    )
    return f'<p class="downloads">{" ".join(buttons)}</p>'


def _section(severity: str, problems: Sequence[Problem], words: Language) -> str:
    problems = [each for each in problems if each.severity == severity]
    if not problems:
        return ""
    sheets = [
        f"<h4>{escape(sheet) or words.t('check.whole_file')}</h4>"
        f'<ul class="problems">{_items(members, words)}</ul>'
        for sheet, members in groupby(problems, key=lambda problem: problem.sheet_name)
    ]
    title = f'<h3 id="{severity}s">{words.t(f"check.{severity}.title")}</h3>'
    return (
        f'<section class="{severity}s" aria-labelledby="{severity}s">{title}'
        f"<p>{words.t(f'check.{severity}.text')}</p>{''.join(sheets)}</section>"
    )


def _items(problems: Iterable[Problem], words: Language) -> str:
    """A sheet's problems; cells with the same thing wrong stand together."""
    lang = lang_of(words)
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for each in problems:
        said = (each.text(lang), each.expected(lang), each.hint(lang), _column(each, lang))
        alike.setdefault(said, []).append(each)
    return "".join(_item(members, *said, words=words) for said, members in alike.items())


def _column(problem: Problem, lang: Lang) -> str:
    """The heading over the cell, where the text does not name it."""
    field = problem.field(lang)
    return "" if field in problem.text(lang) else field


def _item(
    members: list[Problem], text: str, expected: str, hint: str, column: str, *, words: Language
) -> str:
    found = {each.shown(lang_of(words)) for each in members}
    each_its_own = len(found) > 1
    facts = {"found": "" if each_its_own else found.pop(), "expected": expected, "hint": hint}
    said = "".join(
        f"<div><dt>{words.t(f'check.{name}')}</dt><dd>{escape(fact)}</dd></div>"
        for name, fact in facts.items()
        if fact
    )
    what = f'<div><p class="what">{escape(text)}</p><dl>{said}</dl></div>'
    cells = "".join(_cell(each, words, found=each_its_own) for each in members if each.cell)
    over = f'<span class="column">{escape(column)}</span>' if column else ""
    where = f'<p class="cells">{over}{cells}</p>' if cells else ""
    return (
        f'<li class="many">{what}{where}</li>' if len(members) > FEW else f"<li>{where}{what}</li>"
    )


def _cell(problem: Problem, words: Language, *, found: bool) -> str:
    shown = problem.shown(lang_of(words)) if found else ""
    said = f" <q>{escape(shown)}</q>" if shown else ""
    label = f'<span class="visually-hidden">{words.t("check.cell")} </span>'
    return f'<span class="cell">{label}<b>{escape(problem.cell)}</b>{said}</span> '
