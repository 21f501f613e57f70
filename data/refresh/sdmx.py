"""One door for both ways in which the State Data Agency answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.refresh.errors import RefreshError
from data.refresh.sdmx_json import read_json
from data.refresh.sdmx_xml import read_xml

if TYPE_CHECKING:
    from data.refresh.cube import Cube


def read_cube(content: bytes) -> Cube:
    """Read an answer in SDMX-JSON or SDMX-ML, told apart by their first character.

    Raises:
        RefreshError: it is neither, or not well made.
    """
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:2]
    if start[:1] == b"{":
        return read_json(content)
    if start[:1] == b"<" or content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return read_xml(content)
    raise RefreshError("neither SDMX-JSON nor SDMX-ML: it begins with neither { nor <")
