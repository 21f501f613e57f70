"""The HTML around the application: language, title, description, and no inline script.

`{%…%}` are Dash's places; `__…__` are filled for each page by `page_html`.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from dash.backends._fastapi import reset_current_request, set_current_request

from dashboard.charts.geometry import geometry_url

if TYPE_CHECKING:
    from dash import Dash
    from fastapi import Request

    from dashboard.language.i18n import Language
    from dashboard.pages import Page

STATIC = Path(__file__).parent / "static"
PLOTLY = "plotly-geo-4.1.1.min.js"

UNUSED = re.compile(r'<script src="[^"]*/dash_table/[^"]*"></script>\n?')
"""The script of Dash's table component, which Dash adds to every page."""

LOADING = "Loading..."
"""What Dash shows until its scripts run."""

# Dash's own start is an inline script, which the Content-Security-Policy forbids: start.js does
# the same from a file.
INDEX = """<!DOCTYPE html>
<html lang="__LANGUAGE__">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>__TITLE__</title>
    <meta name="description" content="__DESCRIPTION__">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" type="image/svg+xml" href="__ICON__">
    <script src="__STATIC:theme.js__"></script>
    {%css%}
    __HEAD__
  </head>
  <body>
    {%app_entry%}
    <noscript>__NOSCRIPT__</noscript>
    {%config%}
    __PLOTLY__
    {%scripts%}
    <script id="_dash-renderer" src="__STATIC:start.js__"></script>
  </body>
</html>
"""


@cache
def icon() -> str:
    """The icon within the page: browsers fetch a linked one again whenever the address changes."""
    return f"data:image/svg+xml;base64,{b64encode((STATIC / 'icon.svg').read_bytes()).decode()}"


@cache
def static_url(name: str) -> str:
    """The address of a file in static/, with a mark of its content, so that it may be kept."""
    return f"/static/{name}?m={sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def page_html(
    app: Dash, request: Request, page: Page | None, words: Language, title: str = ""
) -> str:
    """The HTML of a page, or of an address that leads nowhere (`page` is None).

    Args:
        app: The application.
        request: What was asked for.
        page: The page.
        words: Its language.
        title: Of the item at the address, where it is one of the page's items.
    """
    name = page.id if page else "not_found"
    plots = bool(page and page.plots)
    values = {
        "__LANGUAGE__": words.code,
        "__TITLE__": escape(words.t("shell.title", page=title or words.t(f"page.{name}.title"))),
        "__DESCRIPTION__": escape(words.t(f"page.{name}.description")),
        "__NOSCRIPT__": escape(words.t("shell.noscript")),
        "__ICON__": icon(),
        "__PLOTLY__": f'<script src="{static_url(PLOTLY)}"></script>' if plots else "",
        "__HEAD__": (
            f'<link rel="preload" as="script" href="{static_url(PLOTLY)}">\n    '
            f'<link rel="preload" as="fetch" crossorigin href="{geometry_url()}">'
            if plots
            else ""
        ),
    } | {f"__STATIC:{name}__": static_url(name) for name in ("theme.js", "start.js")}
    # Dash sets the request only for the addresses that it knows as its own.
    token = set_current_request(request)
    try:
        html = UNUSED.sub("", str(app.index())).replace(LOADING, escape(words.t("shell.loading")))
    finally:
        reset_current_request(token)
    for place, value in values.items():
        html = html.replace(place, value)
    return html
