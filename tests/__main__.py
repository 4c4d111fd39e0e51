"""All checks, in the order of what they cost: `python -m tests`, with arguments for pytest."""

import os
import signal
import subprocess
import sys
from pathlib import Path

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("lint-imports",),
    ("pyright",),
    # Tests also wait, for windows and for child processes: three at a time keep two cores busy.
    (sys.executable, "-m", "pytest", "--numprocesses=3", "--dist=loadfile"),
)
# With one for each core in each of them, OpenMP's threads wait for each other, which takes thrice as long.
ENVIRONMENT = {"OMP_NUM_THREADS": "1"}


def main() -> int:
    """Runs the checks until one fails, and returns its exit status."""
    # What a script starts in the background ignores Ctrl+C, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.platform != "win32":
        # And under nohup, the end of a terminal.
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    for check in CHECKS:
        command = [*check, *sys.argv[1:]] if "pytest" in check else list(check)
        print(">", *command, flush=True)
        status = subprocess.run(
            command, cwd=Path(__file__).parents[1], env={**os.environ, **ENVIRONMENT}, check=False
        ).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
