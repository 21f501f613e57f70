"""The page of the municipalities: all 60 by county, and each by itself."""

from __future__ import annotations

from dashboard.frame.finding import find_key, findables, titles
from dashboard.frame.page import Items, Page
from dashboard.frame.places import PLACE_SLUGS
from dashboard.pages.municipality import item
from dashboard.pages.municipality.index import layout
from dashboard.pages.municipality.routes import add_routes
from dashboard.pages.municipality.shared import shared

PAGE = Page(
    "municipality",
    PLACE_SLUGS,
    2,
    layout,
    routes=add_routes,
    items=Items(titles, item.layout, find_key),
    finds=findables,
    picture=shared,
)
