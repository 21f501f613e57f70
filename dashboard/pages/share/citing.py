"""A view as a reference in a text: what it is called, of which data and when, by whose licence."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import orjson
from babel.dates import format_date

from dashboard.pages.share.bibtex import bibtex_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.share.looked import Looked

AUTHOR = "Savivalda"
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Reference:
    """What is cited.

    Attributes:
        words: The language.
        title: Of exactly this view; where figures of it are invented, it says so.
        address: The whole address.
        version: Of the data.
        issued: The day on which they were published.
        seen: The day on which somebody looked.
        is_invented: Whether figures of it are invented.
    """

    words: Language
    title: str
    address: str
    version: str
    issued: date
    seen: date
    is_invented: bool

    @property
    def key(self) -> str:
        """A name that is always the same for the same view and data."""
        mark = sha256(f"{self.address}\n{self.version}".encode()).hexdigest()[:8]
        return f"savivalda-{self.issued.year}-{mark}"

    @property
    def note(self) -> str:
        """What no field of other programs is for."""
        said = self.words.t("demo.figures") if self.is_invented else ""
        rest = self.words.t("share.cite.note", version=self.version, licence=LICENCE)
        return f"{said} {rest}".strip()


def title_of(view: Looked) -> str:
    """The title of a view, with the mark of invented figures, which nobody can leave out."""
    title = view.content.title
    return f"{title} [{view.words.t('share.cite.demo')}]" if view.is_invented else title


def reference(view: Looked, atlas: Atlas, site: str, seen: date) -> Reference:
    """A view as it is cited.

    Args:
        view: The view.
        atlas: The data.
        site: Where the atlas stands.
        seen: Today.
    """
    return Reference(
        view.words,
        title_of(view),
        f"{site}{view.place.path}",
        atlas.store.version,
        atlas.store.built_at.date(),
        seen,
        view.is_invented,
    )


def apa(cited: Reference) -> str:
    """In the style of the American Psychological Association."""
    return cited.words.t(
        "share.cite.apa_text",
        author=AUTHOR,
        date=format_date(cited.issued, "yyyy, MMMM d", locale=cited.words.locale),
        title=cited.title,
        version=cited.version,
        licence=LICENCE,
        seen=format_date(
            cited.seen,
            "MMMM d, yyyy" if cited.words.code == "en" else "long",
            locale=cited.words.locale,
        ),
        address=cited.address,
    )


def bibtex(cited: Reference) -> str:
    """As an entry of BibTeX, which biblatex reads too."""
    fields = {
        "author": AUTHOR,
        "title": cited.title,
        "year": str(cited.issued.year),
        "month": str(cited.issued.month),
        "version": cited.version,
        "publisher": AUTHOR,
        "note": cited.note,
        "langid": {"lt": "lithuanian", "en": "english"}[cited.words.code],
        "urldate": cited.seen.isoformat(),
    }
    return bibtex_entry("misc", cited.key, fields, cited.address)


def csl_json(cited: Reference) -> str:
    """As citation programs exchange it: CSL-JSON."""
    item = {
        "id": cited.key,
        "type": "dataset",
        "title": cited.title,
        "author": [{"literal": AUTHOR}],
        "publisher": AUTHOR,
        "issued": _parts(cited.issued),
        "accessed": _parts(cited.seen),
        "version": cited.version,
        "URL": cited.address,
        "language": cited.words.code,
        "note": cited.note,
        "custom": {"license": LICENCE_URL, "demonstration": cited.is_invented},
    }
    return orjson.dumps([item], option=orjson.OPT_INDENT_2).decode()


def _parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


STYLES: Mapping[str, tuple[Callable[[Reference], str], str]] = {
    "txt": (apa, "text/plain; charset=utf-8"),
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "json": (csl_json, "application/vnd.citationstyles.csl+json"),
}
"""By the ending of the file: how it is written, and its media type."""
