"""Fuzzing that looks where a change leads: `python -m tests.faults.coverage_guided TARGET CORPUS [-runs=N]`.

Needs atheris (`pip install atheris`), and hands all further arguments to libFuzzer.
"""

import sys

import atheris  # pyright: ignore[reportMissingImports] (no part of what tests need)

with atheris.instrument_imports(include=["sd3explorer.walk", "sd3explorer.export", "sd3explorer.presets"]):
    from tests.faults.targets import TARGETS


def main() -> None:
    """Goes on until a time or a number of runs is over, or something is found."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
