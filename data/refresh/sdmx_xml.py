"""Reads SDMX-ML generic data as the State Data Agency sends it: every dimension at observation.

The parser is expat with its doors closed: a document type is refused before any entity can be
declared, nothing outside is ever loaded, and no tree is built in memory.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from data.refresh.cube import MOST, Cube, Dimension, number
from data.refresh.errors import RefreshError
from data.refresh.said import own_words

if TYPE_CHECKING:
    from decimal import Decimal

_MESSAGE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
_GENERIC = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"
_ROOT = f"{_MESSAGE} GenericData"
_STRUCTURE = f"{_MESSAGE} Structure"
_PREPARED = f"{_MESSAGE} Prepared"
_SERIES = f"{_GENERIC} Series"
_OBSERVATION = f"{_GENERIC} Obs"
_KEY = f"{_GENERIC} ObsKey"
_PART = f"{_GENERIC} Value"
_FIGURE = f"{_GENERIC} ObsValue"
_DEEPEST = 30


def read_xml(content: bytes) -> Cube:
    """Read an answer.

    Args:
        content: the answer, in the encoding that it declares.

    Returns:
        Its cube, dimensions in the order of the first observation's key. Codes have no names:
        the answer gives none.

    Raises:
        RefreshError: it is not XML, or not generic data with ``AllDimensions``; or it declares a
            document type.
    """
    reader = _SdmxReader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(content, True)
    except _ServiceError as error:
        raise RefreshError(f"the service gives no data and says: {own_words(content)}") from error
    except expat.ExpatError as error:
        raise RefreshError(f"SDMX-ML: cut off or not XML ({error})") from error
    except (LookupError, ValueError) as error:
        raise RefreshError(f"SDMX-ML: cannot be decoded ({error})") from error
    return reader.cube()


def _refuse_doctype(*_: object) -> NoReturn:
    raise RefreshError("SDMX-ML: it declares a document type or entities, which no answer does")


class _ServiceError(Exception):
    """The answer is an SDMX error message."""


class _SdmxReader:
    """Keeps what the parser tells, observation by observation."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.ids: tuple[str, ...] = ()
        self.key: dict[str, str] = {}
        self.figure: Decimal | None = None
        self.prepared = ""
        self.values: dict[tuple[str, ...], Decimal | None] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._check(name, attributes)
        if name == _OBSERVATION:
            self.key, self.figure = {}, None
        elif name == _PART and self.path[-1] == _KEY:
            self._keep(attributes)
        elif name == _FIGURE:
            told = attributes.get("value", "NaN")
            self.figure = None if told in {"NaN", ""} else number(told)
        self.path.append(name)

    def end(self, name: str) -> None:
        self.path.pop()
        if name != _OBSERVATION:
            return
        self.ids = self.ids or tuple(self.key)
        if not self.key or self.key.keys() != set(self.ids):
            raise RefreshError(
                f"SDMX-ML: an observation has the dimensions {', '.join(self.key) or 'none'}, "
                f"the first had {', '.join(self.ids) or 'none'}"
            )
        key = tuple(self.key[name] for name in self.ids)
        if key in self.values:
            raise RefreshError(f"SDMX-ML: observation {':'.join(key)} is there twice")
        if len(self.values) >= MOST:
            raise RefreshError(f"SDMX-ML: more than {MOST} observations")
        self.values[key] = self.figure

    def text(self, data: str) -> None:
        if self.path and self.path[-1] == _PREPARED and len(self.prepared) < 40:
            self.prepared += data

    def cube(self) -> Cube:
        if not self.values:
            raise RefreshError("SDMX-ML: no observations")
        dimensions = tuple(
            Dimension(name, dict.fromkeys((key[at] for key in self.values), ""))
            for at, name in enumerate(self.ids)
        )
        return Cube(dimensions, self.values, prepared=self._day())

    def _check(self, name: str, attributes: dict[str, str]) -> None:
        """Refuse what is not generic data with all dimensions at the observation."""
        if not self.path and name.rpartition(" ")[2] == "Error":
            raise _ServiceError
        if not self.path and name != _ROOT:
            raise RefreshError(f"SDMX-ML: the root is {name.rpartition(' ')[2]}, not GenericData")
        if len(self.path) >= _DEEPEST:
            raise RefreshError("SDMX-ML: nested too deeply")
        flat = attributes.get("dimensionAtObservation", "AllDimensions") == "AllDimensions"
        if name == _SERIES or (name == _STRUCTURE and not flat):
            raise RefreshError('SDMX-ML: dimensionAtObservation="AllDimensions" is needed')

    def _keep(self, attributes: dict[str, str]) -> None:
        name, code = attributes.get("id", ""), attributes.get("value", "")
        if not name or not code or name in self.key:
            raise RefreshError(
                f"SDMX-ML: a key has {name or 'a nameless dimension'} twice or empty"
            )
        self.key[name] = code

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(self.prepared.strip()[:10])
        except ValueError:
            return None
