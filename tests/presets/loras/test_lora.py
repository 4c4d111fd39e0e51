"""LoRAs of all spellings lead to the same changes of a model's weights; others are refused by name."""

import json

import numpy as np
import pytest

from sd3explorer.presets.checkpoints.diffusers import modules
from sd3explorer.presets.loras.lora import check_lora, is_lora, preset_with_loras, terms
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.schedule import Schedule
from sd3explorer.walk.walk import Walk
from tests.presets.checkpoints.written import write
from tests.presets.loras.made import CONFIG, RANK, delta, kernels, model, pair, write_lora

PEFT = (".lora_A.weight", ".lora_B.weight")
DIFFUSERS = {
    name: (there, place, len(names), swapped)
    for there, names, swapped in modules(CONFIG["mmdit_num_layers"])
    for place, name in enumerate(names)
    if there in kernels()
}
EVERY_PART = ("mmdit", "clip_l", "clip_g", "t5")


@pytest.fixture(autouse=True)
def no_dataclass(monkeypatch):
    # What stands in for a preset is none, nor are its copies.
    def copy(preset, **changes):
        return model(changes["loras"])

    monkeypatch.setattr("sd3explorer.presets.loras.lora.replace", copy)


def changes(file, parts=EVERY_PART):
    """What a file adds to a tiny model's weights, by part and name, and what is known of it."""
    preset = preset_with_loras(model(), [str(file)])
    (lora,) = preset.loras
    found = {}
    for term in terms(lora, preset, parts):
        whole = found.setdefault((term.part, term.weight.name), np.zeros(term.weight.shape, np.float64))
        rows = whole.reshape(len(whole), -1)
        rows[term.start : term.stop] += term.scale * (term.up.astype(np.float64) @ term.down)
    return lora, found


def same(found, expected):
    assert found.keys() == expected.keys()
    return all(np.allclose(found[key], expected[key], atol=1e-5) for key in expected)


def joined(prefix):
    return lambda name: prefix + name.replace(".", "_")


@pytest.fixture(scope="module")
def stability():
    return {name: pair(weight.shape, seed) for seed, (name, weight) in enumerate(kernels().items())}


@pytest.fixture(scope="module")
def diffusers():
    """Pairs by diffusers' names, and what they come to by Stability's."""
    pairs, expected = {}, {}
    for seed, (name, (there, place, count, swapped)) in enumerate(DIFFUSERS.items()):
        shape = kernels()[there].shape
        rows = shape[0] // count
        pairs[name] = pair((rows, *shape[1:]), seed)
        added = delta(*pairs[name])
        if swapped:
            added = np.concatenate([added[rows // 2 :], added[: rows // 2]])
        whole = expected.setdefault(("mmdit", f"{there}.weight"), np.zeros(shape))
        whole[place * rows : (place + 1) * rows] = added
    return pairs, expected


@pytest.mark.parametrize(
    ("spelled", "endings"),
    [
        pytest.param(joined("lora_unet_"), (".lora_down.weight", ".lora_up.weight"), id="kohya"),
        pytest.param("diffusion_model.{}", PEFT, id="ComfyUI"),
        pytest.param("model.diffusion_model.{}", (".lora.down.weight", ".lora.up.weight"), id="single file"),
        pytest.param("{}", PEFT, id="bare"),
    ],
)
def test_stabilitys_names_are_known(tmp_path, stability, spelled, endings):
    lora, found = changes(write_lora(tmp_path / "a.safetensors", stability, spelled, endings))
    assert (lora.matched, lora.modules, lora.in_text) == (len(stability), len(stability), False)
    assert same(found, {("mmdit", f"{name}.weight"): delta(*each) for name, each in stability.items()})


@pytest.mark.parametrize(
    ("spelled", "endings"),
    [
        pytest.param("transformer.{}", PEFT, id="diffusers"),
        pytest.param("base_model.model.{}", PEFT, id="PEFT"),
        pytest.param("{}", (".lora_A.default.weight", ".lora_B.default.weight"), id="PEFT, named"),
        pytest.param("transformer.{}", (".lora.down.weight", ".lora.up.weight"), id="older diffusers"),
        pytest.param(joined("lora_transformer_"), (".lora_down.weight", ".lora_up.weight"), id="OneTrainer"),
    ],
)
def test_diffusers_names_are_known_by_their_rows(tmp_path, diffusers, spelled, endings):
    pairs, expected = diffusers
    lora, found = changes(write_lora(tmp_path / "a.safetensors", pairs, spelled, endings))
    assert lora.matched == lora.modules == len(pairs)
    assert same(found, expected)


@pytest.mark.parametrize(
    ("part", "spelled"),
    [
        ("clip_l", "text_encoder.{}"),
        ("clip_l", joined("lora_te1_")),
        ("clip_g", "text_encoder_2.{}"),
        ("clip_g", joined("lora_te2_")),
        ("clip_g", "text_encoders.clip_g.transformer.{}"),
    ],
)
def test_text_encoders_are_known(tmp_path, part, spelled):
    pairs = {name: pair(weight.shape, seed) for seed, (name, weight) in enumerate(kernels(part).items())}
    lora, found = changes(write_lora(tmp_path / "a.safetensors", pairs, spelled))
    assert lora.in_text
    assert same(found, {(part, f"{name}.weight"): delta(*each) for name, each in pairs.items()})
    assert changes(tmp_path / "a.safetensors", ("mmdit",))[1] == {}


ONE = "context_block.attn.proj"


def factor(tmp_path, module="transformer.transformer_blocks.0.attn.to_out.0", alpha=None, **more):
    both = pair(kernels()["joint_blocks.0.x_block.attn.proj"].shape, 1)
    file = tmp_path / more.pop("name", "a.safetensors")
    write_lora(file, {module: both}, endings=PEFT, alpha=alpha, **more)
    (added,) = changes(file)[1].values()
    return float((added / delta(*both)).mean())


def test_alpha_is_over_the_rank(tmp_path):
    assert factor(tmp_path) == pytest.approx(1.0)
    assert factor(tmp_path, alpha=1.5) == pytest.approx(1.5 / RANK)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"transformer.lora_alpha": 6}, 6 / RANK),
        ({"transformer.lora_alpha": 6, "transformer.use_rslora": True}, 6 / RANK**0.5),
        ({"transformer.lora_alpha": 6, "transformer.alpha_pattern": {"attn.to_out.0": 9}}, 9 / RANK),
        ({"transformer.lora_alpha": 6, "transformer.alpha_pattern": {"attn.to_q": 9}}, 6 / RANK),
        ({"text_encoder.lora_alpha": 6}, 1.0),
        ([], 1.0),
    ],
)
def test_diffusers_notes_are_followed(tmp_path, settings, expected):
    metadata = {"lora_adapter_metadata": json.dumps(settings)}
    assert factor(tmp_path, metadata=metadata) == pytest.approx(expected)


def test_so_are_pefts_beside_the_file(tmp_path):
    (tmp_path / "adapter_config.json").write_text(json.dumps({"lora_alpha": 12, "use_rslora": True}))
    name = "base_model.model.transformer_blocks.0.attn.to_out.0"
    assert factor(tmp_path, name, name="adapter_model.safetensors") == pytest.approx(12 / RANK**0.5)
    assert factor(tmp_path, name, name="other.safetensors") == pytest.approx(1.0)


def test_half_precision_is_read(tmp_path, stability):
    halves = {name: tuple(each.astype(np.float16) for each in both) for name, both in stability.items()}
    _, found = changes(write_lora(tmp_path / "a.safetensors", halves, joined("lora_unet_")))
    assert same(found, {("mmdit", f"{name}.weight"): delta(*each) for name, each in halves.items()})


def test_what_the_model_lacks_is_counted(tmp_path, stability):
    one = stability["joint_blocks.0.x_block.attn.proj"]
    more = stability | {"joint_blocks.99.x_block.attn.proj": one}
    lora, _ = changes(write_lora(tmp_path / "a.safetensors", more, joined("lora_unet_")))
    assert (lora.matched, lora.modules) == (len(stability), len(stability) + 1)


def test_the_same_in_another_file_is_the_same_lora(tmp_path, stability):
    one, _ = changes(write_lora(tmp_path / "a.safetensors", stability))
    (tmp_path / "b.safetensors").write_bytes((tmp_path / "a.safetensors").read_bytes())
    other, _ = changes(tmp_path / "b.safetensors")
    assert one.identity == other.identity
    (tmp_path / "b.safetensors").write_bytes((tmp_path / "a.safetensors").read_bytes()[:-1] + b"\1")
    assert changes(tmp_path / "b.safetensors")[0].identity != one.identity


def test_where_it_is_added_to_weights_in_eight_bits_its_frames_are_not_those_with_it_merged(
    tmp_path, stability
):
    file = str(write_lora(tmp_path / "a.safetensors", stability))
    (merged,), (added,) = (
        preset_with_loras(model(in_eight_bits=kept), [file]).loras for kept in (False, True)
    )
    # Without eight bits, frames have the names that they always had.
    assert len(merged.identity) == 64
    assert added.identity.startswith(merged.identity)
    digests = set()
    for lora in (merged, added):
        walk = Walk(model=Model(loras=(Lora(file),)))
        facts = ModelFacts("model", (64, 64), 4, 1.0, Schedule(), (lora.facts,))
        digests.add(walk.recipe(0, facts).digest)
    assert len(digests) == 2


SMALL = np.zeros((2, 2), np.float32)
UNET = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight"


@pytest.mark.parametrize(
    ("tensors", "message"),
    [
        (
            {"transformer.x.lora_magnitude_vector": SMALL, "transformer.x.lora_A.weight": SMALL},
            "is a DoRA, which",
        ),
        ({"lora_unet_x.dora_scale": SMALL, "lora_unet_x.lora_up.weight": SMALL}, "is a DoRA, which"),
        ({"lycoris_x.lokr_w1": SMALL}, "is a LyCORIS of the kind LoKr"),
        ({"lora_unet_x.hada_w1_a": SMALL}, "is a LyCORIS of the kind LoHa"),
        ({UNET: np.zeros((2, 2048), np.float32)}, "is a LoRA of SDXL, not of Stable Diffusion 3"),
        ({UNET: np.zeros((2, 768), np.float32)}, "is a LoRA of Stable Diffusion 1.5, not"),
        ({"lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight": SMALL}, "is a LoRA of Flux"),
        ({"transformer.single_transformer_blocks.0.attn.to_q.lora_A.weight": SMALL}, "is a LoRA of Flux"),
        (
            {"blocks.0.q.lora_A.weight": SMALL, "blocks.0.q.lora_B.weight": SMALL},
            "is a LoRA of another model",
        ),
        ({"some.weight": np.zeros(2**19, np.float32)}, "is a whole model, not a LoRA"),
        ({"some.weight": SMALL}, "has nothing that a LoRA has"),
    ],
)
def test_others_are_refused_by_name(tmp_path, tensors, message):
    file = write(tmp_path / "other.safetensors", tensors)
    with pytest.raises(PresetError, match=f"other.safetensors {message}"):
        preset_with_loras(model(), [str(file)])
    with pytest.raises(PresetError, match=f"other.safetensors {message}"):
        check_lora(file, model())


def test_an_sdxl_lora_is_refused_though_its_text_encoders_have_our_names(tmp_path):
    pairs = {name: pair(weight.shape, 1) for name, weight in kernels("clip_l").items()}
    file = write_lora(tmp_path / "a.safetensors", pairs, joined("lora_te1_"))
    assert changes(file)[0].matched == len(pairs)
    more = {f"lora_te1_{name.replace('.', '_')}": each for name, each in pairs.items()}
    more["lora_unet_input_blocks_4_1_proj_in"] = pair((4, 4), 1)
    with pytest.raises(PresetError, match="not of Stable Diffusion 3"):
        preset_with_loras(model(), [str(write_lora(tmp_path / "b.safetensors", more))])


def test_of_another_size_it_says_where(tmp_path):
    file = write_lora(tmp_path / "a.safetensors", {"joint_blocks.0.x_block.attn.proj": pair((48, 48), 1)})
    with pytest.raises(
        PresetError, match=r"another size than tiny: its \"joint_blocks.0.x_block.attn.proj\""
    ):
        preset_with_loras(model(), [str(file)])


def test_where_there_is_no_file_it_says_so(tmp_path):
    with pytest.raises(PresetError, match="no LoRA is at"):
        preset_with_loras(model(), [str(tmp_path / "gone.safetensors")])


def test_a_model_knows_a_lora_when_it_sees_one(tmp_path, stability):
    assert is_lora(write_lora(tmp_path / "a.safetensors", stability))
    assert is_lora(write(tmp_path / "b.safetensors", {"lora_unet_x.hada_w1_a": SMALL}))
    assert not is_lora(write(tmp_path / "c.safetensors", {"some.weight": SMALL}))


def test_a_preset_without_any_is_as_it_was(starter):
    assert isinstance(starter, Preset)
    assert preset_with_loras(starter, []) is starter
    assert starter.facts("float32").loras == ()
