"""What comes in: `savivalda accept` takes filled-in forms."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from dashboard.cli.check import forms_in, known_to, with_progress
from dashboard.cli.failing import or_say
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from dashboard.language.i18n import language
from data.forms.archive.acceptance import accept
from data.forms.checking.batch import check_many
from data.forms.checking.gathering import gather
from data.forms.checking.mapping import read_map
from data.forms.checking.problems import report_words
from data.forms.checking.report import PROBLEMS
from data.forms.checking.texts import to_text
from data.forms.values.identifiers import masked
from data.forms.values.spelling import visible
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.language.i18n import Language
    from data.catalog import Lang
    from data.forms.archive.judging import Acceptance, Wish
    from data.forms.checking.report import Report

_PATH = click.Path(path_type=Path)
lang_option = click.option(
    "--lang", type=click.Choice(["lt", "en"]), default="lt", help="Of the words."
)


@click.command("accept")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=_PATH)
@click.option(
    "--map",
    "column_map",
    type=_PATH,
    help="CSV with columns sheet, heading, column: what the files call the form's columns.",
)
@click.option(
    "--confirm",
    type=click.Choice(["size"]),
    multiple=True,
    help="Take what was refused for its size: you made sure that the amounts are euros.",
)
@click.option("--again", is_flag=True, help="Take forms that later ones superseded: they count.")
@lang_option
@click.pass_obj
def accept_command(
    settings: Settings,
    paths: tuple[Path, ...],
    *,
    column_map: Path | None,
    confirm: tuple[Literal["size"], ...],
    again: bool,
    lang: Lang,
) -> None:
    """Take filled-in forms without errors into the archive.

    Forms are checked as `savivalda check` does, kept in DATA_DIR/forms, each whole or not at all,
    and noted in its log. A form of the same municipality and year supersedes the former one, which
    is kept too. Of several different ones at once none is taken: name the file that counts. The
    atlas shows them after the next `savivalda build`.

    Exit code 0: all are in, 1: one was refused, 2: one cannot be read.
    """
    forms, words = forms_in(paths, lang), language(lang)
    copies = gather(paths).copies
    mapped = or_say(lambda: read_map(column_map)) if column_map else None
    wishes: set[Wish] = {*confirm}
    if again:
        wishes.add("superseded")

    def check(files: Sequence[Path]) -> Iterable[Report]:
        context = known_to(settings)
        checked = check_many(files, context=context, column_map=mapped)
        return with_progress(checked, len(files), report_words(lang)["progress"])

    done = or_say(
        lambda: accept(forms, settings.data_dir, check=check, wishes=wishes, copies=copies)
    )
    for copy in copies:
        click.echo(words.t("accept.copy", file=_path(copy)))
    for each in done:
        click.echo(_accepted(each, words))
        if each.report.problems and each.reason not in {"several", "superseded"}:
            click.echo(to_text(each.report, lang))
    counts = Counter(each.result for each in done)
    numbers = {result: counts[result] for result in ("accepted", "unchanged", "refused")}
    click.echo(words.t("accept.summary", **numbers), err=True)
    raise SystemExit(
        max(each.report.exit_code or (PROBLEMS if each.reason else 0) for each in done)
    )


def _accepted(done: Acceptance, words: Language) -> str:
    """What became of a form, in a line."""
    file = _path(done.path)
    told = {"file": file}
    if done.reason:
        said = [words.t("accept.refused", file=file)]
        if done.reason != "problems":
            told["others"] = ", ".join(map(_path, done.others))
            said.append(words.t(f"accept.{done.reason}", **told))
        return " ".join(said)
    place = words.name(find_municipality(done.entry.municipality), "full")
    whose = {"file": file, "municipality": place, "year": done.entry.year}
    if done.result == "unchanged":
        return words.t("accept.unchanged", **whose)
    said = [words.t("accept.accepted", **whose)]
    if done.superseded:
        said.append(words.t("accept.superseding"))
    if done.waits:
        said.append(words.t("accept.waits"))
    return " ".join(said)


def _path(path: Path) -> str:
    """A file's place as it may be shown, whole, so that it can be copied into a command."""
    return visible(masked(str(path)))
