"""Makes the starter model: `python -m starter_model all --work FOLDER`, from the folder above this one."""

import argparse
import json
import math
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from sd3explorer.presets.files import CONFIG

from . import parcels, pictures, report, scenes
from .captions import caption
from .computer import Computer, best_device, best_precision
from .convert import save_preset
from .denoiser import Model
from .keras_weights import Starter, load_preset
from .latents import Latents, encode_scenes
from .store import Work
from .tokens import Vocabulary
from .train_denoiser import DenoiserTrainer
from .train_vae import Drawings, VAETrainer
from .training import Chunk, Plan, train
from .vae import VAE

# Captions of each scene that the vocabulary is made from.
CAPTIONS_PER_SCENE = 12

# What a CPU does in days, and a GPU, which wants more at a time, in minutes.
CPU_PLANS = {
    "vae": Plan(steps=6000, batch_size=16, weight_decay=1e-4, warm_up=100, plateau=0.2),
    "denoiser": Plan(steps=60_000),
}
GPU_PLANS = {
    "vae": replace(CPU_PLANS["vae"], steps=12_000, batch_size=64, learning_rate=8e-4),
    "denoiser": replace(CPU_PLANS["denoiser"], steps=20_000, batch_size=1024, learning_rate=1e-3),
}
CPU_COMPOSED, GPU_COMPOSED = 9000, 40_000


def main() -> None:
    """Runs one stage, or all of them."""
    options = parser().parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    precision = options.precision or best_precision(options.device)
    options.computer = Computer(options.device, options.threads, precision)
    options.computer.prepare()
    if options.composed is None:
        options.composed = GPU_COMPOSED if options.computer.on_gpu else CPU_COMPOSED
    torch.manual_seed(options.seed)
    for name in STAGES if options.stage == "all" else [options.stage]:
        print(f"== {name}", flush=True)
        if not (STAGES | OTHERS)[name](options, Work(options.work)):
            sys.exit(f"{name} isn't complete yet; run the same command again")


def parser() -> argparse.ArgumentParser:
    """The command line."""
    result = argparse.ArgumentParser(prog="starter_model", description=__doc__)
    result.add_argument("stage", choices=[*STAGES, *OTHERS, "all"])
    result.add_argument("--work", type=Path, required=True, help="folder for everything on the way")
    start = result.add_mutually_exclusive_group()
    start.add_argument("--from", dest="preset", type=a_preset, help="preset whose weights to start from")
    start.add_argument(
        "--vae-from", type=a_preset, help="preset whose VAE to start from, with everything else new"
    )
    result.add_argument("--to", type=Path, help="folder for the new preset; default: WORK/preset")
    result.add_argument("--beside", type=a_preset, help="preset to compare with; default: that of --from")
    result.add_argument("--parcel", type=Path, help="folder for `pack` and `unpack`")
    result.add_argument("--made", default="", help="for the model card: how it was trained")
    result.add_argument("--weak", default="", help="for the model card: what one sees on the sheets")
    result.add_argument("--seed", type=int, default=0)
    result.add_argument("--device", default=best_device())
    result.add_argument("--threads", type=int, default=0, help="of the CPU; default: PyTorch's choice")
    result.add_argument(
        "--precision", choices=("bfloat16", "float32"), help="default: what the device is fast at"
    )
    result.add_argument("--composed", type=int, help="scenes of small, large or several things")
    result.add_argument("--composed-share", type=a_share, default=0.4, help="of what the denoiser is shown")
    result.add_argument(
        "--later-weight",
        type=float,
        default=1.0,
        help="how much more often things are shown that were added later",
    )
    result.add_argument(
        "--old-share",
        type=a_share,
        default=0.0,
        help="how much of the weights of --from is mixed into the new preset: wins back what was forgotten",
    )
    for training in ("vae", "denoiser"):
        result.add_argument(f"--{training}-steps", type=int, help="of the whole training")
        result.add_argument(
            f"--{training}-minutes", type=float, help="of the whole training, instead of steps"
        )
        result.add_argument(f"--{training}-batch-size", type=int)
        result.add_argument(f"--{training}-learning-rate", type=float)
    result.add_argument("--chunk-minutes", type=float, default=0, help="stop after these, to go on later")
    result.add_argument("--chunk-steps", type=int, default=0, help="stop after these, to go on later")
    return result


def a_preset(words: str) -> Path:
    """The folder of a preset, as the command line names it."""
    folder = Path(words)
    if not (folder / CONFIG).is_file():
        raise argparse.ArgumentTypeError(f"{words} is no preset; name a folder with {CONFIG}")
    return folder


def a_share(words: str) -> float:
    """A share, as the command line names it."""
    try:
        share = float(words)
    except ValueError:
        share = math.nan
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{words} is no share; name one from 0 to 1")
    return share


def make_pictures(options: argparse.Namespace, work: Work) -> bool:
    """Fetches and renders the emoji."""
    pictures.render_all(work.folder)
    return True


def make_start(options: argparse.Namespace, work: Work) -> bool:
    """The model to begin with: a preset's, or a new one with its vocabulary."""
    if not work.start.exists():
        work.save_start(
            load_preset(options.preset) if options.preset else new(options, work), bool(options.preset)
        )
    return True


def new(options: argparse.Namespace, work: Work) -> Starter:
    """A model that hasn't learnt anything but its vocabulary, and maybe what a preset's VAE knows."""
    rng = np.random.default_rng([options.seed, 4])
    known = scenes.training_scenes(options.seed, options.composed)
    texts = [caption(scene, rng) for scene in known for _ in range(CAPTIONS_PER_SCENE)]
    vocabulary = Vocabulary.train(texts + list(work.strange_words()) * 3)
    vae = load_preset(options.vae_from).vae if options.vae_from else VAE()
    return Starter(vae, Model(len(vocabulary.ids)), 0.0, 1.0, vocabulary)


def train_vae(options: argparse.Namespace, work: Work) -> bool:
    """Trains the VAE, or its decoder alone where it comes from a preset."""
    trainer = VAETrainer(
        work.load(trained=False).vae,
        Drawings.load(work.folder),
        plan(options, "vae"),
        options.computer,
        decoder_only=work.starts_from_preset(),
    )
    return train(trainer, work.vae, chunk(options))


def make_latents(options: argparse.Namespace, work: Work) -> bool:
    """Draws and encodes what the denoiser is to see."""
    if not (work.folder / "scenes.json").exists():
        vae = work.load().vae.to(options.computer.device)
        encode_scenes(work.folder, vae, options.computer, options.seed, options.composed)
    if not work.scaling.exists():
        values = np.load(work.folder / "latents.npy").astype(np.float32)
        work.save_scaling(float(values.mean()), float(1 / values.std()))
    return True


def train_denoiser(options: argparse.Namespace, work: Work) -> bool:
    """Trains text encoders and denoiser."""
    trainer = DenoiserTrainer(
        work.load(trained=False),
        Latents.load(work.folder, options.composed_share, later_weight=options.later_weight),
        work.strange_words(),
        plan(options, "denoiser"),
        options.computer,
    )
    return train(trainer, work.denoiser, chunk(options))


def convert(options: argparse.Namespace, work: Work) -> bool:
    """Writes the preset."""
    if options.old_share and not work.starts_from_preset():
        sys.exit("--old-share mixes weights of --from in, but this training began with none; leave it out")
    save_preset(work.load(old_share=options.old_share), target(options))
    return True


def evaluate(options: argparse.Namespace, work: Work) -> bool:
    """Measures the new preset and the one beside it, and draws the sheets."""
    for preset, file in evaluated(options, work):
        report.measure(preset, work.folder, file, options.computer, options.seed)
    report.draw_sheets(target(options), work.folder, options.computer)
    return True


def time_frames(options: argparse.Namespace, work: Work) -> bool:
    """Measures the seconds a frame; needs the computer for itself."""
    for preset, file in evaluated(options, work):
        report.measure_speed(preset, file)
    return True


def write_card(options: argparse.Namespace, work: Work) -> bool:
    """Writes the model card into the preset."""
    (_, old), (preset, new) = evaluated(options, work)
    report.write_card(
        preset, work, json.loads(old.read_text()), json.loads(new.read_text()), options.made, options.weak
    )
    return True


def pack(options: argparse.Namespace, work: Work) -> bool:
    """Writes what the denoiser's training needs into small files."""
    parcels.pack(work, options.parcel)
    return True


def unpack(options: argparse.Namespace, work: Work) -> bool:
    """Makes the work folder of such files."""
    parcels.unpack(options.parcel, work)
    return True


def target(options: argparse.Namespace) -> Path:
    """Where the new preset goes."""
    return options.to or options.work / "preset"


def evaluated(options: argparse.Namespace, work: Work) -> list[tuple[Path, Path]]:
    """The preset to compare with, then the new one, each with the file for its numbers."""
    beside = options.beside or options.preset
    if beside is None:
        sys.exit("name the preset to compare with: --beside PRESET")
    return [(beside, work.folder / "before.json"), (target(options), work.folder / "now.json")]


def plan(options: argparse.Namespace, training: str) -> Plan:
    """The plan of a training, for the device, with what the command line says."""
    default = (GPU_PLANS if options.computer.on_gpu else CPU_PLANS)[training]
    names = ("steps", "minutes", "batch_size", "learning_rate")
    said = {name: getattr(options, f"{training}_{name}") for name in names}
    changes = {name: value for name, value in said.items() if value is not None}
    if "minutes" in changes:
        changes.setdefault("steps", 0)
    return replace(default, seed=options.seed, **changes)


def chunk(options: argparse.Namespace) -> Chunk:
    """When to stop before the training is over."""
    return Chunk(options.chunk_minutes, options.chunk_steps)


STAGES: dict[str, Callable[[argparse.Namespace, Work], bool]] = {
    "pictures": make_pictures,
    "start": make_start,
    "vae": train_vae,
    "latents": make_latents,
    "denoiser": train_denoiser,
    "convert": convert,
    "evaluate": evaluate,
    "time": time_frames,
    "card": write_card,
}
# Not on the way from emoji to preset.
OTHERS = {"pack": pack, "unpack": unpack}

if __name__ == "__main__":
    main()
