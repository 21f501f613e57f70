"""The HTML around the application: language, title, description, and no inline script.

`{%…%}` are Dash's places; `__…__` are filled for each page by `page_html`.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dash.backends._fastapi import reset_current_request, set_current_request

from dashboard.geometry import geometry_url

if TYPE_CHECKING:
    from dash import Dash
    from fastapi import Request

    from dashboard.i18n import Language
    from dashboard.pages import Page

PLOTLY = "/static/plotly-geo-4.1.1.min.js"

# Dash's own start is an inline script, which the Content-Security-Policy forbids: start.js does
# the same from a file. The comment keeps Dash's check that `{%renderer%}` is there content.
INDEX = """<!DOCTYPE html>
<html lang="__LANGUAGE__">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>__TITLE__</title>
    <meta name="description" content="__DESCRIPTION__">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" type="image/svg+xml" href="/static/icon.svg">
    <script src="/static/theme.js"></script>
    {%css%}
    __HEAD__
  </head>
  <body>
    {%app_entry%}
    <noscript>__NOSCRIPT__</noscript>
    {%config%}
    __PLOTLY__
    {%scripts%}
    <script id="_dash-renderer" src="/static/start.js"></script>
  </body>
</html>
"""


def page_html(app: Dash, request: Request, page: Page | None, words: Language) -> str:
    """The HTML of a page, or of an address that leads nowhere (`page` is None)."""
    name = page.id if page else "not_found"
    plots = bool(page and page.plots)
    values = {
        "__LANGUAGE__": words.code,
        "__TITLE__": escape(words.t("shell.title", page=words.t(f"page.{name}.title"))),
        "__DESCRIPTION__": escape(words.t(f"page.{name}.description")),
        "__NOSCRIPT__": escape(words.t("shell.noscript")),
        "__PLOTLY__": f'<script src="{PLOTLY}"></script>' if plots else "",
        "__HEAD__": (
            f'<link rel="preload" as="script" href="{PLOTLY}">\n    '
            f'<link rel="preload" as="fetch" crossorigin href="{geometry_url()}">'
            if plots
            else ""
        ),
    }
    # Dash sets the request only for the addresses that it knows as its own.
    token = set_current_request(request)
    try:
        html = str(app.index())
    finally:
        reset_current_request(token)
    for place, value in values.items():
        html = html.replace(place, value)
    return html
