"""PyTorch: functions whose programs are read from the disk where they were compiled before.

Another process then goes through neither Keras' layers nor TorchDynamo, which take longer than all the rest.
"""

import copy
import logging
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch.fx import GraphModule
from torch.fx.experimental.proxy_tensor import make_fx

from sd3explorer.diffusion.programs import Programs

logger = logging.getLogger(__name__)

Tensors = Sequence[torch.Tensor]


def compiled(
    function: Callable[..., Any], tensors: Tensors, name: str, programs: Programs | None
) -> Callable[..., Any]:
    """A function compiled for tensors like these; where there is no compiler of C, it runs as it is.

    Args:
        function: From tensors alone to a tuple of tensors.
        tensors: What to compile for, as for their shapes and how they lie in memory.
        name: Of the program: another one for other tensors.
        programs: Where to keep it; None keeps it only where PyTorch does.

    Raises:
        torch.OutOfMemoryError: The device has too little memory.
    """
    kept = programs.read(name) if programs is not None else None
    if kept is not None:
        with _or_else("a kept program doesn't run"):
            return _that_runs(Program.from_bytes(kept), tensors)
    graph = make_fx(function)(*tensors)
    with _or_else("no program can be made that could be kept"):
        program = _that_runs(Program.of(graph, tensors), tensors)
        if programs is not None:
            programs.write(name, program.to_bytes())
        return program
    # PyTorch's only way before 2.10.
    import torch._dynamo

    torch._dynamo.config.suppress_errors = True
    return torch.compile(graph, dynamic=False)


@dataclass(frozen=True, slots=True)
class Program:
    """A graph that Inductor compiled.

    Args:
        code: What PyTorch calls its artifact.
        constants: What it takes before the arguments.
    """

    code: Any
    constants: Tensors

    @classmethod
    def of(cls, graph: GraphModule, tensors: Tensors) -> "Program":
        """The program for tensors like these."""
        # Takes more than a second, which those are spared that compile nothing.
        from torch._inductor.standalone_compile import standalone_compile

        graph, constants = _with_constants_as_arguments(graph)
        both = [*constants, *tensors]
        code = standalone_compile(graph, both, dynamic_shapes="from_example_inputs", options={}, aot=True)
        return cls(code, constants)

    def to_bytes(self) -> bytes:
        """The program, to be kept."""
        return pickle.dumps((self.code.serialize(), self.constants))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Program":
        """The program that was kept."""
        from torch._inductor.standalone_compile import AOTCompiledArtifact

        code, constants = pickle.loads(data)
        return cls(AOTCompiledArtifact.deserialize(code), constants)

    def __call__(self, *tensors: torch.Tensor) -> Any:
        """What the graph makes of its arguments."""
        return self.code(*self.constants, *tensors)


def _with_constants_as_arguments(traced: GraphModule) -> tuple[GraphModule, Tensors]:
    """A graph that takes its constants before its arguments, as a program's bytes have no place for them."""
    # The caller's stays as it is.
    graph, constants = copy.deepcopy(traced.graph), []
    first = next(iter(graph.nodes))
    for node in graph.find_nodes(op="get_attr"):
        constants.append(getattr(traced, node.target))
        with graph.inserting_before(first):
            node.replace_all_uses_with(graph.placeholder(node.target))
        graph.erase_node(node)
    return GraphModule(traced, graph), constants


def _that_runs(program: Program, tensors: Tensors) -> Program:
    program(*tensors)
    return program


@contextmanager
def _or_else(complaint: str) -> Iterator[None]:
    """Continues after an error, but for too little memory, which the caller has a remedy for."""
    try:
        yield
    except torch.OutOfMemoryError:
        raise
    except Exception as error:
        logger.warning("%s: %s", complaint, error)
