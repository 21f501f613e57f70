"""`savivalda analysis`: the draft of a year's analysis, with all that it is made of."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.analysis.as_docx import DocumentsMissing
from dashboard.analysis.folder import write_analysis
from dashboard.analysis.making import make_analysis
from dashboard.answers import Atlas
from dashboard.cli.failing import or_say
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from dashboard.language.i18n import CODES, language
from data.asking.store import Store
from data.catalog import FIGURES, YEARS


@click.command("analysis")
@click.argument("year", type=click.IntRange(YEARS[0], YEARS[-1]))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="A folder; it is made.",
)
@click.option("--lang", type=click.Choice(CODES), default=CODES[0], show_default=True)
@click.option("--real", is_flag=True, help="Only real figures.")
@click.option("--again", is_flag=True, help="Replace what the folder holds.")
@click.pass_obj
def analysis_command(
    settings: Settings, year: int, *, output: Path, lang: str, real: bool, again: bool
) -> None:
    """Write the draft of a year's analysis: a document, its pictures, tables and programs.

    \b
    savivalda analysis 2025 -o analize/            in Lithuanian
    savivalda analysis 2025 -o analysis/ --lang en
    """  # noqa: D301 - \b keeps lines as they are
    words = language(lang)
    try:
        with or_say(lambda: Store(settings.database)) as store:
            atlas = Atlas(store)
            draft = or_say(lambda: make_analysis(atlas, words, year, FIGURES[real]))
            count = or_say(lambda: write_analysis(draft, output, atlas, words, again=again))
    except DocumentsMissing as missing:
        raise click.ClickException(str(missing)) from missing
    click.echo(f"{output}: {count} files")
