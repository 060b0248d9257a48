"""Reply addresses are made and known again by whoever holds the key, and by nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.mailtext.message_ids import find_named_deliveries, make_message_id
from landsea_core.mailtext.reply_address import ANYWHERE, NONCE_BYTES, find_nonce, find_token, reply_address

KEY, OLD_KEY = b"the key of this installation", b"the key before"
NONCES = st.binary(min_size=NONCE_BYTES, max_size=NONCE_BYTES)


@given(NONCES)
def test_an_address_is_known_again_whatever_servers_do_to_its_case(nonce):
    address = reply_address(nonce, KEY, "landsea.example")
    assert len(address.partition("@")[0]) <= 64  # RFC 5321
    for written in (address, address.upper(), f" {address} "):
        assert find_nonce(written, (KEY,)) == nonce
        assert find_token(written)


@given(NONCES)
def test_a_new_key_keeps_old_addresses_and_another_key_knows_none(nonce):
    address = reply_address(nonce, OLD_KEY, "landsea.example")
    assert find_nonce(address, (KEY, OLD_KEY)) == nonce
    assert find_nonce(address, (KEY,)) is None


@given(NONCES, st.integers(min_value=6, max_value=37), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_one_changed_letter_is_refused(nonce, place, letter):
    address = reply_address(nonce, KEY, "landsea.example")
    changed = address[:place] + letter + address[place + 1 :]
    assert changed == address or find_nonce(changed, (KEY,)) is None


@pytest.mark.parametrize(
    "address", ["desk@landsea.example", "reply@landsea.example", "reply+@x.example", "reply+ab@x.example", ""]
)
def test_other_addresses_are_none(address):
    assert find_nonce(address, (KEY,)) is None
    assert find_token(address) == ""


def test_an_address_is_found_in_a_line_of_text():
    address = reply_address(bytes(NONCE_BYTES), KEY, "landsea.example")
    assert ANYWHERE.search(f"> To: Li <{address}>")


def test_a_nonce_of_another_length_is_refused():
    with pytest.raises(ValueError, match="10 bytes"):
        reply_address(b"short", KEY, "landsea.example")


def test_our_message_ids_are_found_in_what_others_quote():
    assert find_named_deliveries(make_message_id(812, "landsea.example")) == ((812, "landsea.example"),)
    assert find_named_deliveries("<a@b>\t<delivery-7@Landsea.example> <delivery-7@landsea.example>") == (
        (7, "landsea.example"),
    )
    assert find_named_deliveries("<delivery-7@elsewhere.example>", frozenset({"landsea.example"})) == ()
    assert find_named_deliveries("<predelivery-x@landsea.example>") == ()
