"""Programs on any backend, in processes of their own, as Keras has another one in the tests'."""

import json
import os
import subprocess
import sys
from functools import cache

# Imports a backend once, which takes longer than most programs, and forks for each of them: that runs in a
# process in which nothing was computed yet.
SERVER = """
import json, os, signal, sys, tempfile, traceback
exec(sys.argv[1])

def run(program, environment, seconds, output, errors):
    signal.alarm(seconds)
    os.dup2(output.fileno(), 1)
    os.dup2(errors.fileno(), 2)
    os.environ.clear()
    os.environ.update(environment)
    status = 1
    try:
        exec(program, dict(globals()))
        status = 0
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)

for line in sys.stdin:
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        child = os.fork()
        if not child:
            run(*json.loads(line), output, errors)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        output.seek(0)
        errors.seek(0)
        print(json.dumps([status, output.read(), errors.read()]), flush=True)
"""

# As an engine does, which waits for no JAX that it doesn't compute on.
WITHOUT_JAX = "from sd3explorer.diffusion.backend import _without_jax\nwith _without_jax(): "
IMPORTS = {
    "jax": "import sd3explorer.diffusion.compilers.jax, tensorflow",
    "tensorflow": f"{WITHOUT_JAX} import sd3explorer.diffusion.compilers.tensorflow",
    "torch": f"{WITHOUT_JAX} import sd3explorer.diffusion.compilers.torch, tensorflow;"
    "import torch._inductor.compile_fx",
}

TORCH_ENVIRONMENT = {
    # Processes that compile side by side import PyTorch once more each.
    "TORCHINDUCTOR_COMPILE_THREADS": "1",
    # It compiles programs to find out whether the processor's vectors can be compiled for.
    "TORCHINDUCTOR_VEC_ISA_OK": "1",
}

# For what would hang: many times what it takes.
SECONDS_AT_MOST = 120


def output_of(backend, program, **environment):
    """What a program prints.

    Args:
        backend: Name of Keras' backend, which is imported already.
        program: Code in Python; it has to end well.
        environment: Variables that it has beside those of the tests.
    """
    server = _server(backend)
    request = [program, _environment(backend) | environment, SECONDS_AT_MOST]
    server.stdin.write(json.dumps(request) + "\n")
    server.stdin.flush()
    status, output, errors = json.loads(server.stdout.readline())
    assert status == 0, errors or f"exit status {status}"
    return output


@cache
def _server(backend):
    """It ends with the process of the tests, whose end closes its input."""
    return subprocess.Popen(
        [sys.executable, "-c", SERVER, IMPORTS[backend]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=_environment(backend),
    )


def _environment(backend):
    return {**os.environ, "KERAS_BACKEND": backend, **TORCH_ENVIRONMENT}
