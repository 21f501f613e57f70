"""Where the page of the map is, for whoever goes there in a test."""

from __future__ import annotations

from dashboard.frame.places import map_path
from dashboard.language.i18n import language

LT_MAP, EN_MAP = map_path(language("lt")), map_path(language("en"))
