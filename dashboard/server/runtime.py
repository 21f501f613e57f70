"""What a page with callbacks or plotly.js loads after it has been painted.

The page itself needs none of it to be read: `later.js` fetches it when the first paint is done.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import orjson
from markupsafe import Markup

from dashboard.frame.rendering import data_block
from dashboard.server.document import static_url

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.frame.page import Page

PLOTLY = "plotly-geo-4.1.1.min.js"

UNUSED = re.compile("/deps/polyfill|/dash_table/|/dcc/")
"""Scripts that Dash adds to every page and no page here uses."""

OWN = ("end_id", "python_version")
"""Of Dash's configuration: what only one process knows again, for long callbacks, which there are
none of; and what is nobody's business."""

ROOT = Markup('<div id="react-entry-point" hidden></div>')
"""Where Dash puts its own components: they carry what callbacks say, and show nothing."""


def runtime(page: Page, app: Dash, base: str) -> list[Markup]:
    """What stands at the end of a page's body for its scripts; nothing where it needs none."""
    if not page.plots and not page.register:
        return []
    later = {
        "plotly": f"{base}{static_url(PLOTLY)}" if page.plots else None,
        "dash": _dash_scripts(app) if page.register else [],
    }
    blocks = [data_block("later", orjson.dumps(later))]
    if page.register:
        blocks += [ROOT, _dash_config(app)]
    return blocks


@lru_cache(maxsize=4)
def _dash_config(app: Dash) -> Markup:
    """What Dash's front end is told, as every server of the atlas tells it.

    Left out are components without children of their own, of which Dash names those that were made
    until now, and `OWN`.
    """
    config = app._config()  # noqa: SLF001 - Dash has no other name for it
    config = {name: value for name, value in config.items() if name not in OWN}
    config["children_props"] = {
        package: {name: props for name, props in components.items() if props}
        for package, components in config["children_props"].items()
    }
    return data_block("_dash-config", orjson.dumps(config))


@lru_cache(maxsize=4)
def _dash_scripts(app: Dash) -> list[str]:
    """Addresses of the scripts of Dash's front end, in order."""
    tags = app._generate_scripts_html()  # noqa: SLF001
    found = re.findall(r'src="([^"]+)"', tags)
    return [address for address in found if not UNUSED.search(address)]
