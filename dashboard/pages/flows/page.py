"""The page of flows: all 60 municipalities, and where the money of each went in a year."""

from __future__ import annotations

from dashboard.frame.finding import find_key, titles
from dashboard.frame.page import Items, Page
from dashboard.frame.places import FLOW_SLUGS
from dashboard.pages.flows import item
from dashboard.pages.flows.index import layout
from dashboard.pages.flows.routes import add_routes
from dashboard.pages.flows.shared import shared

PAGE = Page(
    "flows",
    FLOW_SLUGS,
    11,
    layout,
    routes=add_routes,
    items=Items(titles, item.layout, find_key),
    listed=False,
    picture=shared,
)
