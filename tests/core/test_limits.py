import pytest
from hypothesis import given
from hypothesis import strategies as st

from codora.core import limits
from codora.core.limits import RateLimit, network_of


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("203.0.113.7", "203.0.113.250", True),
        ("203.0.113.7", "203.0.114.7", False),
        ("2001:db8:1::1", "2001:0DB8:0001:ffff::2", True),
        ("2001:db8:1::1", "2001:db8:2::1", False),
        ("::ffff:203.0.113.7", "203.0.113.9", True),
        ("", "unknown", True),
    ],
)
def test_addresses_of_one_network_count_together(one, other, is_same):
    assert (network_of(one) == network_of(other)) is is_same


@given(st.ip_addresses())
def test_the_address_itself_is_never_kept(address):
    kept = network_of(str(address))
    assert str(address) != kept
    assert str(address).endswith("::") or str(address) not in kept


def test_a_bucket_fills_again_with_time():
    now = [0.0]
    limit = RateLimit(per_second=2, burst=3, clock=lambda: now[0])
    assert [limit.take("a") for _ in range(4)] == [True, True, True, False]
    now[0] = 1.0
    assert [limit.take("a") for _ in range(3)] == [True, True, False]
    now[0] = 1000.0
    assert [limit.take("a") for _ in range(4)] == [True, True, True, False]


def test_only_so_many_networks_are_remembered_and_the_silent_are_forgotten_first(monkeypatch):
    monkeypatch.setattr(limits, "MAX_NETWORKS", 2)
    limit = RateLimit(per_second=0, burst=1, clock=lambda: 0.0)
    assert limit.take("silent")
    assert limit.take("busy")
    assert not limit.take("busy")
    assert limit.take("new")
    assert not limit.take("busy")
    assert limit.take("silent")
