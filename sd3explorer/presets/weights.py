"""The weights of a preset of KerasHub: which files they are, and whether they can be those of its model."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sd3explorer.presets.configuration import least_parameters
from sd3explorer.presets.files import CONFIG, WEIGHTS, read_bytes
from sd3explorer.presets.preset import PresetError, again
from sd3explorer.walk.printable import shortened

# KerasHub keeps two or four; no preset that is loaded here keeps less.
LEAST_BYTES_PER_PARAMETER = 1


def weight_files(folder: Path) -> list[Path]:
    """The files with a preset's weights: one, or those that its index names.

    Raises:
        PresetError: The index is damaged, or a file is missing.
    """
    whole, index = (folder / name for name in WEIGHTS)
    if whole.exists():
        return [whole]
    try:
        entries = json.loads(read_bytes(index).decode())["weight_map"].values()
        names = {name for entry in entries for name in (entry if isinstance(entry, list) else [entry])}
        shards = [folder / name for name in sorted(names)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PresetError(f"{index} is damaged; {again(index)}") from error
    for shard in shards:
        # What lies elsewhere was looked at by nobody.
        if shard.parent != folder or not shard.is_file():
            name = shortened(str(shard.relative_to(folder) if shard.is_relative_to(folder) else shard))
            raise PresetError(f"{folder} has no {name}, so it is not a complete preset; {again(folder)}")
    return shards


def check_weights(folder: Path, config: dict[str, Any]) -> None:
    """Refuses weights that are damaged, or too few for the model, before memory for that is taken.

    Args:
        folder: The preset's folder.
        config: The part "config" of its configuration.

    Raises:
        PresetError: They are too few, or a file is missing or damaged, or a field is missing.
    """
    files = weight_files(folder)
    _check_readable(files)
    size = sum(file.stat().st_size for file in files)
    try:
        parameters = least_parameters(config)
    except (KeyError, TypeError, AttributeError) as error:
        raise PresetError(f"{folder / CONFIG} is damaged; {again(folder)}") from error
    if size < parameters * LEAST_BYTES_PER_PARAMETER:
        raise PresetError(
            f"{folder} has {size:,} bytes of weights, too few for a model as large as its {CONFIG} says; "
            f"{again(folder)}"
        )


def arrays_in(file: Path) -> list[tuple[str, str, tuple[int, ...], int]]:
    """Where the arrays of an HDF5 file of Keras are: name, dtype, shape, and of the first byte.

    Those that are kept in pieces or packed, as Keras never does, are left out.

    Raises:
        OSError, RuntimeError, ValueError: It is damaged, or no such file.
    """
    # Takes its time, and few need it.
    import h5py

    found: list[tuple[str, str, tuple[int, ...], int]] = []

    def take(name: str, item: Any) -> None:
        if isinstance(item, h5py.Dataset):
            start = item.id.get_offset()
            if start is not None:
                # Keras says so of what HDF5 has no name for.
                dtype = str(item.attrs.get("dtype", item.dtype.name))
                found.append((name, dtype, tuple(item.shape), int(start)))

    with h5py.File(file, "r") as opened:
        opened.visititems(take)
    return found


def _check_readable(files: Sequence[Path]) -> None:
    # Imported only where a model is about to be loaded.
    import h5py

    for file in files:
        try:
            h5py.File(file, "r").close()
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise PresetError(f"{file} is damaged; {again(file)}") from error
