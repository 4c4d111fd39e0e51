"""Pins what installers install, with hashes: `python packaging/installers/lock.py` (needs `pip install uv`).

Run it for a release, and when `pyproject.toml` asks for other packages.
"""

import subprocess
from pathlib import Path

from uv import find_uv_bin

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]

# For each backend that can be chosen, what is installed beside the app's own dependencies.
BACKENDS = {
    "cpu": (),
    "cuda": ("tensorflow[and-cuda]",),
    "jax": ("jax[cuda12]",),
}


def main() -> None:
    """Writes a lock for each backend, for all versions of Python that the app runs on."""
    for name, packages in BACKENDS.items():
        target = HERE / "locks" / f"{name}.txt"
        command = [find_uv_bin(), "pip", "compile", "pyproject.toml", "-", "--output-file", str(target)]
        options = [
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--no-annotate",
            "--no-header",
            "--no-emit-index-url",
            "--quiet",
        ]
        subprocess.run([*command, *options], cwd=REPOSITORY, input="\n".join(packages), text=True, check=True)
        print(f"{target.name}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
