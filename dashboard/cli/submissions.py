"""`savivalda submissions`: who sent what, who was not asked, who did not answer."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import click

from dashboard.cli.failing import or_say
from dashboard.cli.incoming import lang_option
from dashboard.config import Settings  # noqa: TC001 - click hands it over
from dashboard.language.i18n import language
from data.forms.archive.submissions import SETTABLE, set_state, submissions
from data.forms.definition.codes import code_list
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.catalog import Lang
    from data.forms.archive.accepted import Submission

FORGET = "forget"


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
@lang_option
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
    known = or_say(lambda: submissions(settings.data_dir, *([year] if year else [])))
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
