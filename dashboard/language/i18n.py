"""One language of the atlas: its words, plural forms, numbers and dates.

Words live in the two gettext catalogues (`locale/<code>/LC_MESSAGES/messages.po`), read as they
are, so that there is nothing to compile. Numbers and dates follow CLDR through Babel.
"""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from babel.messages.catalog import Catalog

CODES = ("lt", "en")
"""The languages, the first one without a prefix in its addresses."""

LOCALES = Path(__file__).parent / "locale"
LOCATIVE = {"savivaldybė": "savivaldybėje", "apskritis": "apskrityje"}


class WrongText(ValueError):
    """A catalogue holds what cannot be shown; names file and key, and what was expected."""


class MissingText(WrongText):
    """A text is asked for that the catalogue does not hold."""


class _NoText(gettext.NullTranslations):
    """Stands behind a catalogue, where gettext would show the key itself."""

    def __init__(self, catalogue: Path) -> None:
        super().__init__()
        self.catalogue = catalogue

    def gettext(self, message: str) -> str:
        raise MissingText(f"{self.catalogue}: {message}: no such text")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        raise MissingText(f"{self.catalogue}: {msgid1}: no such text with plural forms")


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

    @cached_property
    def signs(self) -> dict[int, str]:
        """What Python's comma, point and minus become; Babel's own writing is 30 times slower."""
        symbols = self.locale.number_symbols["latn"]
        named = {",": "group", ".": "decimal", "-": "minusSign"}
        return {ord(sign): symbols[name] for sign, name in named.items()}

    def t(self, key: str, /, **values: Any) -> str:
        """The text of a key, with `{name}` places filled in.

        Raises:
            MissingText: The catalogue has no such key.
            WrongText: It has places for which there is no value.
        """
        text = self.texts.gettext(key)
        return self._filled(key, text, values) if values else text

    def n(self, key: str, number: int, /, **values: Any) -> str:
        """The text of a key in the plural form of `number`, which fills `{n}`."""
        text = self.texts.ngettext(key, f"{key}#", number)
        return self._filled(key, text, {"n": self.number(number), **values})

    def _filled(self, key: str, text: str, values: dict[str, Any]) -> str:
        try:
            return text.format_map(values)
        except (KeyError, IndexError, ValueError, AttributeError) as error:
            names = ", ".join(f"{{{name}}}" for name in sorted(values))
            raise WrongText(
                f"{file_of(self.code)}: {key}: expected places for {names}, the text is {text!r}"
            ) from error

    def number(self, value: float, decimals: int = 0, *, sign: bool = False) -> str:
        """A number with this language's separators, e.g. `1 234,5`; `sign` shows a plus too."""
        return self.numbers([value], decimals, sign=sign)[0]

    def numbers(
        self, values: Iterable[float], decimals: int = 0, *, sign: bool = False
    ) -> list[str]:
        """Many numbers, each as `number` writes it, in the time of a few."""
        spec = f"{'+' if sign else ''}z,.{decimals}f"  # z: no "−0"
        written = "\n".join([format(value, spec) for value in values])
        if sign:
            nought = format(0.0, spec)
            written = re.sub(f"^{re.escape(nought)}$", nought[1:], written, flags=re.MULTILINE)
        return written.translate(self.signs).split("\n") if written else []

    def money(self, value: float, decimals: int = 0) -> str:
        """An amount in euros: `1 234,50 €` in Lithuanian, `€1,234.50` in English."""
        return self.euros(self.number(value, decimals))

    def euros(self, number: str) -> str:
        """A written number as an amount in euros."""
        if self.code == "lt":
            return f"{number}\u00a0€"
        return f"{number[0]}€{number[1:]}" if number[0] in "+-" else f"€{number}"

    def percent(self, value: float, decimals: int = 1, *, sign: bool = False) -> str:
        """Per cent, from a number that is already in per cent: `12,3 %`, `12.3%`."""
        return self.per_cent(self.number(value, decimals, sign=sign))

    def per_cent(self, number: str) -> str:
        """A written number as per cent."""
        return f"{number}\u00a0%" if self.code == "lt" else f"{number}%"

    def date(self, day: date) -> str:
        """A day in words: `2026 m. lapkričio 21 d.`, `21 November 2026`."""
        return str(format_date(day, "long", locale=self.locale))

    def name(self, item: Any, form: str = "name") -> str:
        """The name of a municipality or county in this language: `name` is the short one."""
        if self.code == "lt":
            return str(item.name_lt if form == "name" else item.name_full_lt)
        return str(item.name_en)

    def located(self, item: Any) -> str:
        """Where: `Neringos savivaldybėje`, `Kauno apskrityje`, `in Neringa`."""
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


def file_of(code: str, folder: Path = LOCALES) -> Path:
    """The catalogue of a language."""
    return folder / code / "LC_MESSAGES" / "messages.po"


def language(code: str) -> Language:
    """The language of a code; an unknown code gives the first language."""
    return _read(code if code in CODES else CODES[0])


@cache
def catalogue(code: str, folder: Path = LOCALES) -> Catalog:
    """The catalogue of a language as it is written, with the lines of its texts.

    Raises:
        WrongText: It is no catalogue; names file and line.
    """
    path = file_of(code, folder)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=code, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise WrongText(f"{path}: it cannot be read: {error}") from error


@cache
def _read(code: str, folder: Path = LOCALES) -> Language:
    compiled = BytesIO()
    write_mo(compiled, catalogue(code, folder))
    compiled.seek(0)
    locale = Locale.parse("lt" if code == "lt" else "en_IE")
    texts = gettext.GNUTranslations(compiled)
    texts.add_fallback(_NoText(file_of(code)))
    return Language(code, locale, texts)
