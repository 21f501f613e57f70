"""Reads pages and feeds as a visitor does."""

from __future__ import annotations

import re
from html import unescape


def text(html: str) -> str:
    plain = unescape(re.sub("<[^>]+>", " ", html)).replace("\u00a0", " ").replace("\u202f", " ")
    return " ".join(plain.split())


def items(html: str) -> list[str]:
    return [text(item) for item in re.findall(r"<li><a[^>]*>.*?</a></li>", html, re.DOTALL)]
