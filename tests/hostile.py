"""A stranger's folder: modules with the names of others, which leave a mark where they are run."""

from pathlib import Path

NAMES = (
    "multiprocessing",
    "selectors",
    "json",
    "huggingface_hub",
    "keras",
    "numpy",
    "sitecustomize",
    "tensorflow",
)


def make_hostile(folder: Path, names=NAMES) -> Path:
    for name in names:
        folder.joinpath(f"{name}.py").write_text(f"open({str(folder / name)!r} + '.ran', 'w').close()\n")
    return folder


def what_ran(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.ran"))
