import numpy as np
import pytest
from keras_hub.src.models.stable_diffusion_3.flow_match_euler_discrete_scheduler import (
    FlowMatchEulerDiscreteScheduler,
)

from sd3explorer.diffusion.schedule import sigmas


@pytest.mark.parametrize("shift", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("num_steps", [1, 2, 5, 28, 50, 1000])
def test_the_schedule_is_kerashubs(num_steps, shift):
    scheduler = FlowMatchEulerDiscreteScheduler(shift=shift)
    scheduler.set_sigmas(num_steps)
    assert np.allclose(sigmas(num_steps, shift, 1000), np.array(scheduler.sigmas), rtol=1e-6, atol=1e-7)


def test_it_falls_to_zero():
    schedule = sigmas(28, 3.0, 1000)
    assert schedule.shape == (29,)
    assert schedule.dtype == np.float32
    assert (np.diff(schedule) < 0).all()
    assert schedule[-1] == 0.0
