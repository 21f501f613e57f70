"""The picture of exactly a view, for those who show a link to it: `/share/<lt|en>/<page>.png`."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from anyio import CapacityLimiter, to_thread
from fastapi import HTTPException, Request, Response

from dashboard.address import FOREVER, LONGEST_QUERY, READ
from dashboard.charts.card import SharePicture, draw_card
from dashboard.charts.picture import Caption
from dashboard.charts.png import png
from dashboard.frame.icon import ICON
from dashboard.frame.page import NoItem
from dashboard.frame.places import SHARED_VERSION
from dashboard.language.i18n import CODES, language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from fastapi import FastAPI

    from dashboard.answers import Atlas
    from dashboard.frame.page import Content, Page
    from dashboard.language.i18n import Language

    SharedView: TypeAlias = tuple[Page, Language, str, str]

LOG = logging.getLogger(__name__)
BRAND = "Savivalda"
PNG = "image/png"

LONGEST = 4 * LONGEST_QUERY
"""Of a query: a deck's is the longest."""

MOST_WAITING = 32
"""Pictures that wait to be drawn; who comes then is told to come again."""

MOST, MOST_BYTES = 64, 12_000_000
"""Pictures kept by a worker, the least lately asked for go first; one has about 70 kB."""

AT_ONCE = 1
"""Pictures drawn at the same time: whoever asks for many takes no other thread from the pages."""


class SharedPictures:
    """Pictures of views, each drawn once for the present data and all who ask for it."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.kept: OrderedDict[tuple[str, ...], bytes] = OrderedDict()
        self.coming: dict[tuple[str, ...], asyncio.Task[bytes]] = {}
        self.limiter: CapacityLimiter | None = None

    async def of(self, view: SharedView) -> bytes:
        """The picture of a view as a PNG.

        Raises:
            NoItem: There is no such view.
            HTTPException: Too many wait.
        """
        page, words, key, query = view
        name = (self.atlas.store.version, page.id, words.code, key, query)
        if name in self.kept:
            self.kept.move_to_end(name)
            return self.kept[name]
        if name not in self.coming:
            if len(self.coming) >= MOST_WAITING:
                raise HTTPException(503, headers={"Retry-After": "5"})
            task = asyncio.ensure_future(self._drawn(view))
            self.coming[name] = task
            task.add_done_callback(lambda done: self._came(name, done))
        return await asyncio.shield(self.coming[name])

    async def _drawn(self, view: SharedView) -> bytes:
        self.limiter = self.limiter or CapacityLimiter(AT_ONCE)
        return await to_thread.run_sync(share_png, self.atlas, *view, limiter=self.limiter)

    def _came(self, name: tuple[str, ...], done: asyncio.Task[bytes]) -> None:
        del self.coming[name]
        if done.cancelled() or done.exception() or name[0] != self.atlas.store.version:
            return
        self.kept[name] = done.result()
        while len(self.kept) > MOST or sum(map(len, self.kept.values())) > MOST_BYTES:
            self.kept.popitem(last=False)


def share_png(atlas: Atlas, page: Page, words: Language, key: str, query: str) -> bytes:
    """The picture of a view, drawn anew.

    Raises:
        NoItem: There is no such view.
    """
    return png(share_svg(atlas, page, words, key, query))


def share_svg(atlas: Atlas, page: Page, words: Language, key: str, query: str) -> str:
    """The same as an svg."""
    shown = _pictured(atlas, page, words, _key(atlas, page, words, key), query)
    version, built = atlas.store.version, words.date(atlas.store.built_at)
    dated = words.t("share.data", version=version, date=built)
    # The version stands there, and is never cut.
    _, _, end = words.t("source.line", sources="\0", version=version).partition("\0")
    source = shown.caption.source.replace(end, ".")
    shown = replace(shown, caption=replace(shown.caption, source=source))
    return draw_card(shown, brand=BRAND, sign=ICON.read_text("utf-8"), dated=dated)


def _pictured(atlas: Atlas, page: Page, words: Language, key: str, query: str) -> SharePicture:
    """What the page gives; where it gives none, the words that stand in its head."""
    found = page.picture(atlas, words, query, key) if page.picture else None
    if found:
        return found
    content: Content = (
        page.items.layout(atlas, words, query, key)
        if page.items and key
        else page.layout(atlas, words, query)
    )
    if content.status != 200:
        raise NoItem(content.title)
    return SharePicture(Caption(content.title, content.sentence))


def add_share_routes(server: FastAPI, atlas: Atlas, pages: Iterable[Page]) -> None:
    """Adds the addresses of the pictures."""
    pictures, known = SharedPictures(atlas), {page.id: page for page in pages}

    @server.api_route("/share/{code}/{name:path}.png", methods=READ)
    async def share(request: Request, code: str, name: str) -> Response:
        page_id, _, key = name.partition("/")
        asked = parse_qsl(request.url.query[:LONGEST], keep_blank_values=True)
        if code not in CODES or page_id not in known or len(request.url.query) > LONGEST:
            raise HTTPException(404)
        version = dict(asked).get(SHARED_VERSION, "")
        named = bool(version) and atlas.store.has(version)
        query = urlencode([pair for pair in asked if pair[0] != SHARED_VERSION])
        try:
            body = await pictures.of((known[page_id], language(code), key, query))
        except HTTPException:
            raise
        except NoItem as missing:
            raise HTTPException(404) from missing
        except Exception as error:  # whoever shows a link shows it without a picture
            LOG.exception("no picture for %r", request.url.path)
            raise HTTPException(404) from error
        # Asked again once it is drawn: it may be of a build that was published meanwhile.
        return _answer(request, body, named=named and atlas.store.version == version)


def _key(atlas: Atlas, page: Page, words: Language, key: str) -> str:
    """The key of an item as its address has it.

    Raises:
        NoItem: It is none's.
    """
    if not key:
        return ""
    found = page.items.key_in(key, words) if page.items else key
    if page.items is None or found not in page.items.titles(atlas, words):
        raise NoItem(key)
    return found


def _answer(request: Request, body: bytes, *, named: bool) -> Response:
    tag = f'"{sha256(body).hexdigest()[:16]}"'
    headers = {"ETag": tag, "Cache-Control": FOREVER if named else "no-cache"}
    known = request.headers.get("if-none-match", "")
    if tag in {each.strip().removeprefix("W/") for each in known.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=PNG, headers=headers)
