"""The identity of weights by what they are, whatever file they are in: a few blocks of each are looked at."""

import hashlib
from collections.abc import Iterable

from sd3explorer.presets.checkpoints.recognise import Stored
from sd3explorer.presets.checkpoints.tensors import samples, scale_key
from sd3explorer.presets.identity import Stopped, StoppedError

# A model that was trained further differs in nearly all of its numbers, a merged one in all of some blocks.
BLOCK_BYTES = 4096


def digest_of(parts: Iterable[tuple[str, Stored]], about: str, stopped: Stopped) -> str:
    """The digest of a model.

    Names, dtypes and shapes of all weights count, and blocks of their bytes: the first, the one in the middle
    and the last. So 16 GB needn't be read, and weights are the same in one file, in several, or in diffusers'
    folder.

    Args:
        parts: Its parts by their names.
        about: What else makes its pictures what they are.
        stopped: Asked every few milliseconds.

    Returns:
        64 hexadecimal digits.

    Raises:
        OSError: A file can't be read.
        StoppedError: It was stopped.
    """
    digest = hashlib.sha256(about.encode())
    for name, part in parts:
        digest.update(f"{name} {part.shape}".encode())
        for weight in part.weights:
            if stopped():
                raise StoppedError("a model's files were looked at, which was stopped")
            origin = part.origins[weight.name]
            digest.update(f"{weight.name} {part.tensors[origin.keys[0]].dtype}".encode())
            for block in samples(origin, part.tensors, BLOCK_BYTES):
                digest.update(block)
            for key in origin.keys:
                if scale := scale_key(key, part.tensors):
                    tensor = part.tensors[scale]
                    digest.update(tensor.dtype.encode() + b"".join(samples_of(scale, part)))
    return digest.hexdigest()


def samples_of(key: str, part: Stored) -> list[bytes]:
    """Blocks of a tensor that is no weight of its own."""
    from sd3explorer.presets.checkpoints.tensors import Origin

    return list(samples(Origin((key,)), part.tensors, BLOCK_BYTES))
