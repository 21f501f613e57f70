"""Short links hold the whole address: they open for ever, and lead nowhere else."""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.frame.places import map_path
from dashboard.language.i18n import CODES, language
from dashboard.pages.share.short import LONGEST_ADDRESS, SHORT, pack, short_link, unpack
from dashboard.pages.share.usual import USUAL
from tests.dashboard.server.test_heads import ADDRESSES

if TYPE_CHECKING:
    from asgi import Client

PATHS = sorted({address.partition("?")[0] for pair in ADDRESSES.items() for address in pair})
KEPT = {
    "1AytEywFIroOqMjTWMTUGAA": "/en/?indicator=total&year=2019&select=13,53",
    "1Q4lKRC8NoRAA": "/savivaldybe/kedainiu-r?year=2025",
    "2AytEywFIroOqMjTWMTUGAA": "/en/?indicator=total&year=2019&select=13,53",
    "2g_UoIUMQkEEQuOMA": "/tyrimas?view=split&year=2019",
    "3w3QQOFcihRhUoaGxjqkxAA": "/en/map?indicator=total&year=2019&select=13,53",
    "3wyYHAA": "/zemelapis?year=2025",
}
"""Links that somebody may have printed."""

MADE_WITH = {
    "1": "d6ce4afe6abf5cbe73566223fa6a7eff6d39e3c148317763c9a8ec2cd11f38e6",
    "2": "49d19b6a21633f6ace75ba7d67c2d50a2584d7beb0208072115f2c950677dd39",
    "3": "d52abb87f4ed2367131fedacba412c131ea8fdc5af5123eb5772cd5ae3de115d",
}
"""Of the dictionary of each version."""

queries = st.lists(st.tuples(st.text(min_size=1, max_size=12), st.text(max_size=40)), max_size=6)


@given(st.sampled_from(PATHS), queries)
def test_every_address_comes_out_as_it_went_in(path: str, query: list[tuple[str, str]]) -> None:
    encoded = urlencode(query, errors="replace")
    address = f"{path}?{encoded}" if encoded else path
    assert unpack(pack(address)) == address


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=400))
def test_so_does_whatever_else_is_a_text(text: str) -> None:
    assert unpack(pack(text)) == text


@given(st.text(max_size=60))
def test_whatever_ends_a_link_it_is_read_or_refused(token: str) -> None:
    address = unpack(token)
    assert address is None or len(address) <= LONGEST_ADDRESS


@pytest.mark.parametrize(("token", "address"), KEPT.items())
def test_links_that_were_given_away_stay_true(token: str, address: str) -> None:
    assert unpack(token) == address


def test_what_links_were_made_with_never_changes() -> None:
    """A version that is added stands here too, once it has made its first link."""
    assert {version: sha256(usual).hexdigest() for version, usual in USUAL.items()} == MADE_WITH


@pytest.mark.parametrize("code", CODES)
def test_a_link_to_the_map_is_hardly_longer_than_when_the_map_came_first(code: str) -> None:
    words, query = language(code), "indicator=total&year=2019&select=13,53"
    assert len(pack(map_path(words, query))) <= len(pack(words.path(f"/?{query}"))) + 2


@pytest.mark.parametrize("address", [each for pair in ADDRESSES.items() for each in pair])
def test_a_short_link_is_offered_where_it_is_short_and_leads_there(
    client: Client, address: str
) -> None:
    link = short_link(address)
    if address.count("&") > 1:
        assert link, "an address with several choices has one"
    if not link:
        return
    assert len(link) <= 0.75 * len(address)
    answer = client.get(link)
    assert (answer.status_code, answer.headers["location"]) == (308, address)


@pytest.mark.parametrize(
    "address",
    ["//evil.example/", "https://evil.example/", "/\\evil.example", "/nera",
     "/savivaldybe/atlantis", "/en/../data", "", "/static/early.js", "/oembed?url=/",
     "/%2Fevil.example"],
)  # fmt: skip
def test_nothing_but_a_page_is_led_to(client: Client, address: str) -> None:
    answer = client.get(SHORT + pack(address))
    assert answer.status_code == 404
    assert "location" not in answer.headers


@pytest.mark.parametrize("end", ["%0d%0aSet-Cookie:x", "x=\r\nSet-Cookie: a=b", 'x=é"<>'])
def test_a_hostile_query_stays_a_query_of_its_page(client: Client, end: str) -> None:
    answer = client.get(SHORT + pack(f"/apie?{end}"))
    assert answer.status_code == 308
    assert answer.headers["location"].startswith("/apie?")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "token", ["", "1", "9Q4lKRC8NoRAA", "1Q4lKRL8KoR", "1!!", "1Q4lKRC8NoRAAAA"]
)
def test_a_link_that_was_cut_or_made_up_leads_to_the_page_that_says_so(
    client: Client, token: str
) -> None:
    answer = client.get(f"{SHORT}{token}")
    assert answer.status_code == 404
    assert "<main" in answer.text


def test_a_few_bytes_cannot_become_megabytes() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(b"/" * 20_000_000) + packer.flush()
    assert unpack("1" + urlsafe_b64encode(bomb).decode().rstrip("=")) is None


def test_a_deck_fits_in() -> None:
    address = f"/forumas?{'&'.join(f'{n}=map&{n}.select=13' for n in range(400))}"
    assert len(address) < LONGEST_ADDRESS
    assert unpack(short_link(address).removeprefix(SHORT)) == address
