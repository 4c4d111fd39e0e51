"""The installer for Linux: what it leaves in a home, and that nothing is left once it is removed.

What it installs by is a stand-in for `uv` that makes the same files without a network.
"""

import hashlib
import importlib.util
import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

INSTALLERS = Path(__file__).parents[2] / "packaging" / "installers"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux alone")

# Makes what `uv` makes, writes down what it was asked, and fails as often as a file says.
UV = """#!/bin/sh
echo "$@" >>"$HOME/../asked"
case $1 in
venv) for folder do :; done; mkdir -p "$folder/bin" "$folder/lib"
    printf '#!/bin/sh\\n' >"$folder/bin/python"; chmod +x "$folder/bin/python" ;;
pip) left=$(cat "$HOME/../failures" 2>/dev/null || echo 0)
    [ "$left" = 0 ] || { echo $((left - 1)) >"$HOME/../failures"; exit 1; }
    [ "$2" = sync ] || { for wheel do :; done
        printf '#!/bin/sh\\necho %s\\n' "$(basename "$wheel")" >"$(dirname "$5")/sd3explorer"
        chmod +x "$(dirname "$5")/sd3explorer"; } ;;
esac
"""


@pytest.fixture(scope="module")
def building():
    made = importlib.util.spec_from_file_location("build_installers", INSTALLERS / "build.py")
    module = importlib.util.module_from_spec(made)
    made.loader.exec_module(module)
    return module


@pytest.fixture
def installer(building, tmp_path):
    uv = tmp_path / "uv"
    uv.write_text(UV)
    uv.chmod(0o755)
    wheel = tmp_path / "sd3explorer-0.1.0-py3-none-any.whl"
    wheel.touch()
    return building.build_run(wheel, tmp_path, uv)


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "Jane & Jim's home"
    home.mkdir()
    return home


@pytest.fixture
def run(installer, home):
    """Runs it as somebody without rights, and returns what it says and how it ends."""

    def run(*words, program=installer, **variables):
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "SD3EXPLORER_PAUSE": "0", **variables}
        return subprocess.run(
            ["sh", str(program), *words], env=environment, capture_output=True, text=True, cwd=home
        )

    return run


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def asked(home):
    return (home.parent / "asked").read_text()


def test_the_app_is_installed_and_known_to_the_desktop(run, home):
    done = run("--backend", "cpu", "--yes")
    assert done.returncode == 0, done.stderr
    program = home / ".local/opt/sd3explorer/current/bin/sd3explorer"
    assert (home / ".local/bin/sd3explorer").readlink() == program
    assert subprocess.check_output([home / ".local/bin/sd3explorer"], text=True).startswith("sd3explorer-0.1")
    entry = (home / ".local/share/applications/sd3explorer.desktop").read_text()
    assert f'Exec="{program}" %f\n' in entry
    assert f"TryExec={program}\n" in entry
    for file in ("mime/packages/sd3explorer.xml", "icons/hicolor/scalable/apps/sd3explorer.svg"):
        assert (home / ".local/share" / file).is_file()
    assert not any("@" in path.read_text() for path in (home / ".local/share").rglob("*.thumbnailer"))
    assert "--require-hashes" in asked(home)


def test_it_is_removed_without_a_rest(run, home):
    (home / ".local/share/applications").mkdir(parents=True)
    (home / ".local/share/applications/other.desktop").touch()
    before = files(home)
    assert run("--backend", "cpu", "--yes").returncode == 0
    removed = run("--uninstall", "--yes", program=home / ".local/opt/sd3explorer/install.sh")
    assert removed.returncode == 0, removed.stderr
    left = [file for file in files(home) if not file.endswith("mimeinfo.cache")]
    assert left == before


def test_a_newer_version_takes_the_place_of_the_older_one(run, home, building, tmp_path):
    assert run("--backend", "cpu", "--yes").returncode == 0
    newer = tmp_path / "newer"
    newer.mkdir()
    wheel = newer / "sd3explorer-0.2.0-py3-none-any.whl"
    wheel.touch()
    installer = building.build_run(wheel, newer, tmp_path / "uv")
    assert run("--backend", "jax", "--yes", program=installer).returncode == 0
    assert "0.2.0" in subprocess.check_output([home / ".local/bin/sd3explorer"], text=True)
    folder = home / ".local/opt/sd3explorer"
    assert [path.name for path in folder.glob("env-*")] == ["env-0.2.0-jax"]


def test_what_fails_is_tried_again_and_an_older_version_stays_until_it_works(run, home):
    assert run("--backend", "cpu", "--yes").returncode == 0
    (home.parent / "failures").write_text("2")
    assert run("--backend", "cuda", "--yes").returncode == 0
    (home.parent / "failures").write_text("99")
    failed = run("--backend", "jax", "--yes")
    assert failed.returncode == 1
    assert "run the installer again to go on" in failed.stderr
    assert (home / ".local/opt/sd3explorer/current").resolve().name == "env-0.1.0-cuda"
    # The same once more doesn't take away what there is, either.
    assert run("--backend", "cuda", "--yes").returncode == 1
    assert "0.1.0" in subprocess.check_output([home / ".local/bin/sd3explorer"], text=True)
    (home.parent / "failures").write_text("0")
    assert run("--backend", "cuda", "--yes").returncode == 0
    assert len(list((home / ".local/opt/sd3explorer").glob("env-*"))) == 1


def test_a_download_that_was_cut_is_not_installed(run, installer, home):
    installer.write_bytes(installer.read_bytes()[:-1000])
    done = run("--backend", "cpu", "--yes")
    assert done.returncode == 1
    assert done.stderr == "sd3explorer: this installer is damaged or incomplete; download it again\n"
    assert files(home) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--backend", "tpu"), '"tpu" is no backend; there are cpu, cuda and jax'),
        (("--backend",), "--backend needs cpu, cuda or jax"),
        (("--fast",), "--fast is no option; for help, add --help"),
        (("--uninstall",), "nothing is installed in"),
        (("--prefix", "/tmp/$(id)"), "/tmp/$(id) holds characters that desktops don't take"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, home, words, said):
    done = run(*words, "--yes") if words != ("--backend",) else run(*words)
    assert done.returncode == 1
    assert said in done.stderr
    assert files(home) == []


def test_nothing_is_left_of_the_installer_itself(run, home, tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    assert run("--backend", "cpu", "--yes", TMPDIR=str(scratch)).returncode == 0
    assert files(scratch) == []


@pytest.mark.parametrize("backend", ["cpu", "cuda", "jax"])
def test_what_is_locked_is_what_the_project_asks_for(backend):
    import tomllib

    project = tomllib.loads((INSTALLERS.parents[1] / "pyproject.toml").read_text())["project"]
    lock = (INSTALLERS / "locks" / f"{backend}.txt").read_text().lower()
    for requirement in project["dependencies"]:
        name = requirement.split(">")[0].split("[")[0].lower()
        assert f"\n{name}==" in f"\n{lock}" or f"\n{name}[" in f"\n{lock}", name
    blocks = [block for block in lock.replace("\\\n", "").split("\n") if block.strip()]
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_payload_is_what_its_header_says(installer):
    data = installer.read_bytes()
    header = data[: data.index(b'exit "$status"\n') + len(b'exit "$status"\n')]
    assert hashlib.sha256(data[len(header) :]).hexdigest().encode() in header


@pytest.fixture
def mac(building, tmp_path, home):
    """Runs the installer for macOS, and returns what it says."""
    uv = tmp_path / "uv"
    uv.write_text(UV)
    wheel = tmp_path / "sd3explorer-0.1.0-py3-none-any.whl"
    wheel.touch()
    archive = building.build_mac(wheel, tmp_path, uv)
    subprocess.run(["tar", "-xzf", archive, "-C", tmp_path], check=True)

    def run(*words, status=0):
        environment = {**os.environ, "HOME": str(home), "SD3EXPLORER_PAUSE": "0"}
        script = tmp_path / "sd3explorer-0.1.0" / "install.command"
        done = subprocess.run(["sh", script, *words], env=environment, capture_output=True, text=True)
        assert done.returncode == status, done.stderr
        return done.stdout + done.stderr

    return run


def test_on_a_mac_it_makes_an_app_that_opens_walks_and_is_removed_without_a_rest(mac, home):
    mac()
    app = home / "Applications" / "sd3explorer.app" / "Contents"
    information = plistlib.loads((app / "Info.plist").read_bytes())
    assert information["CFBundleShortVersionString"] == "0.1.0"
    assert information["CFBundleDocumentTypes"][0]["CFBundleTypeExtensions"] == ["sd3walk"]
    program = (app / "MacOS" / "sd3explorer").read_text()
    prefix = home / "Library" / "Application Support" / "sd3explorer-app"
    assert f'exec "{prefix}/current/bin/python" -P -m sd3explorer "$@"' in program
    assert (prefix / "current" / "bin" / "python").exists()
    mac("--uninstall")
    assert [path for path in home.rglob("*") if not path.is_dir()] == []
    assert "nothing is installed" in mac("--uninstall", status=1)


def test_on_a_mac_the_version_in_use_stays_where_an_update_fails(mac, home, tmp_path):
    mac()
    prefix = home / "Library" / "Application Support" / "sd3explorer-app"
    (prefix / "current" / "used").touch()
    (tmp_path / "failures").write_text("9")
    assert "run the installer again to go on" in mac(status=1)
    assert (prefix / "current" / "used").exists()
    (tmp_path / "failures").write_text("1")
    assert "is installed" in mac()
    assert not (prefix / "current" / "used").exists()
