"""What is measured of a municipality's page changes the page every time."""

from collections import defaultdict

from dashboard.peers.state import read_peers_state, write_peers_state
from data.peers.features import WEIGHTS
from data.peers.groups import GROUPINGS, USUAL_NEAREST
from tests.bench.standing import choices, peer_addresses


def test_each_choice_is_another_and_the_last_ones_are_the_usual() -> None:
    usual = {"peers": GROUPINGS[0], "nearest": str(USUAL_NEAREST)}
    usual |= {f"weight-{name}": str(weight) for name, weight in WEIGHTS.items()}
    made = defaultdict(list, {name: [value] for name, value in usual.items()})
    for name, value in choices():
        assert value != made[name][-1]
        made[name].append(value)
    assert {name: values[-1] for name, values in made.items()} == usual


def test_the_addresses_are_whole_and_no_two_are_the_same() -> None:
    addresses = peer_addresses()
    assert len(set(addresses)) == len(addresses) == 180
    assert not any(read_peers_state(it.partition("?")[2]).notes for it in addresses)
    assert all(write_peers_state(read_peers_state(it.partition("?")[2])) for it in addresses)
