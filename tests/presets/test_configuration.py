"""What a preset's configuration may say, before Keras imports and builds it."""

import copy
import json

import pytest

from sd3explorer.presets.configuration import check_configuration, least_parameters
from sd3explorer.resources import resource

SHIPPED = resource("models", "starter")
CONFIG = json.loads((SHIPPED / "config.json").read_text())
PREPROCESSOR = json.loads((SHIPPED / "preprocessor.json").read_text())

WHOLE_NUMBERS = [
    "mmdit_patch_size",
    "mmdit_hidden_dim",
    "mmdit_num_layers",
    "mmdit_num_heads",
    "mmdit_position_size",
    "latent_channels",
    "output_channels",
    "num_train_timesteps",
    *(
        f"{clip}.{field}"
        for clip in ("clip_l", "clip_g")
        for field in ("vocabulary_size", "embedding_dim", "hidden_dim", "num_layers", "num_heads")
    ),
    "clip_l.intermediate_dim",
    "clip_l.max_sequence_length",
    "vae.input_channels",
    "vae.sample_channels",
    "vae.output_channels",
]
OTHER_NUMBERS = ["shift", "vae.scale", "vae.shift", "clip_l.intermediate_output_index"]
LISTS = [
    "image_shape",
    *(f"vae.{coder}_num_{what}" for coder in ("encoder", "decoder") for what in ("filters", "blocks")),
]


def edited(document, path, value, key="config"):
    """The document with another value in a field: "clip_l.num_layers"."""
    document = copy.deepcopy(document)
    *parts, last = path.split(".")
    place = document
    for part in parts:
        place = place["config"][part]
    (place["config"] if key == "config" else place["config"][last])[last if key == "config" else key] = value
    return document


def refusal(document):
    with pytest.raises(ValueError) as caught:
        check_configuration(document)
    return str(caught.value)


@pytest.mark.parametrize("document", [CONFIG, PREPROCESSOR], ids=["model", "preprocessor"])
def test_the_starters_will_do(document):
    assert check_configuration(document) is None


# Numbers


@pytest.mark.parametrize("path", [*WHOLE_NUMBERS, *OTHER_NUMBERS, *LISTS])
@pytest.mark.parametrize("number", [10**9, -(10**9), 10**400, float("inf"), float("nan")])
def test_a_number_that_no_model_has_is_refused_with_its_field(number, path):
    value = [number] if path in LISTS else number
    assert refusal(edited(CONFIG, path, value)).startswith(f"{path} is ")


@pytest.mark.parametrize("path", WHOLE_NUMBERS)
@pytest.mark.parametrize("number", [0, -1, 2.5, "2"])
def test_a_size_that_is_no_whole_number_from_1_is_refused_with_its_field(number, path):
    assert refusal(edited(CONFIG, path, number)).startswith(f"{path} is ")


def test_a_refused_number_is_reported_with_those_that_are_possible():
    assert refusal(edited(CONFIG, "mmdit_num_layers", 10**9)) == (
        "mmdit_num_layers is 1000000000, where whole numbers from 1 to 256 are possible"
    )


@pytest.mark.parametrize("path", LISTS)
def test_a_list_of_thousands_of_stacks_is_refused(path):
    assert refusal(edited(CONFIG, path, [1] * 5000)) == f"{path} has 5000 numbers, where 16 are the most"


@pytest.mark.parametrize("path", WHOLE_NUMBERS)
def test_a_list_in_the_place_of_a_number_is_refused(path):
    message = refusal(edited(CONFIG, path, [1] * 16))
    assert message == f"{path} is a list, where one number is possible"


@pytest.mark.parametrize("path", [*WHOLE_NUMBERS, *LISTS])
def test_an_object_in_the_place_of_a_number_is_refused(path):
    message = refusal(edited(CONFIG, path, {"a": 5}))
    assert message == f"{path} is an object, where numbers are possible"


@pytest.mark.parametrize("path", LISTS)
def test_a_list_in_a_list_of_numbers_is_refused(path):
    message = refusal(edited(CONFIG, path, [1, [2], 3]))
    assert message == f"{path} has a list in it, where numbers are possible"


@pytest.mark.parametrize("path", ["mmdit_num_heads", "clip_l.num_heads", "clip_g.num_heads"])
def test_heads_share_their_numbers_evenly(path):
    assert refusal(edited(CONFIG, path, 7)).startswith(f"{path} is 7, which can't share a ")


def test_a_number_in_a_field_that_is_not_known_is_bounded_too():
    assert refusal(edited(CONFIG, "vae.layers_to_come", 10**9)).startswith("vae.layers_to_come is 1000000000")


def test_a_preprocessor_that_makes_a_billion_tokens_is_refused():
    document = edited(PREPROCESSOR, "clip_l_preprocessor.sequence_length", 10**9)
    assert refusal(document).startswith("clip_l_preprocessor.sequence_length is 1000000000")


def test_a_configuration_that_is_nested_without_end_is_refused():
    nested = []
    for _ in range(500):
        nested = {"deeper": nested}
    assert refusal(edited(CONFIG, "vae.name", nested)).endswith("is nested too deeply")
    lists = []
    for _ in range(5000):
        lists = [lists]
    document = json.loads(json.dumps(CONFIG))
    document["config"]["vae"]["config"]["name"] = lists
    assert refusal(document) == "it is nested too deeply"


# Classes


@pytest.mark.parametrize("name", ["Lambda", "__lambda__", "Functional", "GemmaBackbone", 5, [], None])
def test_a_class_that_is_no_part_of_stable_diffusion_3_is_refused(name):
    message = refusal(edited(CONFIG, "clip_l", name, key="class_name"))
    assert message.startswith("clip_l is a ")
    assert message.endswith(", which is not part of Stable Diffusion 3")


@pytest.mark.parametrize("module", ["os", "keras.layers", "keras_hubs.evil", "keras_hub", "json\n", 5])
def test_a_module_that_is_not_kerashubs_is_refused(module):
    assert refusal(edited(CONFIG, "vae", module, key="module")).endswith("which is not KerasHub")


def test_a_precision_comes_from_keras_alone():
    assert refusal(edited(CONFIG, "dtype", "os.path", key="module")).startswith("dtype comes from ")


@pytest.mark.parametrize("name", ["mine>CLIPTextEncoder", "keras_hub>VAEBackbone", "Lambda", 5])
def test_a_class_that_is_registered_as_another_is_refused(name):
    assert refusal(edited(CONFIG, "clip_g", name, key="registered_name")).startswith(
        "clip_g is registered as"
    )


def activation(**fields):
    document = {
        "module": "builtins",
        "class_name": "function",
        "config": "gelu",
        "registered_name": "function",
    }
    return edited(CONFIG, "clip_l.intermediate_activation", document | fields)


def test_an_activation_may_be_a_function_that_keras_knows():
    assert check_configuration(activation()) is None
    assert check_configuration(activation(config="keras_hub>gelu_approximate")) is None


@pytest.mark.parametrize(
    "fields", [{"module": "keras.utils"}, {"module": "os"}, {"config": {"value": 1}}, {"config": "\x00"}]
)
def test_a_function_from_elsewhere_is_refused(fields):
    assert refusal(activation(**fields)).startswith("clip_l.intermediate_activation")


@pytest.mark.parametrize("deed", ["build_config", "compile_config", "shared_object_id"])
def test_what_keras_would_do_beside_making_the_model_is_refused(deed):
    assert refusal(edited(CONFIG, "vae", {"input_shape": [10**9]}, key=deed)).startswith(
        f"vae.{deed} is not a "
    )


# Words


@pytest.mark.parametrize("field", ["vocabulary", "merges", "proto"])
def test_a_tokenizer_reads_no_file_but_the_presets_own(field):
    document = edited(PREPROCESSOR, f"clip_l_preprocessor.tokenizer.{field}", "/dev/zero")
    assert refusal(document).endswith("must be left to the preset's own files")


@pytest.mark.parametrize("name", ["../../../tmp/evil.json", "/tmp/evil.json", ".json", "a/b.json", 5.5e300])
def test_a_tokenizers_folder_is_one_of_the_presets_own(name):
    document = edited(PREPROCESSOR, "clip_l_preprocessor.tokenizer.config_file", name)
    assert refusal(document).startswith("clip_l_preprocessor.tokenizer.config_file is ")


@pytest.mark.parametrize("word", ["two\nlines", "\x1b[31m", "x" * 1000, "\ud800"])
def test_a_word_that_no_configuration_has_is_refused_in_one_short_line(word):
    message = refusal(edited(CONFIG, "clip_l.intermediate_activation", word))
    assert message.isprintable()
    assert len(message) < 200


# What it comes to


def test_no_model_has_fewer_parameters_than_are_counted():
    size = (SHIPPED / "model.weights.h5").stat().st_size
    assert size / 8 < least_parameters(CONFIG["config"]) < size / 2


def test_a_wide_model_has_many_parameters():
    wide = edited(CONFIG, "mmdit_hidden_dim", 65_536)
    assert least_parameters(wide["config"]) > 10**11
