"""`savivalda import`: historical and published tables, through a map of columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from dashboard.cli.check import known_to
from dashboard.cli.failing import or_say
from dashboard.cli.import_told import told, told_short
from dashboard.cli.incoming import lang_option
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from dashboard.language.i18n import language
from data.forms.checking.texts import in_json, to_html, to_text
from data.forms.history import Wishes, import_table

if TYPE_CHECKING:
    from data.catalog import Lang
    from data.forms.history import Imported

ProblemFormat = Literal["text", "json", "html"]
_PATH = click.Path(path_type=Path)


@click.command("import")
@click.argument("file", type=_PATH)
@click.option(
    "--map",
    "map_csv",
    required=True,
    type=_PATH,
    help="CSV with columns sheet, heading, column, value, rules: what the table calls the form's "
    "columns.",
)
@click.option("--dry-run", is_flag=True, help="Say what would come in; take and write nothing.")
@click.option(
    "--left-out", type=_PATH, metavar="FILE", help="Write the rows that the map leaves out (CSV)."
)
@click.option("--overwrite", is_flag=True, help="Replace the file of rows left out.")
@click.option(
    "--leave-forms", "forms", flag_value="leave", help="Leave years with a form of their own out."
)
@click.option(
    "--over-forms", "forms", flag_value="over", help="Supersede forms that municipalities sent."
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    help="Of the problems: text; JSON, one by one; or one HTML page.",
)
@lang_option
@click.pass_obj
def import_command(  # noqa: PLR0913 - click gives each option by its name
    settings: Settings,
    file: Path,
    *,
    map_csv: Path,
    dry_run: bool,
    left_out: Path | None,
    overwrite: bool,
    forms: Literal["leave", "over"] | None,
    kind: ProblemFormat,
    lang: Lang,
) -> None:
    """Take in a historical table through the form's checks.

    It holds municipalities and years in rows, with headings of its own, and goes in whole or not
    at all. A table that would mix with a form which a municipality sent for the same year is
    refused; say what to do with --leave-forms or --over-forms.

    Exit code 0: it is in, 1: it has errors or would mix, 2: it cannot be read.
    """
    wishes = Wishes(forms or "refuse", dry_run, left_out, overwrite)
    context = known_to(settings)
    done = or_say(
        lambda: import_table(file, map_csv, settings.data_dir, context=context, wishes=wishes)
    )
    _say(done, kind, lang)
    raise SystemExit(done.exit_code)


def _say(done: Imported, kind: ProblemFormat, lang: Lang) -> None:
    """Tell the problems in the wished format, then what became of the table, for people."""
    if kind == "json":
        for piece in in_json(done.report, lang):
            click.echo(piece, nl=False)
        click.echo()
    elif kind == "html":
        click.echo(to_html(done.report, lang))
    elif done.problems:
        click.echo(to_text(done.report, lang))
    if done.report.clean:
        words = language(lang)
        lines = told(done, words) if done.dry_run else told_short(done, words)
        click.echo("\n".join(lines), err=kind != "text")
