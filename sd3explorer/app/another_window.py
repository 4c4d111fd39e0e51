"""Another window, which is a process of its own."""

import sys

from PySide6.QtCore import QProcess, QProcessEnvironment

from sd3explorer.arguments import NEW_WINDOW
from sd3explorer.processes.environment import environment

# Nothing of the current folder is imported.
PROGRAM = ("-P", "-m", "sd3explorer")


def open_another_window() -> bool:
    """Starts the app again, beside this one; it lives on when this one ends.

    Returns:
        Whether it could be started.
    """
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments([*PROGRAM, NEW_WINDOW])
    variables = QProcessEnvironment()
    for name, value in environment().items():
        variables.insert(name, value)
    process.setProcessEnvironment(variables)
    return bool(process.startDetached())
