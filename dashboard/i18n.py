"""One language of the atlas: its words, plural forms, numbers and dates.

Words live in the two gettext catalogues (`locale/<code>/LC_MESSAGES/messages.po`), read as they
are, so that there is nothing to compile. Numbers and dates follow CLDR through Babel.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import NumberPattern, parse_pattern

if TYPE_CHECKING:
    from datetime import date

CODES = ("lt", "en")
"""The languages, the first one without a prefix in its addresses."""

LOCALES = Path(__file__).parent / "locale"
LOCATIVE = {"savivaldybė": "savivaldybėje"}


class MissingText(KeyError):
    """A text is asked for that the catalogue does not hold."""


@dataclass(frozen=True)
class Language:
    """Words and forms of one language.

    Attributes:
        code: `lt` or `en`.
        locale: CLDR locale; English follows the European forms (en-IE: € before, comma groups).
    """

    code: str
    locale: Locale
    texts: gettext.GNUTranslations = field(repr=False)

    def t(self, key: str, /, **values: Any) -> str:
        """The text of a key, with `{name}` places filled in.

        Raises:
            MissingText: The catalogue has no such key.
        """
        text = self.texts.gettext(key)
        if text == key:
            raise MissingText(f"no text {key!r} in the catalogue {self.code!r}")
        return text.format(**values) if values else text

    def n(self, key: str, number: int, /, **values: Any) -> str:
        """The text of a key in the plural form of `number`, which fills `{n}`."""
        text = self.texts.ngettext(key, f"{key}#", number)
        if text in {key, f"{key}#"}:
            raise MissingText(f"no plural {key!r} in the catalogue {self.code!r}")
        return text.format(n=self.number(number), **values)

    def number(self, value: float, decimals: int = 0, *, sign: bool = False) -> str:
        """A number with this language's separators, e.g. `1 234,5`; `sign` shows a plus too."""
        text = str(_pattern(decimals).apply(value, self.locale))
        return f"+{text}" if sign and value > 0 else text

    def money(self, value: float, decimals: int = 0) -> str:
        """An amount in euros: `1 234,50 €` in Lithuanian, `€1,234.50` in English."""
        text = self.number(value, decimals)
        return f"{text}\u00a0€" if self.code == "lt" else f"€{text}".replace("€-", "-€")

    def percent(self, value: float, decimals: int = 1, *, sign: bool = False) -> str:
        """Per cent, from a number that is already in per cent: `12,3 %`, `12.3%`."""
        space = "\u00a0" if self.code == "lt" else ""
        return f"{self.number(value, decimals, sign=sign)}{space}%"

    def date(self, day: date) -> str:
        """A day in words: `2026 m. lapkričio 21 d.`, `21 November 2026`."""
        return str(format_date(day, "long", locale=self.locale))

    def name(self, item: Any, form: str = "name") -> str:
        """The name of a municipality or county in this language: `name` is the short one."""
        if self.code == "lt":
            return str(item.name_lt if form == "name" else item.name_full_lt)
        return str(item.name_en)

    def located(self, item: Any) -> str:
        """Where: `Neringos savivaldybėje`, `in Neringa`."""
        if self.code == "lt":
            *place, kind = item.name_full_lt.split(" ")
            return " ".join([*place, LOCATIVE[kind]])
        return f"in {item.name_en}"

    def path(self, path: str) -> str:
        """The address of a page in this language; `path` begins with a slash."""
        return path if self.code == CODES[0] else f"/{self.code}{path}"


def code_of(path: str) -> str:
    """The language of an address."""
    return next((code for code in CODES[1:] if f"{path}/".startswith(f"/{code}/")), CODES[0])


@cache
def language(code: str) -> Language:
    """The language of a code; an unknown code gives the first language."""
    code = code if code in CODES else CODES[0]
    with (LOCALES / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=code, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    locale = Locale.parse("lt" if code == "lt" else "en_IE")
    return Language(code, locale, gettext.GNUTranslations(compiled))


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))
