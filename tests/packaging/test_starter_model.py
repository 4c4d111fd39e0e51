"""The recipe of the starter model, on ten pictures drawn here and for a few steps."""

import base64
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tarfile

import numpy as np
import pytest
from PIL import Image, ImageDraw

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")

from starter_model import __main__ as recipe  # noqa: E402
from starter_model import (  # noqa: E402
    captions,
    convert,
    evaluation,
    keras_weights,
    parcels,
    pictures,
    registry,
    report,
    scenes,
    things,
)
from starter_model.computer import Computer, best_precision  # noqa: E402
from starter_model.denoiser import SHIFT, Model  # noqa: E402
from starter_model.keras_weights import Starter  # noqa: E402
from starter_model.latents import Latents, encode_scenes  # noqa: E402
from starter_model.likeness import Likeness  # noqa: E402
from starter_model.sampling import Frame, Sampler  # noqa: E402
from starter_model.store import Work  # noqa: E402
from starter_model.tokens import Vocabulary  # noqa: E402
from starter_model.train_denoiser import (  # noqa: E402
    EVEN_SHARE,
    MIXED_SHARE,
    SMALL_WEIGHT,
    DenoiserTrainer,
    importance,
    mixed,
    times,
    ways,
)
from starter_model.train_vae import Drawings, VAETrainer  # noqa: E402
from starter_model.training import Chunk, Plan, train  # noqa: E402
from starter_model.vae import VAE  # noqa: E402

from sd3explorer.resources import resource  # noqa: E402

FIVE = {thing: things.THINGS[thing] for thing in ("fox", "owl", "pizza", "robot", "star")}
THREE = {colour: things.COLOURS[colour] for colour in ("white", "teal", "black")}
SHAPES = ("ellipse", "rectangle", "ellipse")
# The last one differs from those before it.
BLOCKS = 2
COMPUTER = Computer(precision="float32")
STARTER = str(resource("models", "starter"))
PLAN = Plan(steps=6, batch_size=3, learning_rate=2e-3, warm_up=1)


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("starter_model.denoiser.BLOCKS", BLOCKS)
        patch.setattr("starter_model.scenes.THINGS", FIVE)
        patch.setattr("starter_model.scenes.COLOURS", THREE)
        patch.setattr("starter_model.likeness.THINGS", FIVE)
        for (style, set_name), shape in zip(things.STYLES.items(), SHAPES, strict=True):
            (folder / "pictures" / set_name).mkdir(parents=True)
            for index, thing in enumerate(FIVE):
                picture = Image.new("RGBA", (pictures.SIDE, pictures.SIDE))
                draw = getattr(ImageDraw.Draw(picture), shape)
                coloured = {"fill": (50 * index, 200 - 30 * index, 90, 255)}
                how = {"outline": "black", "width": 8} if style == things.INK else coloured
                draw((10 + 12 * index, 20, 60 + 12 * index, 100), **how)
                picture.save(folder / "pictures" / set_name / f"{thing}.png")
        yield Work(folder)


@pytest.fixture(scope="module")
def starter(work):
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    texts = [captions.caption(scene, rng) for scene in scenes.training_scenes(0, 40)]
    vocabulary = Vocabulary.train(texts, size=600)
    starter = Starter(VAE(), Model(len(vocabulary.ids)), 0.1, 0.9, vocabulary)
    work.save_start(starter, from_preset=True)
    return starter


@pytest.fixture(scope="module")
def latents(work, starter):
    encode_scenes(work.folder, starter.vae, COMPUTER, seed=0, composed=2)
    return Latents.load(work.folder)


def denoiser_trainer(work, latents):
    return DenoiserTrainer(work.load(trained=False), latents, ("zebra",), PLAN, COMPUTER)


def loss_of_one_batch(trainer):
    """On the same batch each time, as batches differ more than a few steps change."""
    batch = trainer.batch(np.random.default_rng(0))
    return trainer.loss(batch, torch.Generator().manual_seed(0)).item()


def test_training_the_denoiser_lowers_its_loss(work, latents):
    trainer = denoiser_trainer(work, latents)
    before = loss_of_one_batch(trainer)
    for _, batch in zip(range(PLAN.steps), trainer.batches(), strict=False):
        trainer.train_step(batch)
    assert loss_of_one_batch(trainer) < 0.9 * before


def test_a_training_in_two_chunks_gives_the_same_as_one_without_a_break(work, latents, tmp_path):
    whole = denoiser_trainer(work, latents)
    for _, batch in zip(range(3), whole.batches(), strict=False):
        whole.train_step(batch)
    file = tmp_path / "denoiser.pt"
    for steps in (2, 1):
        chunk = denoiser_trainer(work, latents)
        assert not train(chunk, file, Chunk(steps=steps))
    assert chunk.step == whole.step
    for one, other in zip(whole.average.parameters(), chunk.average.parameters(), strict=True):
        assert torch.equal(one, other)


def test_the_shortest_training_leaves_a_curve_for_the_card(work, latents, tmp_path):
    train(denoiser_trainer(work, latents), tmp_path / "denoiser.pt", Chunk(steps=2))
    *_, steps, _, losses = report.curve(tmp_path / "denoiser.csv").splitlines()
    assert steps == "| step | 2 |"
    assert float(losses.split("|")[2]) > 0


def test_batches_made_in_other_processes_are_the_same(work, latents, monkeypatch):
    alone = denoiser_trainer(work, latents)
    expected = [batch for _, batch in zip(range(3), alone.batches(), strict=False)]
    monkeypatch.setattr(Computer, "helpers", 2)
    for mine, theirs in zip(expected, alone.batches(), strict=False):
        assert all(map(torch.equal, mine, theirs))


TRAINING_WITH_HELPERS = """
import sys
from pathlib import Path
from starter_model import denoiser, training
from starter_model.computer import Computer
from starter_model.latents import Latents
from starter_model.store import Work
from starter_model.train_denoiser import DenoiserTrainer
from starter_model.training import Chunk, Plan, train

Computer.helpers, training.LOG_EVERY, denoiser.BLOCKS = 2, 1, int(sys.argv[3])
work, file = Work(Path(sys.argv[1])), Path(sys.argv[2])
plan = Plan(steps=10_000, batch_size=1)
trainer = DenoiserTrainer(
    work.load(trained=False), Latents.load(work.folder), (), plan, Computer(precision="float32")
)
print("ready", flush=True)
assert not train(trainer, file, Chunk())
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no groups of processes on Windows")
def test_a_training_whose_helpers_are_asked_to_end_with_it_keeps_its_state(work, latents, tmp_path):
    """As Ctrl+C in a terminal does, and `timeout`."""
    file = tmp_path / "denoiser.pt"
    training = subprocess.Popen(
        [sys.executable, "-c", TRAINING_WITH_HELPERS, work.folder, file, str(BLOCKS)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    line = training.stdout.readline()
    while "step" not in line:
        line = training.stdout.readline()
    os.killpg(training.pid, signal.SIGTERM)
    assert training.wait(60) == 0
    assert torch.load(file, weights_only=True)["step"] >= 1


def test_a_training_goes_on_from_a_parcel_of_small_files(work, latents, tmp_path, monkeypatch):
    monkeypatch.setattr("starter_model.parcels.LARGEST_BYTES", 10_000_000)
    train(denoiser_trainer(work, latents), work.denoiser, Chunk(steps=1))
    parcels.pack(work, tmp_path / "parcel")
    assert all(part.stat().st_size <= 10_000_000 for part in (tmp_path / "parcel").iterdir())
    there = Work(tmp_path / "there")
    parcels.unpack(tmp_path / "parcel", there)
    trainer = denoiser_trainer(there, Latents.load(there.folder))
    train(trainer, there.denoiser, Chunk(steps=1))
    assert trainer.step == 2
    work.denoiser.unlink()


def test_training_the_decoder_lowers_its_loss_and_leaves_the_encoder(work, starter):
    vae = work.load(trained=False).vae
    encoder = {name: value.clone() for name, value in vae.encoder.state_dict().items()}
    trainer = VAETrainer(vae, Drawings.load(work.folder), PLAN, COMPUTER, decoder_only=True)
    before = loss_of_one_batch(trainer)
    for _, batch in zip(range(4), trainer.batches(), strict=False):
        trainer.train_step(batch)
    assert loss_of_one_batch(trainer) < 0.95 * before
    assert all(torch.equal(value, encoder[name]) for name, value in vae.encoder.state_dict().items())


def test_composed_scenes_are_as_much_of_what_is_shown_as_was_asked_for(work, latents):
    asked = Latents.load(work.folder, composed_share=0.25)
    composed = [not scene.plain for scene in asked.scenes]
    assert asked.weights[composed].sum() == pytest.approx(0.25)


def test_small_things_stand_where_whole_tokens_of_the_denoiser_begin():
    token = 16 / pictures.SIDE
    rng = np.random.default_rng(0)
    small = [figure for _ in range(100) for figure in scenes.compose(rng).figures if figure.size < 1]
    for figure in small:
        for edge in (figure.x - figure.size / 2, figure.y - figure.size / 2):
            assert edge / token == pytest.approx(round(edge / token))
    assert len({figure.size for figure in small}) == 1


def test_small_things_count_more_in_training_where_they_are():
    small = scenes.Scene((scenes.Figure("fox", scenes.SMALL, 0.75, 0.25),), "flat", "teal")
    weights = importance(small, (16, 16))
    assert (weights[:8, 8:] == SMALL_WEIGHT).all()
    assert weights.sum() == 64 * SMALL_WEIGHT + 192
    assert (importance(scenes.Scene((scenes.Figure("fox"),), "flat", "teal"), (16, 16)) == 1).all()


def test_every_step_of_sampling_is_trained_and_those_of_the_middle_most():
    drawn = times(100_000, torch.Generator().manual_seed(0))
    steps = torch.linspace(0, 1, 17)
    edges = SHIFT * steps / (1 + (SHIFT - 1) * steps)
    shares = torch.histogram(drawn, edges).hist / len(drawn)
    assert shares.min() > EVEN_SHARE / 16
    assert shares.argmax() in (7, 8)


def test_a_text_on_its_way_to_another_keeps_its_picture_as_often_as_it_is_near_to_its_own():
    count = 100_000
    ends = torch.eye(2).repeat(count // 2, 1)
    texts, _ = mixed((ends, ends), torch.from_numpy(ways(count, np.random.default_rng(0))))
    own, other = (ends * texts).sum(1), (ends.roll(1, 0) * texts).sum(1)
    t = torch.atan2(other, own).numpy() / (np.pi / 2)
    away = t[t > 1e-3]
    assert len(away) / count == pytest.approx(MIXED_SHARE, abs=0.01)
    near, far = (np.sum(np.abs(away - middle) < 0.05) for middle in (0.25, 0.75))
    assert near / far == pytest.approx(3, abs=0.3)


def test_of_the_weights_that_training_began_with_a_share_may_stay(work, starter, latents, tmp_path):
    shutil.copytree(work.folder, tmp_path, dirs_exist_ok=True)
    copy = Work(tmp_path)
    trainer = denoiser_trainer(copy, latents)
    train(trainer, copy.denoiser, Chunk())
    start, mixture, end = (
        torch.cat([weight.flatten() for weight in copy.load(old_share=share).model.state_dict().values()])
        for share in (1, 0.25, 0)
    )
    assert not torch.equal(start, end)
    assert torch.allclose(mixture, 0.25 * start + 0.75 * end, atol=1e-7)


def test_a_share_of_old_weights_where_there_are_none_is_refused(starter, tmp_path, monkeypatch):
    Work(tmp_path).save_start(starter, from_preset=False)
    command = ["starter_model", "convert", "--work", str(tmp_path), "--old-share", "0.5"]
    monkeypatch.setattr("sys.argv", command)
    with pytest.raises(SystemExit, match="leave it out"):
        recipe.main()
    assert not (tmp_path / "preset").exists()


@pytest.fixture(scope="module")
def preset(starter, tmp_path_factory):
    """What KerasHub is given, which `save_preset` holds to compute the same."""
    torch.manual_seed(1)
    for weight in starter.model.parameters():
        # A new model's last layer is 0, and would hide everything before it.
        weight.data.add_(0.01 * torch.randn_like(weight))
    folder = tmp_path_factory.mktemp("kerashub") / "preset"
    convert.save_preset(starter, folder)
    return folder


def test_a_model_survives_the_way_to_kerashub_and_back(starter, preset):
    back = keras_weights.load_preset(preset)
    assert (back.shift, back.scale, back.vocabulary) == (starter.shift, starter.scale, starter.vocabulary)
    for part, part_back in ((starter.vae, back.vae), (starter.model, back.model)):
        for one, other in zip(part.state_dict().values(), part_back.state_dict().values(), strict=True):
            assert torch.equal(one.half(), other.half())


def test_a_sampler_gives_a_picture_for_each_frame(starter):
    made = Sampler(starter, COMPUTER, steps=1)([Frame("a fox"), Frame("a fox", 0, "an owl", 0.5)])
    assert made.shape == (2, pictures.SIDE, pictures.SIDE, 3)
    assert made.dtype == np.uint8


def test_a_drawing_is_known_again_on_every_colour(work):
    likeness = Likeness(work.folder)
    for scene in scenes.plain_scenes():
        seen = likeness.look(scenes.draw(scene, work.folder))
        assert (seen.thing, seen.style, seen.colour) == (scene.figures[0].thing, scene.style, scene.colour)


def test_things_of_composed_scenes_are_found_in_their_places_and_nowhere_else(work):
    asked = evaluation.composed_scenes((), 0, 20)
    drawn = np.stack([scenes.draw(scene, work.folder) for scene in asked])
    likeness = Likeness(work.folder)
    assert evaluation.found(drawn, asked, likeness) > 0.95
    assert evaluation.found(np.roll(drawn, 1, axis=0), asked, likeness) < 0.5


def test_composed_scenes_of_the_evaluation_are_small_or_several_things_that_were_not_trained_on():
    taught = evaluation.composed_scenes((), 0, 10)
    asked = evaluation.composed_scenes(set(taught), 0, 10)
    assert not set(taught) & set(asked)
    assert all(figure.size < 1 for scene in asked for figure in scene.figures)


@pytest.mark.parametrize(
    ("device", "capability", "precision"),
    [("cuda", "AVX2", "bfloat16"), ("cpu", "AVX512", "bfloat16"), ("cpu", "AVX2", "float32")],
)
def test_mixed_precision_is_used_where_it_is_fast(device, capability, precision, monkeypatch):
    monkeypatch.setattr(torch.backends.cpu, "get_cpu_capability", lambda: capability)
    assert best_precision(device) == precision


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--vae-from", "nowhere"], "nowhere is no preset; name a folder with config.json"),
        (["--from", STARTER, "--vae-from", STARTER], "--vae-from: not allowed with argument --from"),
        (["--old-share", "2"], "--old-share: 2 is no share; name one from 0 to 1"),
        (["--composed-share", "-0.1"], "--composed-share: -0.1 is no share; name one from 0 to 1"),
        (["--composed-share", "half"], "--composed-share: half is no share; name one from 0 to 1"),
    ],
)
def test_options_that_cannot_be_are_refused(words, why, tmp_path, capsys):
    with pytest.raises(SystemExit):
        recipe.parser().parse_args(["start", "--work", str(tmp_path), *words])
    assert why in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "batch_size"),
    [
        (["--device", "cpu"], 32),
        (["--device", "cuda"], 1024),
        (["--device", "cuda", "--denoiser-batch-size", "8"], 8),
    ],
)
def test_a_gpu_is_given_more_at_a_time_unless_something_else_is_asked_for(words, batch_size, tmp_path):
    options = recipe.parser().parse_args(["denoiser", "--work", str(tmp_path), *words])
    options.computer = Computer(options.device)
    assert recipe.plan(options, "denoiser").batch_size == batch_size


def test_seconds_a_frame_are_measured_for_one_number_of_steps_after_the_other(preset, monkeypatch):
    from keras_hub.models import StableDiffusion3TextToImage

    generate, runs = StableDiffusion3TextToImage.generate, []

    def first_alone(task, *words, **settings):
        """KerasHub's own, once: what it takes is what it is given each time."""
        runs.append((settings["num_steps"], task))
        if len(runs) == 1:
            generate(task, *words, **settings)

    monkeypatch.setattr(StableDiffusion3TextToImage, "generate", first_alone)
    # Tracing and compiling take longest, and are KerasHub's own affair.
    monkeypatch.setattr(StableDiffusion3TextToImage, "run_eagerly", True)
    seconds = evaluation.seconds_per_frame(preset, (1, 2), batch_size=1, runs=1)
    assert list(seconds) == [1, 2]
    counts, tasks = zip(*runs, strict=True)
    assert counts == (1, 1, 2, 2)
    # Another number of steps fails in one that has compiled its loop already.
    assert tasks[0] is tasks[1] is not tasks[2] is tasks[3]


def test_what_is_held_out_is_not_trained_on():
    out = scenes.held_out(0)
    assert out
    assert out.isdisjoint(scenes.training_scenes(0, 100))


@pytest.mark.parametrize(
    ("one", "many"),
    [("fox", "foxes"), ("puppy", "puppies"), ("slice of pizza", "slices of pizza"), ("wolf", "wolves")],
)
def test_plurals(one, many):
    assert captions.plural(one) == many


def test_the_article_suits_the_word():
    assert captions.with_articles("a owl and a unicorn on a orange background") == (
        "an owl and a unicorn on an orange background"
    )


def test_every_thing_of_a_plain_scene_is_in_its_caption():
    rng = np.random.default_rng(0)
    for scene in scenes.plain_scenes():
        text = captions.describe(scene, rng)
        thing = scene.figures[0].thing
        assert any(word in text for word in (thing, *things.THINGS[thing]))


def test_captions_are_empty_for_plain_scenes_in_colours_alone():
    rng = np.random.default_rng(0)
    plain, composed = scenes.plain_scenes(), [scenes.compose(rng) for _ in range(500)]
    coloured = [scene for scene in plain if scene.style != things.INK]
    empty = [captions.caption(scene, rng) == "" for scene in (coloured * 100)[:3000]]
    assert np.mean(empty) == pytest.approx(captions.DROPOUT, abs=0.04)
    in_ink = [scene for scene in plain if scene.style == things.INK]
    assert all(captions.caption(scene, rng) for scene in in_ink)
    assert all(captions.caption(scene, rng) for scene in composed if not scene.plain)


def test_who_names_no_style_gets_colours():
    rng = np.random.default_rng(0)
    for scene in [*scenes.plain_scenes(), *(scenes.compose(rng) for _ in range(300))]:
        text = captions.describe(scene, rng)
        named = any(words in text for words in captions.WORDS_FOR_STYLES[things.INK])
        assert named == (scene.style == things.INK) or "drink" in text, text


def test_what_is_in_ink_is_white_on_dark_colours(work):
    for colour, ink in (("white", 0), ("teal", 0), ("black", 255)):
        picture = scenes.draw(scenes.Scene((scenes.Figure("fox"),), things.INK, colour), work.folder)
        off = np.abs(picture.astype(int) - things.COLOURS[colour]).sum(2)
        assert (picture[np.unravel_index(off.argmax(), off.shape)] == ink).all()


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with one file, in a registry that is a folder."""
    (tmp_path / "data.json").write_text(json.dumps({"fox": 1}))
    archive = tmp_path / "registry" / "@drawings" / "foxes" / "-" / "foxes-1.0.0.tgz"
    archive.parent.mkdir(parents=True)
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(tmp_path / "data.json", "package/data.json")
    monkeypatch.setenv("npm_config_registry", (tmp_path / "registry").as_uri() + "/")
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    return registry.Package("@drawings/foxes", "1.0.0", digest)


def test_a_package_is_fetched_once_and_read(package, tmp_path):
    assert registry.read_json(package, tmp_path / "archives", "data.json") == {"fox": 1}
    (tmp_path / "registry" / "@drawings" / "foxes" / "-" / package.archive).unlink()
    assert registry.read_json(package, tmp_path / "archives", "data.json") == {"fox": 1}


def test_a_package_that_is_another_than_it_should_be_is_refused(package, tmp_path):
    other = registry.Package(package.name, package.version, "another")
    with pytest.raises(registry.RegistryError, match="not what @drawings/foxes"):
        registry.fetch(other, tmp_path / "archives")
