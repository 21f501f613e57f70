"""The steward's commands: take in forms and tables, see what came, go back to a former build."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.cli_check import known_to, with_progress
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from dashboard.failing import or_say
from dashboard.i18n import language
from data.forms.acceptance import accept
from data.forms.batch import check_many
from data.forms.codes import code_list
from data.forms.gathering import gather
from data.forms.history import import_table
from data.forms.report import PROBLEMS
from data.forms.submissions import SETTABLE, set_state, submissions
from data.forms.texts import to_text
from data.publish import rollback
from geo.places import find_municipality, municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.i18n import Language
    from data.forms.acceptance import Acceptance
    from data.forms.accepted import Submission
    from data.forms.problems import Lang
    from data.forms.report import Report

FORGET = "forget"
_PATH = click.Path(path_type=Path)
_lang = click.option("--lang", type=click.Choice(["lt", "en"]), default="lt", help="Of the words.")


@click.command("accept")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_PATH)
@_lang
@click.pass_obj
def accept_command(settings: Settings, paths: tuple[Path, ...], *, lang: Lang) -> None:
    """Take filled-in forms without errors into the archive.

    Forms are checked as `savivalda check` does, kept in DATA_DIR/forms, each whole or not at all,
    and noted in its log. A form of the same municipality and year supersedes the former one, which
    is kept too. The atlas shows them after the next `savivalda build`.

    Exit code 0: all are in, 1: one was refused, 2: one cannot be read.
    """
    forms = or_say(lambda: gather(paths)).forms
    if not forms:
        raise click.UsageError(f"no forms in {', '.join(map(str, paths))}")
    words = language(lang)

    def check(files: Sequence[Path]) -> Iterable[Report]:
        context = known_to(settings.database)
        return with_progress(check_many(files, context=context), len(files), words.t("accept.bar"))

    done = or_say(lambda: accept(forms, settings.data_dir, check=check))
    for each in done:
        click.echo(_accepted(each, words))
        if each.reason == "problems":
            click.echo(to_text(each.report, lang))
    counts = Counter(each.result for each in done)
    numbers = {result: counts[result] for result in ("accepted", "unchanged", "refused")}
    click.echo(words.t("accept.summary", **numbers), err=True)
    raise SystemExit(
        max(each.report.exit_code or (PROBLEMS if each.reason else 0) for each in done)
    )


def _accepted(done: Acceptance, words: Language) -> str:
    """What became of a form, in a line."""
    file = done.entry.file
    if done.reason:
        told = {"no_money": "accept.no_money", "demo_codes": "accept.demo_codes"}.get(done.reason)
        return " ".join([words.t("accept.refused", file=file), *([words.t(told)] if told else [])])
    place = words.name(find_municipality(done.entry.municipality), "full")
    whose = {"file": file, "municipality": place, "year": done.entry.year}
    if done.result == "unchanged":
        return words.t("accept.unchanged", **whose)
    said = [words.t("accept.accepted", **whose)]
    if done.entry.warnings:
        said.append(words.t("accept.warnings", n=done.entry.warnings))
    if done.superseded:
        said.append(words.t("accept.superseded"))
    if done.waits:
        said.append(words.t("accept.waits"))
    return " ".join(said)


@click.command("submissions")
@click.argument("year", required=False, type=int)
@click.option(
    "--set",
    "stated",
    type=(click.Choice([*SETTABLE, FORGET]), str, int),
    multiple=True,
    metavar="STATE MUNICIPALITY YEAR",
    help="Write down not_asked or no_answer where no form came, or forget what was written down.",
)
@_lang
@click.pass_obj
def submissions_command(
    settings: Settings, year: int | None, *, stated: tuple[tuple[str, str, int], ...], lang: Lang
) -> None:
    """List what became of each municipality's form.

    Of a YEAR, municipality by municipality; without it, how many of each year.

    \b
    savivalda submissions 2025
    savivalda submissions --set no_answer "Kauno r." 2025

    Where it is written down that nobody was asked or nobody answered, nothing is invented either.
    """  # noqa: D301 - \b keeps lines as they are
    for state, municipality, of_year in stated:
        said = None if state == FORGET else state
        or_say(partial(set_state, settings.data_dir, municipality, of_year, said))
    known = or_say(lambda: submissions(settings.data_dir))
    shown = [each for each in known if each.year == year] if year else known
    if not shown:
        years = sorted({each.year for each in known})
        raise click.UsageError(f"no forms are known of {year}: there are {years[0]}–{years[-1]}")
    click.echo("\n".join(_of_year(shown, lang) if year else _counted(shown, lang)))


def _labels(lang: Lang) -> dict[str, str]:
    """What the states are called."""
    states = code_list("submission_state")
    return {each.code: each.label_lt if lang == "lt" else each.label_en for each in states}


def _of_year(shown: Iterable[Submission], lang: Lang) -> list[str]:
    """A line for each municipality."""
    labels, words = _labels(lang), language(lang)
    names = {place.code: words.name(place, "full") for place in municipalities()}
    return [
        f"{each.municipality}  {names[each.municipality]:34}{labels[each.state]:28}"
        f"{each.received_on or ''}".rstrip()
        for each in shown
    ]


def _counted(shown: Iterable[Submission], lang: Lang) -> list[str]:
    """A line for each year."""
    counts: dict[int, Counter[str]] = {}
    for each in shown:
        counts.setdefault(each.year, Counter())[each.state] += 1
    return [
        f"{year}  "
        + "; ".join(f"{label}: {of[state]}" for state, label in _labels(lang).items() if of[state])
        for year, of in counts.items()
    ]


@click.command("import")
@click.argument("file", type=_PATH)
@click.option(
    "--map",
    "map_csv",
    required=True,
    type=_PATH,
    help="CSV with columns sheet, heading, column, value: what the table calls the form's columns.",
)
@click.option("--over-forms", is_flag=True, help="Supersede forms that municipalities sent, too.")
@_lang
@click.pass_obj
def import_command(
    settings: Settings, file: Path, *, map_csv: Path, over_forms: bool, lang: Lang
) -> None:
    """Take in a historical table through the form's checks.

    It holds all municipalities and many years, with headings of its own, and goes in whole or not
    at all. Municipalities and years that have a form of their own are left alone.

    Exit code 0: it is in, 1: it has errors, 2: it cannot be read.
    """
    context = known_to(settings.database)
    done = or_say(
        lambda: import_table(
            file, map_csv, settings.data_dir, context=context, over_forms=over_forms
        )
    )
    if done.problems:
        click.echo(to_text(done.report, lang))
    if done.report.clean:
        numbers = {"accepted": done.accepted, "unchanged": done.unchanged, "kept": done.kept}
        counts = {name: len(keys) for name, keys in numbers.items()}
        click.echo(language(lang).t("import.done", file=done.report.name, rows=done.rows, **counts))
    raise SystemExit(done.report.exit_code)


@click.command("rollback")
@click.option("--steps", type=click.IntRange(min=1), default=1, show_default=True, help="How many.")
@click.pass_obj
def rollback_command(settings: Settings, *, steps: int) -> None:
    """Publish a former build again, in one step.

    Running servers show it within seconds. The last five builds are kept; what was published after
    the one that is put back is given up.
    """
    done = or_say(lambda: rollback(settings.database, steps))
    click.echo(
        f"published {settings.database} again: data version {done.version}, built "
        f"{done.built_at:%Y-%m-%d %H:%M} UTC; former builds kept: {done.left}"
    )
