"""A page that is kept takes little memory and is the same when it is asked for again."""

from __future__ import annotations

from dataclasses import replace

from dash import html

from dashboard.frame.page import Content
from dashboard.frame.rendering import render
from dashboard.server.packed import PackedPage


def test_what_is_unpacked_is_what_was_packed() -> None:
    body = html.Div([html.P("Šiaulių r. sav., „ąžuolas“ & <b>", id=f"p{n}") for n in range(500)])
    content = Content(body, "Pavadinimas", "Sakinys.", query="year=2024", feeds=(("f", "/f"),))
    packed = PackedPage.of(content)
    assert packed.content() == replace(content, body=render(body))
    assert len(packed.html) < len(str(render(body))) / 10
