"""Where the program's modules are looked for: not in the folder that it is started in."""

import os
import sys

# Where this package was imported from; of a checkout that isn't installed, this may be the current folder.
_HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 (pathlib isn't safe yet)


def leave_current_folder() -> None:
    """Keeps the program from importing what lies in the current folder, which may be a stranger's.

    Does nothing where this package is imported by another program, whose path is its own affair.
    """
    name = os.path.splitext(os.path.basename(sys.argv[0]))[0]  # noqa: PTH119, PTH122
    as_module = name == "-m" and any(word.split(".")[0] == "sd3explorer" for word in sys.orig_argv)
    if not as_module and name != "sd3explorer":
        return
    try:
        here = {"", os.getcwd()} - {_HOME}  # noqa: PTH109
    except OSError:
        here = {""}
    sys.path[:] = [entry for entry in sys.path if entry not in here]
