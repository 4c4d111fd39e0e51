"""Checkpoints on Keras: the very numbers of their files in every layout, and the pictures that follow."""

import json
import shutil
from copy import deepcopy

import h5py
import ml_dtypes
import numpy as np
import pytest
from keras import ops

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.compilers.stepping import step_by_step
from sd3explorer.diffusion.denoiser import Denoiser
from sd3explorer.diffusion.loading import load_backbone, load_preprocessor
from sd3explorer.diffusion.merging import MergedWeights
from sd3explorer.diffusion.pipeline import Pipeline
from sd3explorer.presets.checkpoints.diffusers import modules
from sd3explorer.presets.digests import SUMS
from sd3explorer.presets.locate import locate
from sd3explorer.presets.loras.lora import preset_with_loras
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.sources import about
from sd3explorer.walk.model import Model
from sd3explorer.walk.recipe import Adapter
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.presets.checkpoints.written import (
    PREFIXES,
    far_from_others,
    stability_tensors,
    starter_architecture,
    write,
    write_facts,
)
from tests.presets.loras.made import RANK, delta, pair, write_lora


@pytest.fixture
def tmp_path(tmp_path):
    """Models of other tests lend nothing."""
    return far_from_others(tmp_path)


@pytest.fixture(scope="module")
def architecture(starter):
    return starter_architecture(starter)


@pytest.fixture(scope="module")
def tensors(backbone, architecture):
    """The starter model as Stability would keep it."""
    return stability_tensors(backbone, architecture, np.float32)


@pytest.fixture(scope="module")
def file(tensors, starter, tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    write_facts(folder, starter)
    return write(folder / "mine.safetensors", tensors)


def loaded_into(model, file):
    """A model that is there already, with the weights of a file."""
    for weight in model.weights:
        weight.assign(ops.zeros_like(weight))
    preset = locate(str(file))
    preset.check_weights()
    preset.assign_weights(model)
    return model


def numbers(model):
    return [ops.convert_to_numpy(weight).tobytes() for weight in model.weights]


@pytest.fixture(scope="module")
def other(file):
    """The model of the file, into which tests may load weights of others, as building one takes longest."""
    return load_backbone(locate(str(file)), (64, 64), "float32")


def test_a_single_file_gives_back_every_number(other, backbone):
    assert numbers(other) == numbers(backbone)
    assert other.get_config() == backbone.get_config()


@pytest.fixture(scope="module", params=["float16", "bfloat16"])
def precision(request):
    return request.param


@pytest.fixture(scope="module")
def half(precision, starter):
    """The model in two bytes, with which tests leave the weights that it has."""
    return load_backbone(starter, (64, 64), precision)


def test_so_it_does_in_two_bytes(precision, half, file, tensors, starter, tmp_path):
    dtype = ml_dtypes.bfloat16 if precision == "bfloat16" else precision
    write_facts(tmp_path, starter)
    write(tmp_path / "half.safetensors", {name: array.astype(dtype) for name, array in tensors.items()})
    theirs = numbers(half)
    for each in (tmp_path / "half.safetensors", file):
        assert numbers(loaded_into(half, each)) == theirs


def test_it_is_rendered_like_any_model_in_other_sizes_too(file, compiler, monkeypatch):
    # Not compiled, which takes ten times as long and is the same as for any model.
    monkeypatch.setattr(compiler, "compile_function", lambda function, *_, **__: function)
    monkeypatch.setattr(compiler, "compile_loop", lambda step, *_: step_by_step(step))
    preset = locate(str(file))
    facts = preset.facts("float32")
    walk = Walk(timing=Timing(2), sampler=Sampler(1, 1.0), model=Model(str(file), (64, 96)))
    loaded = Pipeline.load(preset, (64, 96), "float32", compiler)
    (picture,) = loaded.render([walk.recipe(0, facts)], 1, lambda: False)
    assert picture.dtype == np.uint8
    assert picture.shape == (64, 96, 3)
    assert picture.std() > 5


def test_it_reads_texts_as_the_model_that_it_was(file, starter):
    prompts = ["a 3d dog face", "Ünï cödé's 123", ""]
    ours, theirs = (
        load_preprocessor(each).generate_preprocess(prompts) for each in (locate(str(file)), starter)
    )
    assert all(np.array_equal(ours[name], theirs[name]) for name in ("clip_l", "clip_g"))
    ours, theirs = (each.vocabulary() for each in (locate(str(file)), starter))
    text = "a 3d dog face on a field " * 9
    assert ours.measure(text) == theirs.measure(text)


def test_what_is_said_of_it_is_true(file, architecture):
    it = about(file)
    assert (it.kind, it.precision, it.missing) == ("Stable Diffusion 3 of 2 layers", "float32", ())
    assert it.parameters == 12_346_627
    assert it.size == 4 * it.parameters


def test_parts_may_lie_in_files_of_their_own(file, tensors, starter, backbone, tmp_path, other):
    write_facts(tmp_path, starter)
    for part, prefix in PREFIXES.items():
        own = {name.removeprefix(prefix): array for name, array in tensors.items() if name.startswith(prefix)}
        name = {"mmdit": "mine", "vae": "sd3_vae"}.get(part, part)
        if own:
            write(tmp_path / f"{name}.safetensors", own)
    assert numbers(loaded_into(other, tmp_path / "mine.safetensors")) == numbers(backbone)
    # The same weights, wherever they are.
    assert locate(str(tmp_path / "mine.safetensors")).identity == locate(str(file)).identity


def test_a_preset_of_kerashub_lends_what_a_file_lacks(precision, half, tensors, starter, tmp_path):
    write_facts(tmp_path, starter)
    folder = shutil.copytree(starter.folder, tmp_path / "lender", ignore=shutil.ignore_patterns("*.h5", SUMS))
    half.save_weights(folder / "model.weights.h5")
    prefix = PREFIXES["mmdit"]
    mine = {name.removeprefix(prefix): array for name, array in tensors.items() if name.startswith(prefix)}
    preset = locate(str(write(tmp_path / "mine.safetensors", mine)))
    assert {part.name: part.files[0].name for part in preset.parts} == {
        "mmdit": "mine.safetensors",
        **dict.fromkeys(("vae", "clip_l", "clip_g"), "model.weights.h5"),
    }
    found = load_backbone(preset, (64, 64), precision)
    assert numbers(found) == numbers(half)
    # So it does in a copy of all that is needed.
    for name, kept in preset.files.items():
        copy = tmp_path / "copy" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, copy)
    assert locate(str(tmp_path / "copy" / "mine.safetensors")).identity == preset.identity
    # It is another model where the lender has other numbers.
    with h5py.File(folder / "model.weights.h5", "r+") as opened:
        norm = opened["layers/clip_text_encoder_1/layers/layer_normalization/vars/0"]
        norm[...] = np.zeros_like(norm)
    assert locate(str(tmp_path / "mine.safetensors")).identity != preset.identity


@pytest.mark.parametrize("harm", ["cut", "config", "gone", "other shape"])
def test_a_damaged_preset_lends_nothing(harm, tensors, starter, tmp_path):
    write_facts(tmp_path, starter)
    folder = shutil.copytree(starter.folder, tmp_path / "lender")
    weights, config = folder / "model.weights.h5", folder / "config.json"
    match harm:
        case "cut":
            weights.write_bytes(weights.read_bytes()[:100_000])
        case "config":
            config.write_text(config.read_text()[:-5])
        case "gone":
            weights.unlink()
        case _:
            config.write_text(config.read_text().replace('"hidden_dim": 128', '"hidden_dim": 64'))
    prefix = PREFIXES["mmdit"]
    mine = {name.removeprefix(prefix): array for name, array in tensors.items() if name.startswith(prefix)}
    with pytest.raises(PresetError, match="has no VAE and no text encoder"):
        locate(str(write(tmp_path / "mine.safetensors", mine)))


def test_a_file_that_changed_since_is_not_loaded(file, tensors, starter, tmp_path):
    write_facts(tmp_path, starter)
    preset = locate(str(write(tmp_path / "mine.safetensors", tensors)))
    wider = dict(tensors)
    wider["model.diffusion_model.pos_embed"] = np.zeros((1, 64, 256), np.float32)
    write(tmp_path / "mine.safetensors", wider)
    with pytest.raises(DiffusionError, match=r"mine\.safetensors has changed since it was opened"):
        load_backbone(preset, (64, 64), "float32")


# Folders of diffusers


LAYERS, WIDTH, HEADS = 3, 64, 2


@pytest.fixture(scope="module")
def torch():
    return pytest.importorskip("torch")


@pytest.fixture(scope="module")
def theirs(torch):
    """Small models as diffusers makes them, with no number that is zero or one by its nature."""
    diffusers = pytest.importorskip("diffusers")
    torch.manual_seed(0)
    transformer = diffusers.SD3Transformer2DModel(
        sample_size=16,
        num_layers=LAYERS,
        attention_head_dim=WIDTH // HEADS,
        num_attention_heads=HEADS,
        joint_attention_dim=4096,
        caption_projection_dim=WIDTH,
        pooled_projection_dim=384,
        out_channels=16,
        pos_embed_max_size=12,
        dual_attention_layers=(0, 1),
        qk_norm="rms_norm",
    )
    vae = diffusers.AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(32, 32, 64, 96),
        layers_per_block=1,
        latent_channels=16,
        scaling_factor=1.2,
        shift_factor=0.1,
        use_quant_conv=False,
        use_post_quant_conv=False,
    )
    for model in (transformer, vae):
        with torch.no_grad():
            for parameter in model.parameters():
                spread = parameter.shape[1:].numel() ** -0.5 if parameter.ndim > 1 else 0.3
                parameter.copy_(torch.randn_like(parameter) * spread + (parameter.ndim == 1) * 0.5)
    return transformer.eval(), vae.eval()


@pytest.fixture(scope="module", params=["whole", "sharded"])
def folder(request, theirs, file, tensors, starter, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pipeline")
    write_facts(folder, starter)
    shard = "10MB" if request.param == "whole" else "400KB"
    for name, model in zip(("transformer", "vae"), theirs, strict=True):
        model.save_pretrained(folder / name, max_shard_size=shard)
    for part, name in (("clip_l", "text_encoder"), ("clip_g", "text_encoder_2")):
        prefix = PREFIXES[part]
        own = {key.removeprefix(prefix): array for key, array in tensors.items() if key.startswith(prefix)}
        write(folder / name / "model.safetensors", own)
    assert (request.param == "sharded") == (len([*(folder / "transformer").glob("*.safetensors")]) > 1)
    return folder


@pytest.fixture(scope="module")
def ours(folder):
    return load_backbone(locate(str(folder)), (64, 64), "float32")


def close(one, other, within=2e-5):
    scale = max(float(np.abs(other).max()), 1.0)
    return np.abs(np.asarray(one) - other).max() < within * scale


def velocities(torch, model, transformer):
    """What a model here and one of diffusers say of the same latents."""
    draw = np.random.default_rng(0).standard_normal
    latents, context = draw((2, 8, 8, 16)), draw((2, 7, 4096)) * 0.1
    pooled, sigma = draw((2, 384)), 0.6
    with torch.no_grad():
        expected = transformer(
            hidden_states=torch.tensor(latents, dtype=torch.float32).permute(0, 3, 1, 2),
            encoder_hidden_states=torch.tensor(context, dtype=torch.float32),
            pooled_projections=torch.tensor(pooled, dtype=torch.float32),
            timestep=torch.full((2,), 1000 * sigma),
            return_dict=False,
        )[0]
    denoiser = Denoiser(model, 0, False)
    tensor = [ops.convert_to_tensor(each, "float32") for each in (context, pooled)]
    rows, vector = denoiser.condition(*tensor)
    modulations = denoiser.modulations(ops.convert_to_tensor([sigma], "float32"), vector)
    found = denoiser.velocity(ops.convert_to_tensor(latents, "float32"), rows, modulations[0])
    return ops.convert_to_numpy(found), expected.permute(0, 2, 3, 1).numpy()


def test_the_denoiser_computes_what_diffusers_does(torch, ours, theirs):
    assert close(*velocities(torch, ours, theirs[0]))


def lora_of(transformer):
    """Pairs of matrices for all that a LoRA can change in a model of diffusers, by its own names."""
    weights = transformer.state_dict()
    names = [name for _, here, _ in modules(LAYERS) for name in here if f"{name}.weight" in weights]
    found = {}
    for seed, name in enumerate(names):
        shape = weights[f"{name}.weight"].shape
        if len(shape) > 1:
            # About as large as the weights.
            down, up = pair(shape, seed)
            found[name] = down * shape[1:].numel() ** -0.5, up * 0.3
    return found


def block_diagonal(arrays):
    rows, columns = np.array([array.shape for array in arrays]).cumsum(axis=0).T
    whole = np.zeros((rows[-1], columns[-1]), np.float32)
    for array, row, column in zip(arrays, rows, columns, strict=True):
        whole[row - array.shape[0] : row, column - array.shape[1] : column] = array
    return whole


def as_kohya(pairs):
    """The same change by the names of kohya, whose queries, keys and values are one module."""
    found = {}
    for there, here, swapped in modules(LAYERS):
        if here[0] not in pairs:
            continue
        downs, ups = zip(*(pairs[name] for name in here), strict=True)
        # Alpha is divided by the rank, which is that of all together.
        up = ups[0] if len(ups) == 1 else block_diagonal(ups) * len(ups)
        found[there] = np.concatenate(downs), np.roll(up, len(up) // 2, axis=0) if swapped else up
    return found


@pytest.mark.parametrize("program", ["diffusers", "kohya"])
def test_with_a_lora_it_computes_what_diffusers_does_with_it(program, torch, ours, theirs, folder, tmp_path):
    pairs, strength, alpha, file = lora_of(theirs[0]), -0.7, 2.0, tmp_path / "style.safetensors"
    if program == "diffusers":
        write_lora(file, pairs, "transformer.{}", (".lora_A.weight", ".lora_B.weight"), alpha)
    else:
        spelled = {f"lora_unet_{name.replace('.', '_')}": both for name, both in as_kohya(pairs).items()}
        write_lora(file, spelled, alpha=alpha)
    changed = deepcopy(theirs[0])
    with torch.no_grad():
        for name, (down, up) in pairs.items():
            # As PEFT merges it; see tests/presets/loras/test_diffusers.py, which has it do so.
            weight = changed.get_submodule(name).weight
            weight += torch.tensor(delta(down, up, strength * alpha / RANK), dtype=torch.float32)
    preset = preset_with_loras(locate(str(folder)), [str(file)])
    (lora,) = preset.loras
    merged = MergedWeights(ours, preset, ("mmdit",))
    merged.take([Adapter(lora.identity, strength)])
    with_it, expected = velocities(torch, ours, changed)
    merged.take([])
    without, _ = velocities(torch, ours, changed)
    assert close(with_it, expected)
    assert not close(without, expected, 0.05)


def test_the_decoder_computes_what_diffusers_does(torch, ours, theirs):
    latents = np.random.default_rng(1).standard_normal((1, 8, 8, 16)).astype(np.float32)
    with torch.no_grad():
        expected = theirs[1].decode(torch.tensor(latents).permute(0, 3, 1, 2), return_dict=False)[0]
    assert close(ours.vae.decode(latents), expected.permute(0, 2, 3, 1).numpy())
    assert (ours.vae.scale, ours.vae.shift) == (1.2, 0.1)


def test_the_encoder_computes_what_diffusers_does(torch, ours, theirs):
    picture = np.random.default_rng(2).uniform(-1, 1, (1, 64, 64, 3)).astype(np.float32)
    with torch.no_grad():
        expected = theirs[1].encode(torch.tensor(picture).permute(0, 3, 1, 2)).latent_dist.mode()
    assert close(ours.vae.encode(picture), expected.permute(0, 2, 3, 1).numpy())


def test_its_texts_are_those_of_its_own_encoders(ours, backbone):
    for part in ("clip_l", "clip_g", "clip_l_projection", "clip_g_projection"):
        assert numbers(getattr(ours, part)) == numbers(getattr(backbone, part))


def test_in_the_cache_of_a_hub_it_is_the_same(ours, folder, tmp_path, monkeypatch):
    commit = "0123456789abcdef0123456789abcdef01234567"
    repository = tmp_path / "models--me--tiny"
    (repository / "snapshots").mkdir(parents=True)
    (repository / "snapshots" / commit).symlink_to(folder)
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text(commit)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    theirs = numbers(ours)
    assert numbers(loaded_into(ours, "hf://me/tiny")) == theirs


def test_a_folder_of_another_pipeline_is_refused(folder, tmp_path):
    (tmp_path / "model_index.json").write_text(json.dumps({"_class_name": "StableDiffusionXLPipeline"}))
    with pytest.raises(PresetError, match="holds a StableDiffusionXLPipeline, and only Stable Diffusion 3"):
        locate(str(tmp_path))
