"""A way's own process: loads the model, renders when it is asked to, and ends with its parent."""

import gc
import os
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Protocol

import numpy as np

from sd3explorer.bench.messages import KINDS as KINDS
from sd3explorer.bench.messages import (
    Answer,
    MeasureProducts,
    Pictures,
    Products,
    Ready,
    Render,
    Rendered,
    Request,
    Texts,
    Unable,
    Work,
)
from sd3explorer.bench.ways import BenchError, Way
from sd3explorer.diffusion import backend
from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.programs import Programs
from sd3explorer.processes.parent import Parent
from sd3explorer.walk.recipe import Recipe

# Long enough for the best rate that a device has.
SECONDS_OF_PRODUCTS = 0.25


class Renderer(Protocol):
    """A loaded model, in whichever way it renders."""

    def render(self, recipes: Sequence[Recipe]) -> Pictures:
        """The pictures of a batch: uint8 (batch, height, width, 3)."""
        ...


def main(parent: Parent, way: Way, work: Work, texts: Texts | None, caches: Path, log: Path) -> None:
    """Answers requests, one after the other, until the parent ends or wants no more.

    Args:
        parent: Asks.
        way: How to render.
        work: What to render.
        texts: The embeddings; None where they are to be made.
        caches: Folder for what backends keep of their compiling.
        log: File that all output goes to, to be named in a message.
    """
    requests: SimpleQueue[Request] = SimpleQueue()
    parent.listen(requests.put)
    os.environ |= {"XDG_CACHE_HOME": str(caches), "TORCHINDUCTOR_CACHE_DIR": str(caches / "inductor")}
    try:
        for answer in _answers(requests, way, work, texts, caches):
            parent.send(answer)
    except (BenchError, DiffusionError) as error:
        parent.send(Unable(str(error)))
    except Exception as error:
        traceback.print_exception(error)
        detail = " ".join(str(error).split())[:200]
        parent.send(Unable(f"{type(error).__name__}: {detail}; the whole story is in {log}"))


def _answers(
    requests: "SimpleQueue[Request]", way: Way, work: Work, texts: Texts | None, caches: Path
) -> Iterator[Answer]:
    start = time.perf_counter()
    # Of a folder of its own, so that no other run has compiled anything before.
    kept = Programs(caches / "programs" / "models" / way.name) if way.ours else None
    compiler = backend.select(way.backend, kept.root if kept is not None else None)
    # These import Keras, so only now that its backend is chosen.
    from sd3explorer.bench import keras_ways, machine, models
    from sd3explorer.diffusion.precision import chosen_precision, product_rate

    precision = chosen_precision(work.precision, compiler)
    model = models.build(work, precision)
    texts = texts or models.encode_texts(model, work, compiler)
    if kept is not None:
        kept.folder.mkdir(parents=True, exist_ok=True)
        renderer: Renderer = keras_ways.Ours(model, texts, work, precision, compiler, kept)
    else:
        renderer = _renderer(way, model, texts, work)
    # Where the weights were converted, the model they came from is needed no more.
    del model
    gc.collect()
    machine.forget_device_memory(way.backend)
    seconds = time.perf_counter() - start
    yield Ready(texts, precision, machine.device_name(way.backend), seconds)
    while True:
        match requests.get():
            case Render() as request:
                yield _rendered(renderer, work, request, way.backend)
            case MeasureProducts():
                yield Products(product_rate(precision, compiler.compile_function, SECONDS_OF_PRODUCTS))


def _renderer(way: Way, model: Any, texts: Texts, work: Work) -> Renderer:
    from sd3explorer.bench import keras_ways

    match way.name:
        case "seed":
            return keras_ways.Seed(model, texts, work)
        case "kerashub":
            return keras_ways.KerasHub(model, texts, work)
        case _:
            from sd3explorer.bench.diffusers_way import Diffusers

            return Diffusers(model, texts, work, compile_it=way.compiled_by_torch)


def _rendered(renderer: Renderer, work: Work, request: Render, backend_name: str) -> Rendered:
    from sd3explorer.bench import machine

    batches = work.recipes(request.turn)
    start = time.perf_counter()
    pictures = [renderer.render(batch) for batch in batches]
    seconds = time.perf_counter() - start
    wanted = np.concatenate(pictures) if request.want_pictures else None
    return Rendered(seconds, wanted, machine.device_memory(backend_name))
