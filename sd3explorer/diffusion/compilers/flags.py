"""XLA's flags in the environment: there, or in a file that is named there."""

import os
from pathlib import Path

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.walk.files import reading, reason
from sd3explorer.walk.printable import shortened

# In bytes; all flags that there are take less.
_LARGEST = 2**20


def flags_in(variable: str) -> str:
    """The flags that an environment variable holds, or those of the file that it names, as XLA takes them.

    Args:
        variable: Its name; what doesn't begin with a hyphen names a file.

    Raises:
        DiffusionError: The file can't be read, which would end the process.
    """
    value = os.environ.get(variable, "").strip()
    if not value or value.startswith("-"):
        return value
    try:
        with reading(Path(value)) as file:
            return file.read(_LARGEST).decode(errors="surrogateescape").strip()
    except OSError as error:
        raise DiffusionError(
            f"{variable}={shortened(value)}, which without a hyphen names a file with flags, can't be read: "
            f"{reason(error)}; correct or unset it"
        ) from error
