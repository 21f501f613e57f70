"""Answers an address with its page: the whole content in its frame, in the first answer."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fastapi.responses import HTMLResponse, RedirectResponse
from markupsafe import escape

from dashboard.frame.not_found import failed, no_item, not_found
from dashboard.frame.places import share_picture_path
from dashboard.frame.rendering import render
from dashboard.frame.shell import language_link, share_link, shell
from dashboard.frame.site import SITE, site_of
from dashboard.language.i18n import CODES, code_of, language
from dashboard.server.busy import busy_page
from dashboard.server.document import document
from dashboard.server.headers import error_page
from dashboard.server.packed import PackedPage
from dashboard.server.runtime import runtime
from data.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash import Dash
    from fastapi import Request, Response

    from dashboard.answers import Atlas
    from dashboard.frame.page import Content, NoItem, Page
    from dashboard.language.i18n import Language

LOG = logging.getLogger(__name__)
SHARE = "share"
"""Id of the page about sharing, which is not shared itself."""

NOWHERE = "nowhere"
"""Name of the folder of assets of pages that have none of their own."""


@dataclass(frozen=True)
class Documents:
    """The pages of an application as HTML.

    Attributes:
        app: Whose runtime the pages with callbacks load.
        atlas: The data.
        pages: All of them, in the order of the navigation.
        base: Path below which the atlas stands; empty, or without a slash at its end.
    """

    app: Dash
    atlas: Atlas
    pages: tuple[Page, ...]
    base: str

    def rehearse(self) -> None:
        """Makes what stands wherever something fails, in every language: here it may not fail.

        Raises:
            WrongText: A word of the frame is missing or has places for which there is no value.
        """
        for code in CODES:
            words = language(code)
            failures = (failed(words, without_data=data) for data in (False, True))
            for content in (not_found(words), *failures):
                self._document("", None, words, "", content)
            error_page(words.path("/"), self.base)
            busy_page(code, 0, {}, self.base)

    def answer(self, request: Request, page: Page, words: Language, key: str = "") -> Response:
        """A page, or an item of it by its key in the language."""
        query = request.url.query

        def written() -> Content:
            if page.items and key:
                content = page.items.layout(self.atlas, words, query, key)
            else:
                content = page.layout(self.atlas, words, query)
            return replace(content, body=render(content.body))

        def make() -> Content:
            if query:
                return written()
            # Where most visitors begin; the day is in it because ages of sources are told.
            today = datetime.now(UTC).date()
            named = (page.id, words.code, key, today)
            kept: PackedPage = self.atlas.once(named, lambda: PackedPage.of(written()))
            return kept.content()

        return self._framed(request, page, words, key, make)

    def nowhere(self, request: Request) -> Response:
        """What is said where there is no page."""
        words = language(code_of(request.url.path))
        return self._framed(request, None, words, "", lambda: not_found(words))

    def without(self, request: Request, page: Page, words: Language, missing: NoItem) -> Response:
        """What is said where a page has no such item."""
        return self._framed(request, None, words, "", lambda: no_item(missing, page, words))

    def _framed(
        self,
        request: Request,
        page: Page | None,
        words: Language,
        key: str,
        make: Callable[[], Content],
    ) -> Response:
        try:
            content = self._content(request, words, make)
            if content.leads_to:
                there, status = f"{self.base}{content.leads_to}", 308 if content.for_good else 303
                return RedirectResponse(there, status, {"Cache-Control": "no-cache"})
            return self._document(site_of(request), page, words, key, content)
        except Exception:  # not even the frame: a page that needs nothing
            LOG.exception("no page at %r", request.url.path)
            return error_page(request.url.path, self.base)

    def _content(self, request: Request, words: Language, make: Callable[[], Content]) -> Content:
        """The content, or what to do where it cannot be made; the log has the trace."""
        try:
            return make()
        except Exception as error:  # the frame stays
            LOG.exception("no content for %r", request.url.path)
            return failed(words, without_data=isinstance(error, StoreError))

    def _document(
        self, site: str, page: Page | None, words: Language, key: str, content: Content
    ) -> HTMLResponse:
        shown = page if content.status == 200 else None
        paths = self._paths(page, key, content.query)
        other = language(CODES[1 - CODES.index(words.code)])
        body = shell(
            content.body,
            page=page,
            pages=self.pages,
            language=words,
            tools=[
                *([share_link(words, paths[words.code])] if shown and shown.id != SHARE else []),
                language_link(other, paths.get(other.code, other.path("/"))),
            ],
            atlas=self.atlas,
        )
        text = document(
            content,
            [*body, *(runtime(shown, self.app, self.base) if shown else ())],
            room=shown.id if shown else NOWHERE,
            words=words,
            addresses={code: f"{site}{path}" for code, path in paths.items()} if shown else {},
            picture=f"{site}{self._picture(shown, words, key, content)}" if shown else "",
            site=site,
        ).replace(SITE, escape(site))
        return HTMLResponse(text, content.status, {"Cache-Control": "no-cache"})

    def _picture(self, page: Page, words: Language, key: str, content: Content) -> str:
        """The address of the picture of exactly this view and data."""
        version = self.atlas.store.version
        return share_picture_path(page.id, words, key, content.query, version=version)

    def _paths(self, page: Page | None, key: str, query: str) -> dict[str, str]:
        """The address in each language, without host; none where there is no page."""
        if page is None:
            return {}
        after = f"?{query}" if query else ""
        return {code: f"{path}{after}" for code, path in page.paths(key).items()}
