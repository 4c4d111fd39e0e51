"""Another window, as a process of its own."""

import subprocess
import sys

from sd3explorer.app.another_window import PROGRAM
from sd3explorer.processes.environment import environment


def test_the_app_is_started_without_anything_of_the_current_folder(tmp_path):
    (tmp_path / "sd3explorer.py").write_text("raise SystemExit('a stranger')")
    command = [sys.executable, *PROGRAM, "example"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True)
    assert "friends" in done.stdout
    assert done.returncode == 0
