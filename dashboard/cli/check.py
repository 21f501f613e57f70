"""`savivalda check`: filled-in forms to the cell, or, without a path, the published database."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from dashboard.cli.failing import or_say
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from data.asking.store import Store
from data.building.checking import check_file
from data.forms.archive.earlier import with_accepted
from data.forms.checking.batch import check_many, without_rows
from data.forms.checking.context import Context
from data.forms.checking.copies import copy_path
from data.forms.checking.findings import shown
from data.forms.checking.gathering import gather
from data.forms.checking.known import at_hand, known_context
from data.forms.checking.mapping import read_map
from data.forms.checking.problems import report_words
from data.forms.checking.report import CLEAN, PROBLEMS, UNREADABLE, exit_code
from data.forms.checking.texts import as_data, heading, summary, to_page, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.catalog import Lang
    from data.forms.checking.report import Report

ReportFormat = Literal["text", "json", "html", "marked"]


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["lt", "en"]), default="lt", help="Of the report.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "json", "html", "marked"]),
    default="text",
    help="Text; JSON; one HTML page; or a copy of each form with the cells marked.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File for the report; for marked copies a folder (else beside the forms).",
)
@click.option(
    "--map",
    "column_map",
    type=click.Path(path_type=Path),
    help="CSV with columns sheet, heading, column: what the files call the form's columns.",
)
@click.pass_obj
def check_command(
    settings: Settings,
    paths: tuple[Path, ...],
    *,
    lang: Lang,
    kind: ReportFormat,
    output: Path | None,
    column_map: Path | None,
) -> None:
    """Check filled-in forms: files or folders, XLSX, XLSM, ODS, XLS or CSV.

    Exit code 0: no errors (warnings do not block), 1: errors, 2: a file cannot be read. Without a
    PATH, run every check on the published database instead; exit code 1 if one fails.
    """
    if not paths:
        _check_database(settings.database)
        return
    forms = forms_in(paths, lang, None if kind == "marked" else output)
    mapped = or_say(lambda: read_map(column_map)) if column_map else None
    context, words = known_to(settings), report_words(lang)
    reports = []
    checked = check_many(forms, context=context, column_map=mapped, check=without_rows)
    for report in with_progress(checked, len(forms), words["progress"]):
        reports.append(report)
        if kind == "marked":
            or_say(partial(_mark, report, output, lang))
    before = {report.year_before for report in reports if report.municipality and report.year}
    if before and before.isdisjoint(context.totals):
        click.echo(words["not_compared"], err=True)
    if kind != "marked":
        or_say(lambda: _write(_said(reports, kind, lang), output))
    if len(reports) > 1:
        click.echo(_counted(reports, lang), err=True)
    raise SystemExit(exit_code(reports))


def _check_database(path: Path) -> None:
    failed = or_say(lambda: check_file(path))
    for failure in failed:
        click.echo(str(failure), err=True)
    if failed:
        raise SystemExit(1)
    click.echo(f"{path}: every check passed")


def forms_in(paths: Sequence[Path], lang: Lang, report: Path | None = None) -> tuple[Path, ...]:
    """The forms that paths lead to; says which files are none, and keeps a report off them."""
    found = or_say(lambda: gather(paths))
    names = ", ".join(shown(path.name) for path in found.left_out)
    if not found.forms:
        beside = f"; {report_words(lang)['left_out'].format(names=names)}" if names else ""
        raise click.UsageError(f"no forms in {', '.join(map(str, paths))}{beside}")
    if report and report.resolve() in map(Path.resolve, found.forms):
        raise click.UsageError(f"{report} is one of the forms: the report would take its place")
    if names:
        click.echo(report_words(lang)["left_out"].format(names=names), err=True)
    return found.forms


def known_to(settings: Settings) -> Context:
    """What is known beforehand: by the published database, by forms accepted since, by anybody.

    Raises:
        ClickException: The database is there and does not open: less would be checked than is said.
    """
    context = Context()
    if settings.database.exists():
        with or_say(lambda: Store(settings.database)) as store:
            context = known_context(store)
    return at_hand(or_say(lambda: with_accepted(context, settings.data_dir)))


def with_progress(reports: Iterator[Report], length: int, label: str) -> Iterator[Report]:
    """The reports, with a bar for whoever waits for many at a terminal."""
    hidden = length == 1 or not sys.stderr.isatty()
    with click.progressbar(
        reports, length=length, label=label, file=sys.stderr, hidden=hidden
    ) as shown:
        yield from shown


def _said(reports: Sequence[Report], kind: ReportFormat, lang: Lang) -> str:
    if kind == "html":
        return to_page(reports, lang)
    if kind == "json":
        return json.dumps([as_data(each, lang) for each in reports], ensure_ascii=False, indent=2)
    return "\n\n".join(to_text(each, lang) for each in reports)


def _write(text: str, output: Path | None) -> None:
    if output:
        output.write_text(f"{text}\n", encoding="utf-8")
    else:
        click.echo(text)


def _mark(report: Report, folder: Path | None, lang: Lang) -> None:
    """Write the marked copy of a form that has something to be marked."""
    if report.unreadable:
        click.echo(to_text(report, lang))
        return
    click.echo(f"{heading(report, lang)}: {summary(report, lang)}")
    if report.problems:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        target = copy_path(report.path, lang, folder)
        # openpyxl is slow to import
        from data.forms.checking.marking import mark  # noqa: PLC0415

        mark(report, report.path, target, lang)
        click.echo(report_words(lang)["marked_copy"].format(path=click.format_filename(target)))


def _counted(reports: Sequence[Report], lang: Lang) -> str:
    codes = [report.exit_code for report in reports]
    return report_words(lang)["checked"].format(
        forms=len(codes),
        clean=codes.count(CLEAN),
        faulty=codes.count(PROBLEMS),
        unreadable=codes.count(UNREADABLE),
    )
