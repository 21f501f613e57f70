"""Opens an atlas, wherever it is."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from dashboard.config import Settings
from savivalda.atlas import OpenAtlas
from savivalda.errors import CannotAsk, CannotOpen

LANGUAGES = ("lt", "en")
TIMEOUT = 30.0
"""Seconds without a byte after which an address counts as not answering."""


def open(  # noqa: A001 - read as `savivalda.open`
    where: str | Path | None = None, language: str = "lt", *, timeout: float = TIMEOUT
) -> OpenAtlas:
    """Opens an atlas: a published database, or one that runs at an address.

    Args:
        where: A database file, the folder that it lies in, or the address of a running atlas with
            the path that it is shown below, e.g. "https://nipc.example/atlas". By default the
            folder that the environment variable `DATA_DIR` names, or else the nearest folder `var`
            here or above.
        language: Of names: "lt" or "en".
        timeout: Seconds without a byte after which an address counts as not answering.

    Returns:
        The atlas; close it, or open it in a `with` statement.

    Raises:
        CannotOpen: There is no atlas, or none that this version reads.
        NoAnswer: Nobody answers at that address.
        CannotAsk: The atlas does not speak that language.

    Example:
        >>> with savivalda.open() as atlas:
        ...     frame = atlas.figures("ngo_competition_share")
    """
    if language not in LANGUAGES:
        raise CannotAsk("language", str(language), "a language of the atlas", LANGUAGES)
    if isinstance(where, str) and "://" in where:
        return _at_address(where, language, timeout)
    from savivalda.file import FileReader  # noqa: PLC0415 - an address needs no database

    return OpenAtlas(FileReader(_database(where), language))


def _at_address(where: str, language: str, timeout: float) -> OpenAtlas:
    parts = urlsplit(where)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        said = "an address such as https://nipc.example/atlas, without ? and #"
        raise CannotOpen(f"{where!r} is no address of an atlas: expected {said}")
    from savivalda.address import AddressReader  # noqa: PLC0415 - a file needs no network

    return OpenAtlas(AddressReader(where.rstrip("/"), language, timeout=timeout))


def _database(where: str | Path | None) -> Path:
    """The file of a path; it need not be there."""
    path = Path(where) if where is not None else _usual()
    return path / Settings().database.name if path.is_dir() else path


def _usual() -> Path:
    if "DATA_DIR" in os.environ:
        return Path(os.environ["DATA_DIR"])
    here = Path.cwd()
    name = Settings.data_dir
    return next((each / name for each in (here, *here.parents) if (each / name).is_dir()), name)
