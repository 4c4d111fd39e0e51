"""TensorFlow: functions whose programs are read from the disk where they were compiled before."""

import io
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from tensorflow.compiler.tf2xla.python import xla as tf2xla
from tensorflow.python.framework import ops as numbering

from sd3explorer.diffusion.programs import Programs

logger = logging.getLogger(__name__)

# Of TensorFlow's operation that holds a StableHLO module: one that all releases of today read.
MODULE_VERSION = 9

# More than TensorFlow gives away between two programs.
NUMBERS_APART = 100_000


@dataclass(frozen=True, slots=True)
class Module:
    """A function as StableHLO, which takes neither Python nor Keras to be compiled.

    Args:
        code: The serialized module.
        constants: What it takes behind the weights and the arguments.
        shapes: Of its results.
        dtypes: Of its results.
        alone: Whether it has a single result that is no tuple.
    """

    code: bytes
    constants: tuple[np.ndarray, ...]
    shapes: tuple[tuple[int, ...], ...]
    dtypes: tuple[str, ...]
    alone: bool

    def to_bytes(self) -> bytes:
        """The module, to be kept."""
        file = io.BytesIO()
        np.savez(
            file,
            code=np.frombuffer(self.code, np.uint8),
            alone=np.array(self.alone),
            dtypes=np.array(self.dtypes),
            **{f"shape{index}": np.array(shape, np.int64) for index, shape in enumerate(self.shapes)},
            **{f"constant{index}": constant for index, constant in enumerate(self.constants)},
        )
        return file.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Module":
        """The module that was kept."""
        with np.load(io.BytesIO(data)) as file:
            counts = (sum(name.startswith(kind) for name in file.files) for kind in ("constant", "shape"))
            constants, shapes = counts
            return cls(
                file["code"].tobytes(),
                tuple(file[f"constant{index}"] for index in range(constants)),
                tuple(tuple(map(int, file[f"shape{index}"])) for index in range(shapes)),
                tuple(map(str, file["dtypes"])),
                bool(file["alone"]),
            )


class Captured:
    """Weights that compiled functions have captured, and the functions that have.

    Args:
        variables: The weights.

    Attributes:
        weights: The variables with the values that were captured.
    """

    def __init__(self, variables: Sequence[keras.Variable]) -> None:
        self.weights = [(variable, tf.convert_to_tensor(variable.value)) for variable in variables]
        self._functions: list[Any] = []

    def by(self, function: Any) -> Any:
        """The function, which captures these.

        Args:
            function: As `tf.function` makes them.
        """
        self._functions.append(function)
        return function

    def renew(self, variables: Sequence[keras.Variable]) -> None:
        """Has all functions take the values that some weights have now; nothing is compiled for that."""
        changed = {id(variable) for variable in variables}
        renewed: dict[int, Any] = {}
        for place, (variable, before) in enumerate(self.weights):
            if id(variable) in changed:
                renewed[id(before)] = tf.convert_to_tensor(variable.value)
                self.weights[place] = (variable, renewed[id(before)])
        # These know nothing of each other: one that calls another has captured what the other has.
        for function in self._functions if renewed else ():
            for concrete in function._list_all_concrete_functions():
                captures = [renewed.get(id(each), each) for each in concrete.captured_inputs]
                concrete.set_external_captures(captures)


class KeptFunction:
    """A function compiled with XLA, one program for each shape of its arguments.

    Args:
        function: From tensors to a tensor or a tuple of them.
        captured: The weights that it uses.
        programs: Where its programs are kept.
    """

    def __init__(self, function: Callable[..., Any], captured: Captured, programs: Programs) -> None:
        self._function = function
        self._captured = captured
        self._weights = captured.weights
        self._programs = programs
        self._compiled: dict[str, Callable[..., Any]] = {}

    def __call__(self, *arguments: Any) -> Any:
        """The function's result."""
        flat = [tf.convert_to_tensor(each) for each in tf.nest.flatten(arguments)]
        specs = [tf.TensorSpec(each.shape, each.dtype) for each in flat]
        name = f"{self._function.__qualname__} {specs}"
        if name not in self._compiled:
            with tf.init_scope():
                self._compiled[name] = self._program(name, arguments, specs)
        return self._compiled[name](*flat)

    def _program(self, name: str, arguments: Any, specs: list[Any]) -> Callable[..., Any]:
        kept = self._kept(name)
        try:
            module = kept or self._traced(arguments, specs)
        except Exception:
            # Reading a program out of TensorFlow is nothing that it promises.
            logger.exception("%s is compiled anew in every process", name)
            explicit = self._explicit(arguments, capture=True)
            return self._captured.by(tf.function(explicit, jit_compile=True, autograph=False))
        if kept is None:
            self._programs.write(name, module.to_bytes())
        return self._compiled_from(module, specs)

    def _kept(self, name: str) -> Module | None:
        data = self._programs.read(name)
        try:
            return None if data is None else Module.from_bytes(data)
        except Exception as error:
            logger.warning("a kept program can't be read: %s", error)
            return None

    def _traced(self, arguments: Any, specs: list[Any]) -> Module:
        traced = tf.function(self._explicit(arguments), jit_compile=True, autograph=False)
        all_specs = [tf.TensorSpec(value.shape, value.dtype) for _, value in self._weights] + specs
        concrete = traced.get_concrete_function(*all_specs)
        return Module(
            code=traced.experimental_get_compiler_ir(*all_specs)(stage="stablehlo_serialized"),
            constants=tuple(each.numpy() for each in concrete.captured_inputs),
            shapes=tuple(tuple(each.shape) for each in concrete.outputs),
            dtypes=tuple(each.dtype.name for each in concrete.outputs),
            alone=not isinstance(concrete.structured_outputs, tuple),
        )

    def _explicit(self, arguments: Any, capture: bool = False) -> Callable[..., Any]:
        """The function of flat arguments, behind the weights if they aren't captured."""
        count = 0 if capture else len(self._weights)

        def explicit(*tensors: Any) -> Any:
            values = [value for _, value in self._weights] if capture else tensors[:count]
            variables = [variable for variable, _ in self._weights]
            with keras.StatelessScope(state_mapping=list(zip(variables, values, strict=True))):
                return self._function(*tf.nest.pack_sequence_as(arguments, tensors[count:]))

        return explicit

    def _compiled_from(self, module: Module, specs: list[Any]) -> Callable[..., Any]:
        weights = [value for _, value in self._weights]
        constants = [tf.constant(constant) for constant in module.constants]

        def run(*tensors: Any) -> Any:
            results = tf2xla.call_module(
                [*weights, *tensors, *constants],
                version=MODULE_VERSION,
                module=module.code,
                Sout=[tf.TensorShape(shape) for shape in module.shapes],
                Tout=[tf.dtypes.as_dtype(dtype) for dtype in module.dtypes],
                # It takes one platform; the module suits all.
                platforms=["CPU"],
                disabled_checks=[tf2xla.call_module_disable_check_platform()],
            )
            return results[0] if module.alone else tuple(results)

        compiled = self._captured.by(tf.function(run, jit_compile=True, autograph=False))
        _start_at_a_round_number()
        compiled.get_concrete_function(*specs)
        return compiled


def _start_at_a_round_number() -> None:
    # A function is called after a number that TensorFlow counts up, and its executable is found by that
    # name. What came before it is another in a process that traces than in one that reads what was traced.
    while numbering.uid() % NUMBERS_APART:
        pass
