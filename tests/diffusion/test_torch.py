"""PyTorch's graphs of denoising steps, in processes of their own, as Keras has another backend here."""

from tests.diffusion.torch_process import answer
from tests.installed import needs

pytestmark = needs("torch")


def test_keras_layers_are_gone_through_once_for_each_shape():
    assert answer("print(close(2), close(2), len(calls), close(5), len(calls))") == [
        "True",
        "True",
        "1",
        "True",
        "2",
    ]


def test_weights_that_change_are_not_part_of_the_graph():
    assert answer("denoised(2); layer.kernel.assign(2 * layer.kernel.value); print(close(2))") == ["True"]


def test_of_a_text_that_all_frames_share_a_single_row_is_kept():
    kept = """
import numpy
from types import SimpleNamespace
from sd3explorer.diffusion.conditions import Conditions
from sd3explorer.diffusion.text import TextEmbedding
from sd3explorer.walk.recipe import Prompt

embedding = TextEmbedding(numpy.ones((1, 5), "float32"), numpy.ones(5, "float32"), 0)
denoiser = SimpleNamespace(
    condition=lambda context, pooled: (context, pooled),
    modulations=lambda sigmas, pooled: sigmas.reshape(-1, 1, 1) * pooled[None],
)
conditions = Conditions(denoiser, lambda prompt: embedding, lambda function: function)
row = conditions._same_modulations(conditions.texts([Prompt("cats")] * 8), (1.0, 0.5))
print(tuple(row.shape) == (2, 1, 5), row.untyped_storage().nbytes() // row.element_size())
"""
    assert answer(kept) == ["True", "10"]


def test_a_gpu_without_triton_has_fused_attention_all_the_same():
    asked = """
def fused(on_gpu):
    torch.cuda.is_available = lambda: on_gpu
    return compiler.has_fused_attention()
print(fused(True), fused(False))
"""
    assert answer(asked, "compiler.has_triton = lambda: False") == ["True", "False"]


def test_kernels_are_kept_where_compilers_that_are_called_as_by_a_shell_find_them(tmp_path):
    asked = "import os; print(os.environ.get('TORCHINDUCTOR_CACHE_DIR') == {!r})"
    for folder, kept in ((tmp_path / "plain", True), (tmp_path / "it's a folder", False)):
        prepared = f"compiler.prepare(Path({str(folder)!r}))"
        assert answer(asked.format(str(folder / "torch")), prepared) == [str(kept)]


def test_compilers_have_a_temporary_folder_whose_path_needs_no_quotes(tmp_path):
    folder = tmp_path / "it's_a_folder"
    folder.mkdir()
    asked = "print(tempfile.gettempdir(), os.environ['TMPDIR'])"
    for compiles, used in (("True", "/tmp"), ("False", str(folder))):
        prepared = "import os, tempfile\ntempfile.tempdir = None\n"
        prepared += f"compiler.compiles = lambda: {compiles}\ncompiler.prepare()"
        assert answer(asked, prepared, TMPDIR=str(folder)) == [used, used]


def test_a_folder_for_programs_that_cannot_be_made_harms_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    in_the_way = f"compiler.prepare(Path({str(tmp_path / 'file')!r}))"
    assert answer("print(close(2))", in_the_way) == ["True"]
