import pytest

from sd3explorer.diffusion import precision
from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.precision import PRECISIONS, best, chosen_precision, measured, product_rate


@pytest.mark.parametrize(
    ("rates", "chosen"),
    [
        ((1.0, 1.0, 1.0), "float32"),
        ((1.0, 1.4, 1.4), "float32"),
        ((1.0, 8.0, 8.0), "float16"),
        ((1.0, 8.0, 6.0), "float16"),
        ((1.0, 4.0, 0.1), "bfloat16"),
        ((1.0, 0.1, 4.0), "float16"),
    ],
)
def test_half_of_the_digits_are_given_up_where_that_is_much_faster(rates, chosen):
    assert best(dict(zip(PRECISIONS, rates, strict=True))) == chosen


def test_other_work_that_slowed_one_measurement_down_costs_no_digits():
    rates = {"float32": iter([0.5, 1.0]), "bfloat16": iter([1.0, 0.6]), "float16": iter([1.0, 0.9])}
    assert best(measured(PRECISIONS, lambda dtype: next(rates[dtype]))) == "float32"


def test_what_is_fast_at_half_of_the_digits_is_so_again_and_again():
    rates = {"float32": 1.0, "bfloat16": 4.0, "float16": 1.0}
    asked = []
    assert best(measured(PRECISIONS, lambda dtype: asked.append(dtype) or rates[dtype])) == "bfloat16"
    assert asked == [*PRECISIONS] * precision.ROUNDS


def test_auto_is_what_the_device_is_fast_at(compiler, monkeypatch):
    monkeypatch.setattr(precision, "product_rate", lambda dtype, _: 4.0 if dtype == "bfloat16" else 1.0)
    assert chosen_precision("auto", compiler) == "bfloat16"


def test_what_was_asked_for_is_not_measured(compiler, monkeypatch):
    monkeypatch.setattr(precision, "product_rate", None)
    assert chosen_precision("float16", compiler) == "float16"
    with pytest.raises(DiffusionError, match='no precision is called "int8"; there are float32'):
        chosen_precision("int8", compiler)


def test_what_the_device_lacks_is_refused_and_not_measured(compiler, monkeypatch):
    monkeypatch.setattr(compiler, "computes_in", lambda dtype: dtype != "float16")
    with pytest.raises(
        DiffusionError, match="can't compute in float16 on this device; choose float32 or bfl"
    ):
        chosen_precision("float16", compiler)
    monkeypatch.setattr(precision, "product_rate", lambda dtype, _: {"float32": 1.0, "bfloat16": 3.0}[dtype])
    assert chosen_precision("auto", compiler) == "bfloat16"


@pytest.mark.parametrize("dtype", PRECISIONS)
def test_a_rate_is_measured_on_the_device(compiler, monkeypatch, dtype):
    monkeypatch.setattr(precision, "SMALLEST", 64)
    monkeypatch.setattr(precision, "LARGEST", 128)
    assert product_rate(dtype, compiler.compile_function) > 0.0


def test_one_slow_product_is_enough_as_on_processors_that_can_only_imitate_a_precision(monkeypatch):
    timed = []

    def seconds(product, square, number):
        timed.append(number)
        return 6.0

    monkeypatch.setattr(precision, "_seconds", seconds)
    assert product_rate("bfloat16", lambda function, _: function) == 2 * precision.SMALLEST**3 / 6.0
    # The first one compiles.
    assert timed == [1, 1]
