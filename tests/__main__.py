"""All checks, at the same time where they take long: `python -m tests`, with arguments for pytest."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).parents[1]

# Each takes a second or two.
QUICK = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("lint-imports",))
# Beside the tests.
TYPES = ("pyright",)
# Tests also wait, for windows and for child processes: three at a time keep two cores busy. `conftest.py`
# says which stay together, and puts those first that take longest.
TESTS = (sys.executable, "-m", "pytest", "--numprocesses=3", "--dist=loadfile", "--no-loadscope-reorder")

ENVIRONMENT = {
    # With one for each core in each of them, OpenMP's threads wait for each other: thrice the time.
    "OMP_NUM_THREADS": "1",
    # Modules stay compiled for the many other processes. Images for containers turn that off.
    "PYTHONDONTWRITEBYTECODE": "",
}


def main() -> int:
    """Runs the checks until one fails, and returns its exit status."""
    # What a script starts in the background ignores Ctrl+C, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.platform != "win32":
        # And under nohup, the end of a terminal.
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    for check in QUICK:
        print(">", *check, flush=True)
        if status := _started(check).wait():
            return status
    types = _started(TYPES, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    tests = (*TESTS, *sys.argv[1:])
    print(">", *tests, flush=True)
    # Dozens of processes compile the same programs of the starter model: the first one does it for all.
    with TemporaryDirectory(prefix="sd3explorer-tests-") as folder:
        programs = {"TF_XLA_FLAGS": f"--tf_xla_persistent_cache_directory={folder}"}
        status = _started(tests, programs).wait()
    complaints, _ = types.communicate()
    print(">", *TYPES)
    print(complaints, end="", flush=True)
    return status or types.returncode


def _started(
    check: tuple[str, ...], variables: dict[str, str] | None = None, **streams: object
) -> subprocess.Popen[str]:
    environment = {**os.environ, **ENVIRONMENT, **(variables or {})}
    return subprocess.Popen(check, cwd=REPOSITORY, env=environment, **streams)


if __name__ == "__main__":
    sys.exit(main())
