"""Addresses of other machines: what they may be, and that nothing in them becomes an option or a command."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.render.address import Address
from sd3explorer.render.messages import RenderError

GOOD = {
    "ssh://box": Address("box"),
    "box": Address("box"),
    "ssh://box/": Address("box"),
    "ssh://me@box:2222": Address("box", "me", 2222),
    "ssh://10.0.0.7": Address("10.0.0.7"),
    "ssh://[fe80::1%eth0]:22": Address("fe80::1%eth0", "", 22),
    "ssh://box/opt/sd3/bin/sd3explorer": Address("box", command="/opt/sd3/bin/sd3explorer"),
    "ssh://box/~/venv/bin/sd3explorer": Address("box", command="~/venv/bin/sd3explorer"),
    "ssh://box/my%20apps/sd3explorer": Address("box", command="/my apps/sd3explorer"),
}
BAD = (
    *("", "ssh://", "ssh://-oProxyCommand=touch", "-oProxyCommand=x", "ssh://-l@box", "ssh://me@-x"),
    *("ssh://box:0", "ssh://box:99999", "ssh://box:x", "http://box", "ssh://box other", "ssh://box;ls"),
    *("ssh://me:secret@box", "ssh://box/a%0ab", "ssh://b\u00f6x", "ssh://$(x)", "x" * 501),
)


@pytest.mark.parametrize("text", GOOD)
def test_an_address_is_read_and_written(text):
    address = Address.read(text)
    assert address == GOOD[text]
    assert Address.read(str(address)) == address


@pytest.mark.parametrize("text", BAD)
def test_what_is_none_is_refused_in_a_sentence(text):
    with pytest.raises(RenderError, match=r"is not an address of an engine: write ssh://HOST"):
        Address.read(text)


def test_ssh_asks_nothing_and_forwards_nothing():
    words = Address.read("ssh://me@box:2222/~/my%20venv/sd3explorer").ssh()
    assert {"-T", "-a", "-x", "BatchMode=yes", "ClearAllForwardings=yes"} <= set(words)
    assert words[-7:] == ["-l", "me", "-p", "2222", "--", "box", "~/'my venv/sd3explorer' worker"]


@given(st.text(max_size=40))
def test_whatever_it_is_ssh_gets_one_host_and_the_shell_there_one_program(text):
    try:
        address = Address.read(text)
    except RenderError:
        return
    *_, end, host, command = address.ssh()
    assert end == "--"
    assert not host.startswith("-")
    assert not address.user.startswith("-")
    program, *rest = shlex.split(command)
    assert rest == ["worker"]
    assert program == address.command
