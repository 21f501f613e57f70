"""Short links that are kept nowhere: a page's address, packed so that it can be read out again."""

from __future__ import annotations

import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from dashboard.pages.share.usual import USUAL

SHORT = "/s/"
"""Before what is packed; a further sign tells the version."""

LONGEST_ADDRESS = 16_500
"""Bytes of an address: a deck's is the longest."""

LONG_AS = 0.75
"""A short link is offered up to this part of the length of the address."""

_RAW = -zlib.MAX_WBITS  # neither a head nor a sum: what is not read out whole is refused anyway
_TOKEN = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)


def pack(address: str) -> str:
    """An address, path and query without the base, as what ends a short link."""
    version = max(USUAL)
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9, zlib.Z_DEFAULT_STRATEGY, USUAL[version])
    packed = packer.compress(address.encode()) + packer.flush()
    return version + urlsafe_b64encode(packed).decode().rstrip("=")


def unpack(token: str) -> str | None:
    """The address that is packed in the end of a short link; None where none is."""
    version, text = token[:1], token[1:]
    if version not in USUAL or not _TOKEN.fullmatch(text) or len(text) > 2 * LONGEST_ADDRESS:
        return None
    try:
        packed = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        reader = zlib.decompressobj(_RAW, USUAL[version])
        address = reader.decompress(packed, LONGEST_ADDRESS)
        whole = reader.eof and not reader.unused_data
        return address.decode() if whole else None
    except (Error, zlib.error, UnicodeDecodeError):
        return None


def short_link(address: str) -> str:
    """The short link to an address, without the base; empty where little would be spared."""
    if len(address.encode()) > LONGEST_ADDRESS:
        return ""
    link = f"{SHORT}{pack(address)}"
    return link if len(link) <= LONG_AS * len(address) else ""
