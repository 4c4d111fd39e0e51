"""Builds what people install: `python packaging/installers/build.py run|deb|exe|mac|all`, into `dist/`.

Needs `build` and `uv` (`pip install build uv`); for the package of Debian also `dpkg-deb` and Python 3.11;
for Windows `makensis` (Debian's package nsis) and `pyvips`, which the app needs as well.
"""

import argparse
import gzip
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from datetime import UTC, datetime
from email.utils import format_datetime
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
VERSION = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
DIST = REPOSITORY / "dist"
ICON = REPOSITORY / "resources" / "icons" / "sd3explorer.svg"
# Of Debian 12.
PYTHON = "3.11"
# Where files of `desktop/` go below `usr`.
PLACES = {
    "sd3explorer.desktop": "share/applications/sd3explorer.desktop",
    "sd3explorer.xml": "share/mime/packages/sd3explorer.xml",
    "sd3explorer.thumbnailer": "share/thumbnailers/sd3explorer.thumbnailer",
    "org.sd3explorer.sd3explorer.metainfo.xml": "share/metainfo/org.sd3explorer.sd3explorer.metainfo.xml",
    "sd3explorer.svg": "share/icons/hicolor/scalable/apps/sd3explorer.svg",
}
MARKS = {"@EXEC@": "sd3explorer", "@TRYEXEC@": "/usr/bin/sd3explorer"}


def main() -> None:
    """Builds what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("run", "deb", "exe", "mac", "all"))
    what = parser.parse_args().what
    DIST.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel = build_wheel(Path(folder))
        if what in ("run", "all"):
            print(build_run(wheel, DIST))
        if what in ("deb", "all"):
            print(build_deb(wheel, DIST))
        if what in ("exe", "all"):
            print(build_exe(wheel, DIST))
        if what in ("mac", "all"):
            print(build_mac(wheel, DIST))


def build_wheel(folder: Path) -> Path:
    """The app's own wheel."""
    run("-m", "build", "--wheel", "--outdir", folder, REPOSITORY)
    (wheel,) = folder.glob("*.whl")
    return wheel


def build_run(wheel: Path, target: Path, uv: Path | None = None) -> Path:
    """The installer for Linux: a shell script with all that it needs behind its last line.

    Args:
        wheel: The app's.
        target: Folder that it is written to.
        uv: The program that installs; None takes the one that is installed here.

    Returns:
        The installer.
    """
    with tempfile.TemporaryDirectory() as folder:
        payload = Path(folder) / "payload"
        shutil.copytree(HERE / "locks", payload / "locks")
        copy_desktop(payload / "desktop")
        for file in (HERE / "linux" / "install.sh", wheel, uv or found_uv()):
            shutil.copy(file, payload)
        for program in ("install.sh", "uv"):
            (payload / program).chmod(0o755)
        packed = Path(folder) / "payload.tar.gz"
        with tarfile.open(packed, "w:gz") as archive:
            archive.add(payload, ".")
        data = packed.read_bytes()
    header = (HERE / "linux" / "header.sh").read_text(encoding="utf-8")
    filled = (
        header.replace("@VERSION@", VERSION)
        .replace("@DIGEST@", hashlib.sha256(data).hexdigest())
        .replace("@LINES@", str(header.count("\n")))
    )
    made = target / f"sd3explorer-{VERSION}-linux-x86_64.run"
    made.write_bytes(filled.encode() + data)
    made.chmod(0o755)
    return made


def copy_desktop(target: Path) -> None:
    """What a desktop needs to know of the app; where that is installed is filled in then."""
    shutil.copytree(HERE / "desktop", target)
    shutil.copy(ICON, target)
    day = datetime.now(UTC).date().isoformat()
    for file in target.glob("*.metainfo.xml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("@DATE@", day), encoding="utf-8")


def found_uv() -> Path:
    """Where `uv` is, which its package on PyPI brings along."""
    from uv import find_uv_bin

    return Path(find_uv_bin())


def fetch_uv(system: str, folder: Path) -> Path:
    """The program `uv` for another system, of the release that is installed here.

    Args:
        system: What pip calls it: "win_amd64".
        folder: Where it is written to.
    """
    wanted = f"uv=={metadata.version('uv')}"
    run(
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
        "--platform",
        system,
        wanted,
        "-d",
        folder,
    )
    (wheel,) = folder.glob("uv-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (member,) = (name for name in archive.namelist() if re.search(r"/scripts/uv(\.exe)?$", name))
        program = folder / Path(member).name
        program.write_bytes(archive.read(member))
    return program


def build_exe(wheel: Path, target: Path, uv: Path | None = None) -> Path:
    """The installer for Windows, made by NSIS.

    Returns:
        The installer.
    """
    made = target / f"sd3explorer-{VERSION}-windows-x86_64.exe"
    with tempfile.TemporaryDirectory() as folder:
        payload = Path(folder) / "payload"
        payload.mkdir()
        for file in (wheel, HERE / "locks" / "cpu.txt"):
            shutil.copy(file, payload)
        shutil.copy(uv or fetch_uv("win_amd64", Path(folder)), payload / "uv.exe")
        write_icon(payload / "sd3explorer.ico")
        names = {"VERSION": VERSION, "PAYLOAD": payload, "OUTPUT": made, "WHEEL": wheel.name}
        defined = [f"-D{name}={value}" for name, value in names.items()]
        script = HERE / "windows" / "installer.nsi"
        subprocess.run(["makensis", "-V2", *defined, script], check=True)
    return made


def write_icon(file: Path) -> None:
    """The app's icon as Windows wants it, in all its sizes."""
    import pyvips
    from PIL import Image

    picture = Image.fromarray(pyvips.Image.thumbnail(str(ICON), 256).numpy())
    picture.save(file, sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)])


def build_mac(wheel: Path, target: Path, uv: Path | None = None) -> Path:
    """The installer for macOS on Apple's processors: a folder to unpack, with a script to double-click.

    Returns:
        The archive.
    """
    made = target / f"sd3explorer-{VERSION}-macos-arm64.tar.gz"
    with tempfile.TemporaryDirectory() as folder:
        payload = Path(folder) / "payload"
        payload.mkdir()
        for file in (wheel, HERE / "locks" / "cpu.txt", HERE / "macos" / "Info.plist"):
            shutil.copy(file, payload)
        shutil.copy(uv or fetch_uv("macosx_11_0_arm64", Path(folder)), payload / "uv")
        shutil.copy(HERE / "macos" / "install.command", payload)
        write_icon(payload / "sd3explorer.ico")
        for program in ("uv", "install.command"):
            (payload / program).chmod(0o755)
        with tarfile.open(made, "w:gz") as archive:
            archive.add(payload, f"sd3explorer-{VERSION}")
    return made


def build_deb(wheel: Path, target: Path) -> Path:
    """The package for Debian 12, which needs no network: the app and its packages in a folder of their own.

    Returns:
        The package.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        environment = root / "usr/lib/sd3explorer"
        install_into(environment, wheel)
        integrate(root)
        describe(root)
        made = target / f"sd3explorer_{VERSION}_amd64.deb"
        # The fastest: most of it is machine code that other settings make hardly smaller.
        packing = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", root, made]
        subprocess.run(packing, check=True, stdout=subprocess.DEVNULL)
    return made


def install_into(environment: Path, wheel: Path) -> None:
    """Makes a virtual environment that works where the package puts it, by Debian's own Python."""
    uv = found_uv()
    subprocess.run([uv, "venv", "--quiet", "--relocatable", "--python", PYTHON, environment], check=True)
    python = environment / "bin/python"
    lock = HERE / "locks" / "cpu.txt"
    for words in (("sync", "--require-hashes", lock), ("install", "--no-deps", wheel)):
        command = [uv, "pip", words[0], "--quiet", "--link-mode=copy", "--python", python, *words[1:]]
        subprocess.run(command, check=True)
    compiling = ["-m", "compileall", "-q", "-j0", "--invalidation-mode=unchecked-hash"]
    within = environment / "lib"
    # Some packages carry files that are no Python, to test just that.
    subprocess.run([python, *compiling, "-s", within, "-p", "/usr/lib/sd3explorer/lib", within], check=False)
    for name in ("python", "python3", f"python{PYTHON}"):
        (environment / "bin" / name).unlink(missing_ok=True)
        (environment / "bin" / name).symlink_to(f"../../../bin/python{PYTHON}")
    for file in (environment / "bin").glob("activate*"):
        file.unlink()
    # Of uv, for environments within a repository.
    (environment / ".gitignore").unlink(missing_ok=True)
    settings = (environment / "pyvenv.cfg").read_text()
    lines = ["home = /usr/bin" if line.startswith("home") else line for line in settings.splitlines()]
    (environment / "pyvenv.cfg").write_text("\n".join(lines) + "\n")


def integrate(root: Path) -> None:
    """Puts what the desktop needs to know where the system looks for it."""
    with tempfile.TemporaryDirectory() as folder:
        desktop = Path(folder) / "desktop"
        copy_desktop(desktop)
        for file, place in PLACES.items():
            placed = root / "usr" / place
            placed.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(desktop / file, placed)
            if placed.suffix != ".svg":
                text = placed.read_text(encoding="utf-8")
                for mark in ("@EXEC@", "@TRYEXEC@"):
                    text = text.replace(
                        mark, "/usr/bin/sd3explorer" if mark == "@TRYEXEC@" else "sd3explorer"
                    )
                placed.write_text(text.replace("@VERSION@", VERSION), encoding="utf-8")
    icons = root / "usr/share/icons/hicolor/scalable"
    (icons / "mimetypes").mkdir()
    shutil.copyfile(ICON, icons / "mimetypes/application-x-sd3walk.svg")
    program = root / "usr/bin/sd3explorer"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/sd3explorer/bin/sd3explorer")


def describe(root: Path) -> None:
    """What Debian wants to know of a package."""
    documents = root / "usr/share/doc/sd3explorer"
    documents.mkdir(parents=True)
    shutil.copy(HERE / "debian" / "copyright", documents)
    changes = (HERE / "debian" / "changelog").read_text(encoding="utf-8")
    changes = changes.replace("@VERSION@", VERSION).replace("@DATE@", format_datetime(datetime.now(UTC)))
    for name, content in (
        ("changelog.gz", changes.encode()),
        ("CHANGELOG.md.gz", (REPOSITORY / "CHANGELOG.md").read_bytes()),
    ):
        with gzip.GzipFile(documents / name, "w", compresslevel=9, mtime=0) as file:
            file.write(content)
    overrides = root / "usr/share/lintian/overrides/sd3explorer"
    overrides.parent.mkdir(parents=True)
    shutil.copy(HERE / "debian" / "lintian-overrides", overrides)
    size = sum(file.lstat().st_size for file in root.rglob("*")) // 1024
    control = (HERE / "debian" / "control").read_text(encoding="utf-8")
    (root / "DEBIAN").mkdir()
    filled = control.replace("@VERSION@", VERSION).replace("@SIZE@", str(size))
    (root / "DEBIAN/control").write_text(filled, encoding="utf-8")
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_program = path.stat().st_mode & 0o100 and not re.search(r"\.so(\.|$)", path.name)
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)


def run(*words: str | Path) -> None:
    """Runs Python."""
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
