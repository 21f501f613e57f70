"""What is said in a frame where there is nothing to show: what there is instead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.frame import html
from dashboard.frame.places import EMBEDS, embed_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash.development.base_component import Component

    from dashboard.frame.page import NoItem
    from dashboard.language.i18n import Language

EXAMPLE = {"strip": "municipality=13", "card": "municipality=13"}
"""Queries of those that are of a municipality."""


def no_embed(words: Language) -> tuple[str, Component]:
    """Title and content where there is no such kind: those there are."""
    kinds = {
        embed_path(kind, words, EXAMPLE.get(kind, "")): words.t(f"embed.kind.{kind}")
        for kind in EMBEDS
    }
    return _page(words.t("embed.none"), words.t("embed.kinds"), kinds)


def no_place(missing: NoItem, kind: str, words: Language, query: str) -> tuple[str, Component]:
    """Title and content where a municipality is not known: the same of those that come near."""
    rest = [pair for pair in parse_qsl(query) if pair[0] != "municipality"]
    near = {
        embed_path(kind, words, urlencode([("municipality", key), *rest])): name
        for key, name in missing.near.items()
    }
    return _page(words.t("embed.none"), missing.said, near)


def _page(title: str, said: str, links: Mapping[str, str]) -> tuple[str, Component]:
    items = [html.Li(html.A(text, href=address)) for address, text in links.items()]
    listed = [html.Ul(items, className="near")] if items else []
    return title, html.Main([html.H1(title), html.P(said), *listed])
