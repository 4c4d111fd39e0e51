"""Whether the app's own files are still what was installed."""

import base64
import hashlib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_BLOCK_BYTES = 2**20


def damaged_files(installed: Distribution | None = None) -> tuple[str, ...]:
    """The files of the app that are gone, can't be read, or have other content than was installed.

    None of an editable installation, whose files are there to be changed.

    Args:
        installed: What to look at; None takes the app.

    Reference:
        Python Packaging User Guide, "Recording installed projects", for the RECORD file.
    """
    try:
        files = (installed or distribution("sd3explorer")).files or []
    except PackageNotFoundError:
        # It runs from a checkout.
        return ()
    # Without a digest are those that are made while it runs.
    recorded = [(file, file.hash) for file in files if file.hash is not None and file.hash.mode == "sha256"]
    return tuple(str(file) for file, noted in recorded if _digest(Path(file.locate())) != noted.value)


def _digest(file: Path) -> str:
    """As RECORD has it; "" where there is nothing to be read."""
    try:
        if not file.is_file():
            return ""
        with file.open("rb") as opened:
            digest = hashlib.sha256()
            while block := opened.read(_BLOCK_BYTES):
                digest.update(block)
    except OSError:
        return ""
    return base64.urlsafe_b64encode(digest.digest()).decode().rstrip("=")
