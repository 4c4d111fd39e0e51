"""All checks, at the same time where they take long: `python -m tests`, with arguments for pytest."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

REPOSITORY = Path(__file__).parents[1]

# Each takes a second or two.
QUICK = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("lint-imports",))
# Beside all others, as they take long too.
TYPES = ("pyright",)
# The first process that imports a module keeps it compiled. Of many that begin at the same time, each would
# compile all of them.
MODULES = (sys.executable, "-m", "pytest", "--collect-only", "-qq")
# Tests also wait, for windows and for child processes: four at a time keep two cores busy. `conftest.py`
# says which stay together, and puts those first that take longest.
TESTS = (
    *(sys.executable, "-m", "pytest", "--numprocesses=4", "--dist=loadfile", "--no-loadscope-reorder"),
    # Where a process crashes, the run ends and has failed. With another one in its place it has hung.
    "--max-worker-restart=0",
)

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
    with TemporaryFile("w+") as complaints:
        types = _started(TYPES, stdout=complaints, stderr=subprocess.STDOUT)
        modules = _started(MODULES, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            if status := _quick():
                return status
            # What is wrong with one, the tests say too.
            modules.wait()
            status = _tests(sys.argv[1:])
            print(">", *TYPES)
            types.wait()
        finally:
            types.kill()
            modules.kill()
        complaints.seek(0)
        print(complaints.read(), end="", flush=True)
    return status or types.returncode


def _quick() -> int:
    for check in QUICK:
        print(">", *check, flush=True)
        if status := _started(check).wait():
            return status
    return 0


def _tests(words: list[str]) -> int:
    tests = (*TESTS, *words)
    print(">", *tests, flush=True)
    # Dozens of processes compile the same programs of the starter model: the first one does it for all.
    with TemporaryDirectory(prefix="sd3explorer-tests-") as folder:
        programs = {"TF_XLA_FLAGS": f"--tf_xla_persistent_cache_directory={folder}"}
        return _started(tests, programs).wait()


def _started(
    check: tuple[str, ...], variables: dict[str, str] | None = None, **streams: object
) -> subprocess.Popen[str]:
    environment = {**os.environ, **ENVIRONMENT, **(variables or {})}
    return subprocess.Popen(check, cwd=REPOSITORY, env=environment, **streams)


if __name__ == "__main__":
    sys.exit(main())
