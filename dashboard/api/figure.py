"""One figure with its trace: `/api/v1/figure?indicator=…&municipality=…&year=…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from dashboard.address import FOREVER
from dashboard.api.asked import (
    NotAsked,
    language_of,
    read_query,
    refused_param,
    require_version,
)
from dashboard.api.sending import send
from dashboard.language.i18n import CODES
from dashboard.pages.figure.asked import figure_asked
from dashboard.pages.figure.told import MOST_ROWS, figure_told
from dashboard.resources.figures import FIGURES_OF_A_VIEW, ONE_FIGURE
from dashboard.resources.resource import WrongAsked
from dashboard.resources.telling import choices_told, limit_told

if TYPE_CHECKING:
    from fastapi import Request, Response

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.telling import ParamTold

FIGURE = "figure"
MOST = 1_000
"""Rows behind a figure that are told."""

OWN = ("lang", "version")


def figure_params(atlas: Atlas, words: Language) -> dict[str, ParamTold]:
    """What a figure is asked for by."""
    columns = FIGURES_OF_A_VIEW.table.columns
    choices = choices_told(ONE_FIGURE, columns, atlas, words)
    limit = limit_told(MOST, MOST_ROWS, words.t("api.figure.limit"), words)
    return {each.name: each for each in (*choices, limit)}


def figure_answer(request: Request, atlas: Atlas) -> Response:
    """The figure.

    Raises:
        NotAsked: It cannot be asked like that.
        StoreError: The database cannot answer.
    """
    words = language_of(request)
    params = read_query(request, {"lang": CODES})
    named = figure_params(atlas, words)
    for name in params:
        if name not in (*named, *OWN):
            known = (*named, *OWN)
            raise NotAsked("parameter", {"name": name}, parameter=name, known=known)
    choices = {name: value for name, value in params.items() if name not in (*OWN, "limit")}

    def read() -> tuple[str, bytes]:
        require_version(params.get("version", ""), atlas, given="version" in params)
        try:
            most = _limit(params.get("limit", str(MOST_ROWS)))
            told = figure_told(figure_asked(atlas, words, choices), most=most)
        except WrongAsked as wrong:
            raise refused_param(wrong, named) from wrong
        return atlas.store.version, orjson.dumps({"data": told})

    version, body = atlas.settled(read)
    headers = {"Cache-Control": FOREVER if "version" in params else "no-cache"}
    headers["Data-Version"] = version
    return send(request, body, "application/json", headers)


def _limit(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10 and 1 <= int(text) <= MOST:
        return int(text)
    raise WrongAsked("limit", text[:80], f"a whole number from 1 to {MOST}")
