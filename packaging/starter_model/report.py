"""The evaluation's tables, and the model card that they go into."""

import csv
import json
from dataclasses import asdict
from pathlib import Path
from string import Template

import numpy as np

from sd3explorer.presets.catalog import STARTER

from . import evaluation, sheets
from .computer import Computer
from .keras_weights import load_preset
from .latents import taught_scenes
from .likeness import Likeness
from .sampling import Sampler
from .scenes import draw
from .store import Work
from .things import COLOURS, STYLES, THINGS
from .tokens import Vocabulary

PLAIN_PROMPTS, FRAMED_PROMPTS, COMPOSED_SCENES, WALKS, DRAWINGS = 500, 100, 100, 40, 200
TIMED_STEPS = (8, 16, 28)
# Beside the one that the model is made for: none, and a lot.
GUIDANCES = (1.0, 8.0)
CARD = Path(__file__).parent / "card.md"


def measure(preset: Path, work: Path, file: Path, computer: Computer, seed: int) -> None:
    """Measures a preset, and writes the numbers into a JSON file, each as soon as it is known.

    What is in the file already isn't measured again.
    """
    known = json.loads(file.read_text()) if file.exists() else {}
    starter = load_preset(preset)
    likeness = Likeness(work)
    sampler = Sampler(starter, computer)
    composed = evaluation.composed_scenes(set(taught_scenes(work)), seed, COMPOSED_SCENES)
    rows = {
        "taught_psnr": lambda: evaluation.psnr(
            starter.vae, evaluation.taught_drawings(work, seed, DRAWINGS), computer, seed
        ),
        "held_out_psnr": lambda: evaluation.psnr(
            starter.vae, evaluation.held_out_drawings(work, seed, DRAWINGS), computer, seed
        ),
        "unseen_psnr": lambda: evaluation.psnr(
            starter.vae, evaluation.unseen_drawings(work, seed, DRAWINGS), computer, seed
        ),
        "plain": lambda: asdict(
            evaluation.fidelity(sampler, likeness, evaluation.plain_prompts(seed, PLAIN_PROMPTS))
        ),
        "framed": lambda: asdict(
            evaluation.fidelity(sampler, likeness, evaluation.framed_prompts(seed, FRAMED_PROMPTS))
        ),
        "other_words": lambda: asdict(evaluation.fidelity(sampler, likeness, evaluation.other_words(seed))),
        "later": lambda: asdict(
            evaluation.fidelity(sampler, likeness, evaluation.later_prompts(seed, FRAMED_PROMPTS))
        ),
        "ink": lambda: asdict(
            evaluation.fidelity(sampler, likeness, evaluation.ink_prompts(seed, FRAMED_PROMPTS))
        ),
    }
    rows |= {
        f"guidance {guidance:g}": lambda guidance=guidance: asdict(
            evaluation.fidelity(
                Sampler(starter, computer, guidance=guidance),
                likeness,
                evaluation.plain_prompts(seed, FRAMED_PROMPTS),
            )
        )
        for guidance in GUIDANCES
    }
    rows |= {
        "composed": lambda: evaluation.composed(sampler, likeness, composed, seed),
        "composed_drawn": lambda: evaluation.found(
            np.stack([draw(scene, work) for scene in composed]), composed, likeness
        ),
        "halfway": lambda: asdict(evaluation.halfway(sampler, likeness, seed, WALKS)),
        "trustworthiness": lambda: asdict(evaluation.trustworthiness(likeness, work, seed)),
    }
    for name, row in rows.items():
        if name not in known:
            known[name] = row()
            print(f"{preset.name}: {name} {known[name]}", flush=True)
            file.write_text(json.dumps(known, indent=2))


def measure_speed(preset: Path, file: Path) -> None:
    """Adds the seconds a frame to the numbers; for a computer with nothing else to do."""
    known = json.loads(file.read_text()) if file.exists() else {}
    known["seconds"] = {
        str(steps): time for steps, time in evaluation.seconds_per_frame(preset, TIMED_STEPS).items()
    }
    file.write_text(json.dumps(known, indent=2))


def draw_sheets(preset: Path, folder: Path, computer: Computer) -> None:
    """Writes `prompts.png` and `walks.png`."""
    sampler = Sampler(load_preset(preset), computer)
    sheets.prompts(sampler).save(folder / "prompts.png", optimize=True)
    sheets.walks(sampler).save(folder / "walks.png", optimize=True)


def table(old: dict, new: dict) -> str:
    """Both presets' numbers side by side, in Markdown."""

    def share(value: float) -> str:
        return f"{100 * value:.1f} %"

    prompts = {
        "plain": f"{PLAIN_PROMPTS} combinations that weren't trained on",
        "framed": f"{FRAMED_PROMPTS} of them inside long prompts of other words than training's",
        "other_words": 'other words ("puppy", "ufo")',
        "later": f'{FRAMED_PROMPTS} combinations of things that were added since ("zebra", "green heart")',
        "ink": f"{FRAMED_PROMPTS} combinations in ink, the style that was added since",
        **{
            f"guidance {guidance:g}": f"{FRAMED_PROMPTS} combinations at guidance {guidance:g}"
            for guidance in GUIDANCES
        },
    }
    rows = [
        (f"{words}: {part}", *(share(numbers[key][part]) for numbers in (old, new)))
        for key, words in prompts.items()
        for part in ("thing", "style", "colour")
    ]
    rows.append(
        (
            f"{COMPOSED_SCENES} scenes of small things or several: things in their places",
            *(share(numbers["composed"]) for numbers in (old, new)),
        )
    )
    rows += [
        (words, *(f"{numbers[key]:.2f} dB" for numbers in (old, new)))
        for key, words in {
            "taught_psnr": "VAE, drawings that the denoiser is taught",
            "held_out_psnr": "VAE, drawings kept from its decoder's training",
            "unseen_psnr": "VAE, a set that nothing was trained on (an older Noto)",
        }.items()
    ]
    rows += [
        (
            f"distance to the nearest drawing, {part} of walks",
            *(f"{each['halfway'][part]:.1f}" for each in (old, new)),
        )
        for part in ("ends", "middles")
    ]
    rows += [
        (f"seconds a frame, {steps} steps", *(f"{each['seconds'][str(steps)]:.3f}" for each in (old, new)))
        for steps in TIMED_STEPS
        if "seconds" in old and "seconds" in new
    ]
    return "\n".join(
        ["| | prototype | now |", "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    )


def write_card(preset: Path, work: Work, old: dict, new: dict, made: str, weak: str) -> None:
    """Writes the preset's `README.md`.

    Args:
        preset: The new one.
        work: Where it was trained.
        old: The numbers of the one before.
        new: Its own.
        made: How it was trained, in words.
        weak: What one sees, in words.
    """
    trust = new["trustworthiness"]
    text = Template(CARD.read_text()).substitute(
        colours=listing(list(COLOURS)),
        composed_drawn=f"{100 * new['composed_drawn']:.0f} %",
        curve=curve(work.denoiser.with_suffix(".csv")),
        drawings=len(THINGS) * len(STYLES),
        guidance=f"{STARTER.sampler.guidance_scale:g}",
        made=made,
        prompts=PLAIN_PROMPTS,
        steps=STARTER.sampler.num_steps,
        styles=listing([f"`{style}`" for style in STYLES]),
        table=table(old, new),
        things=len(THINGS),
        trust=listing([f"{100 * trust[part]:.0f} %" for part in ("thing", "style", "colour")]),
        vocabulary=f"{len(Vocabulary.load(work.folder).ids):,}",
        weak=weak,
    )
    (preset / "README.md").write_text(text)


def curve(file: Path, points: int = 8) -> str:
    """How the loss fell in training, in Markdown; each number is the mean since the one before."""
    with file.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    parts = [part for part in np.array_split(np.arange(len(rows)), points) if len(part)]
    steps = [rows[part[-1]]["step"] for part in parts]
    losses = [f"{np.mean([float(rows[index]['loss']) for index in part]):.4f}" for part in parts]
    return "\n".join(
        f"| {' | '.join(row)} |" for row in (["step", *steps], ["---"] * (len(parts) + 1), ["loss", *losses])
    )


def listing(words: list[str]) -> str:
    """A, B and C."""
    return f"{', '.join(words[:-1])} and {words[-1]}"
