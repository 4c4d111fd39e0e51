"""Kept programs as their user writes them, and as a stranger can."""

import hashlib

from sd3explorer.diffusion.own_key import own_key, signature


def unsigned(program):
    """As a stranger can write it: with a checksum, for want of the key."""
    return hashlib.sha256(program).digest() + program


def signed(program, file):
    """As only this user can write it."""
    place = file.relative_to(file.parents[1])
    return signature(own_key(), place, hashlib.sha256(program).digest()) + program
