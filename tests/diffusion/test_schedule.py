"""The noise levels are those that KerasHub steps through."""

import numpy as np
import pytest
from keras_hub.src.models.stable_diffusion_3.flow_match_euler_discrete_scheduler import (
    FlowMatchEulerDiscreteScheduler,
)

from sd3explorer.walk.schedule import Schedule


@pytest.mark.parametrize("shift", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("num_steps", [1, 2, 5, 28, 50, 1000])
def test_the_schedule_is_kerashubs(num_steps, shift):
    scheduler = FlowMatchEulerDiscreteScheduler(shift=shift)
    scheduler.set_sigmas(num_steps)
    sigmas = Schedule(shift).sigmas(num_steps)
    assert np.allclose(sigmas, np.array(scheduler.sigmas), rtol=1e-6, atol=1e-7)
