"""The list of recipients to take away, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.downloads.choices import read_file_choice
from dashboard.downloads.table import KINDS, table_file
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import RECIPIENT_SLUGS
from dashboard.pages.recipients.telling import cut_names, sentence_of, title_of
from dashboard.pages.recipients.view import places, sources_of
from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component
    from fastapi import Response

    from dashboard.pages.recipients.view import RecipientsView

MOST_ROWS = 20_000
"""Rows of a file; the whole of what is larger is in the data set."""


def table_downloads(view: RecipientsView) -> Component:
    """Links to the list as a table."""
    words, start = view.words, f"/download/{view.words.code}/recipients"
    query = f"?{view.query}" if view.query else ""
    links = [
        html.A(
            kind.upper(),
            href=f"{start}.{kind}{query}",
            download=True,
            **aria(label=words.t("recipients.download", kind=kind.upper())),
        )
        for kind in KINDS
    ]
    limit = words.t("recipients.limit", most=words.number(MOST_ROWS))
    said = [html.Span(limit)] if view.found > MOST_ROWS else []
    return html.Div([*links, *said], className="downloads")


def table_of(kind: str, query: str, view: RecipientsView) -> Response:
    """What is found as CSV or XLSX, in the order of the list, `MOST_ROWS` at most.

    Raises:
        HTTPException: The query asks for a choice that there is not.
    """
    choice, words = read_file_choice(query), view.words
    rows = view.rows(most=MOST_ROWS)
    table = _plain(rows, view) if choice.plain else _readable(rows, view)
    said = [title_of(view) + ".", sentence_of(view), cut_names(view)]
    if view.found > MOST_ROWS:
        said.append(words.t("recipients.limit", most=words.number(MOST_ROWS)))
    about = {
        words.t("file.sentence"): " ".join(filter(None, said)),
        words.t("file.source"): view.source,
        words.t("file.licence"): LICENCE,
        words.t("file.version"): view.atlas.store.version,
    }
    asked = view.state.asked
    narrowed = [str(getattr(asked, name)) for name in asked.chosen if name != "name"]
    name = "-".join(["savivalda", RECIPIENT_SLUGS[words.code], *narrowed, *choice.named])
    return table_file(kind, name, table, about, words, choice.dialect)


def _plain(rows: pd.DataFrame, view: RecipientsView) -> pd.DataFrame:
    """For programs: lasting English names of columns, codes, sources in each row."""
    asked, dates = view.state.asked, view.atlas.sources().set_index("source")["retrieved"]
    ids = ["demo"] if view.demo else sources_of(view.atlas, asked.municipality, asked.year)
    columns = ["code", "name", "kind", "legal_form", "municipality", "paid", "awarded"]
    return rows[[*columns, "last_year", "provisional"]].assign(
        demo=view.demo,
        source=" ".join(ids),
        retrieved=" ".join(f"{dates[each]:%Y-%m-%d}" for each in ids if each in dates.index),
        licence=LICENCE,
        data_version=view.atlas.store.version,
    )


def _readable(rows: pd.DataFrame, view: RecipientsView) -> pd.DataFrame:
    """For people: headings, names and kinds in the language."""
    words = view.words
    homes = {code: words.name(place, "full") for code, place in places().items()}
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    said = {
        "code": rows["code"],
        "name": rows["name"],
        "kind": rows["kind"].map(view.labels("kind")),
        "legal_form": rows["legal_form"].map(view.labels("legal_form")),
        "home": rows["municipality"].map(homes),
        "paid": rows["paid"],
        "awarded": rows["awarded"],
        "last": rows["last_year"],
        "provisional": rows["provisional"].map(yes),
    }
    table = rows[[]].assign(**said)
    table["data"] = words.t("demo.badge" if view.demo else "real.badge")
    named = {name: words.t(f"recipients.column.{name}") for name in said if name != "provisional"}
    others = {name: words.t(f"file.column.{name}") for name in ("provisional", "data")}
    return table.rename(columns=named | others)
