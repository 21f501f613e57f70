"""Examples to copy; the tests run each of them against the atlas."""

from __future__ import annotations

from dataclasses import dataclass

HERE = "http://127.0.0.1:8050"
"""Stands for the address of the atlas until a script puts the visitor's own in its place."""


@dataclass(frozen=True)
class ApiExample:
    """One example.

    Attributes:
        id: what it shows: `api.example.<id>`.
        kind: in what it is written.
        text: of it, with `{here}` for the address of the atlas and `{lang}` for the language.
    """

    id: str
    kind: str
    text: str


EXAMPLES = (
    ApiExample("list", "curl", "curl '{here}/api/v1?lang={lang}'"),
    ApiExample(
        "filter",
        "curl",
        "curl '{here}/api/v1/figures?indicator=ngo_competition_share"
        "&municipality=13,53&year_from=2022&lang={lang}'",
    ),
    ApiExample(
        "figure",
        "curl",
        "curl '{here}/api/v1/figure?indicator=total&municipality=13&year=2020&lang={lang}'",
    ),
    ApiExample(
        "frame",
        "Python",
        "import pandas as pd\n\n"
        'atlas = "{here}"\n'
        "figures = pd.read_csv(\n"
        '    f"{{atlas}}/api/v1/figures?indicator=total&limit=10000&format=csv&lang={lang}",\n'
        '    dtype={{"municipality": str}},\n'
        ")\n"
        'print(figures.groupby(["demo", "year"])["value"].median())',
    ),
    ApiExample(
        "pages",
        "Python",
        "import json\n"
        "from urllib.request import urlopen\n\n"
        'page = "{here}/api/v1/competitions?municipality=53&limit=20&lang={lang}"\n'
        "found = []\n"
        "while page:\n"
        "    answer = json.load(urlopen(page))\n"
        '    found += answer["data"]\n'
        '    page = answer["next"]\n'
        'print(len(found), answer["meta"]["source"])',
    ),
    ApiExample(
        "frame_r",
        "R",
        'atlas <- "{here}"\n'
        "figures <- read.csv(\n"
        '  paste0(atlas, "/api/v1/figures?indicator=total&limit=10000&format=csv&lang={lang}"),\n'
        '  colClasses = c(municipality = "character"), encoding = "UTF-8"\n'
        ")\n"
        "aggregate(value ~ demo + year, figures, median)",
    ),
)


def written(example: ApiExample, code: str, here: str = HERE) -> str:
    """The text of an example in a language."""
    return example.text.format(here=here, lang=code)
