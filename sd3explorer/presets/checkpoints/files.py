"""In which files the parts of a checkpoint are, one file or several each, and what they hold."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sd3explorer.presets.checkpoints.header import Tensor, read_header
from sd3explorer.presets.checkpoints.recognise import Stored, stored_parts
from sd3explorer.presets.files import read_bytes
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.files import reason


@dataclass(frozen=True, slots=True)
class PartFiles:
    """A part in its files. It travels to the process that renders, so it is paths alone.

    Args:
        name: Of the part.
        files: Those that its tensors are in.
        config: What diffusers says of it, where it does.
        in_pipeline: Whether it is used as diffusers does, as part of a folder that says so.
    """

    name: str
    files: tuple[Path, ...]
    config: Path | None = None
    in_pipeline: bool = False

    def read(self) -> Stored:
        """Reads what the part is, from the headers of its files.

        Raises:
            PresetError: A file is missing, damaged or changed to something else.
        """
        found = stored_in(self.files, {self.name: read_json(self.config)}, self.in_pipeline).get(self.name)
        if found is None:
            raise PresetError(f"{self.files[0]} has changed: it has no {self.name} any more; open it again")
        return found


def stored_in(
    files: tuple[Path, ...], configs: Mapping[str, Mapping[str, Any]], in_pipeline: bool = False
) -> dict[str, Stored]:
    """The parts that one or several files hold together.

    Args:
        files: Which.
        configs: What diffusers says of parts.
        in_pipeline: As for `PartFiles`.

    Raises:
        PresetError: They are damaged, or something else than a Stable Diffusion 3.
    """
    tensors: dict[str, Tensor] = {}
    for file in files:
        tensors |= read_header(file).tensors
    place = files[0] if len(files) == 1 else files[0].parent
    return stored_parts(tensors, str(place), configs, in_pipeline)


def read_json(file: Path | None) -> dict[str, Any]:
    """The object in a JSON file; empty where there is none.

    Raises:
        PresetError: It is damaged.
    """
    if file is None:
        return {}
    try:
        document: object = json.loads(read_bytes(file))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise PresetError(f"{file} can't be read: {reason(error)}") from error
    except (ValueError, RecursionError) as error:
        raise PresetError(f"{file} is damaged; download or copy it again") from error
    if not isinstance(document, dict):
        raise PresetError(f"{file} is damaged; download or copy it again")
    return cast(dict[str, Any], document)
