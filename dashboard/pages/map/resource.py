"""A view as a resource: one address, the same bytes for all who ask, for as long as its data last.

`/api/v1/views/<data version>/<indicator>?lang=…&unit=…&area=…&classes=…&limits=…&figures=…`
answers with the payload of `dashboard.pages.map.payload` as JSON and may be kept for ever. Any
other way to ask for a view, such as one without the version, with a former one or with defaults
left out, is redirected to it; a former one that is still remembered is answered as it was.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from fastapi import Request, Response

from dashboard.address import FOREVER, READ, VIEWS
from dashboard.frame.problem import told
from dashboard.indicators.classes import LIMITS, METHODS
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import CODES, language
from dashboard.pages.map.payload import view_bytes
from data.catalog import ALL_AREAS, FIGURES, INDICATORS
from data.errors import near, suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


LONGEST_TOLD = 80


class NoView(ValueError):
    """There is no such view; says what of it is unknown, and what there is.

    Attributes:
        name: what is unknown.
        value: what it was.
        known: what there is.
    """

    def __init__(self, name: str, value: str, known: Sequence[str]):
        self.name, self.value, self.known = name, value, tuple(known)
        super().__init__(f"unknown {name} {value!r}{suggestion(value, self.known)}")


def view_address(view: ViewRequest, version: str, words: Language) -> str:
    """The one address of a view in a language."""
    asked = {"lang": words.code, **vars(view)}
    del asked["indicator"]
    return f"{VIEWS}/{version}/{view.indicator}?{urlencode(asked)}"


def add_views(server: FastAPI, atlas: Atlas) -> None:
    """Adds the addresses of views."""

    @server.api_route(f"{VIEWS}/{{indicator}}", methods=READ)
    @server.api_route(f"{VIEWS}/{{version}}/{{indicator}}", methods=READ)
    def view_resource(request: Request, indicator: str, version: str = "") -> Response:
        asked = dict(parse_qsl(request.url.query))
        try:
            view, words = read_view(indicator, asked, atlas.areas)
        except NoView as error:
            return _problem(error, request, language(asked.get("lang", CODES[0])))
        asked_for = f"{VIEWS}/{version}/{indicator}?{request.url.query}"
        there = atlas.store.has(version) and asked_for == view_address(view, version, words)
        body = view_bytes(view, atlas, words) if there else b""
        # Asked again once the body is there: it may be of a build that was published meanwhile.
        if not there or atlas.store.version != version:
            address = view_address(view, atlas.store.version, words)
            base = request.scope.get("base", "")
            headers = {"Location": f"{base}{address}", "Cache-Control": "no-cache"}
            return Response(status_code=307, headers=headers)
        tag = blake2b(body, digest_size=12).hexdigest()
        headers = {"ETag": f'"{tag}"', "Cache-Control": FOREVER}
        return Response(body, media_type="application/json", headers=headers)


def read_view(
    indicator: str, asked: Mapping[str, str], areas: Sequence[str]
) -> tuple[ViewRequest, Language]:
    """The view and the language that an address asks for, what it leaves out being usual.

    Args:
        indicator: Its id.
        asked: `lang`, `unit`, `area`, `classes`, `limits` and `figures`, as far as given.
        areas: Codes of the policy areas that there are.

    Raises:
        NoView: A value is unknown.
    """
    found = INDICATORS.get(indicator)
    if found is None:
        raise NoView("indicator", indicator, list(INDICATORS))
    known = {
        "lang": CODES,
        "unit": found.units,
        "area": (ALL_AREAS, *areas) if found.by_area else (ALL_AREAS,),
        "classes": METHODS,
        "limits": LIMITS,
        "figures": FIGURES,
    }
    chosen = {name: asked.get(name, values[0]) for name, values in known.items()}
    for name, value in chosen.items():
        if value not in known[name]:
            raise NoView(name, value, known[name])
    words = language(chosen.pop("lang"))
    return ViewRequest(indicator, **chosen), words


def _problem(error: NoView, request: Request, words: Language) -> Response:
    known, value = error.known, error.value[:LONGEST_TOLD]
    return told(
        "choice",
        request,
        words,
        headers={"Cache-Control": "no-cache"},
        said={"name": error.name, "value": value, "expected": ", ".join(known)},
        parameter=error.name,
        value=value,
        known=known,
        near=near(error.value, known),
    )
