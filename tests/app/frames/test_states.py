"""What is known of a walk's frames while drafts of them come and walks go."""

from dataclasses import replace

from sd3explorer.app.frames.states import FrameState, States
from sd3explorer.app.frames.survey import unknown
from sd3explorer.walk.walk import Walk


def survey_of(*digests):
    return replace(
        unknown(Walk()),
        digests=digests,
        places={digest: [place] for place, digest in enumerate(digests)},
    )


def test_a_draft_that_comes_after_an_edit_is_shown_where_its_frame_still_is():
    states = States()
    states.begin(survey_of("one", "two"), goes_on=False)
    states.will_draft("draft of two", "two")
    states.begin(survey_of("two", "three"), goes_on=False)
    assert states.take("draft of two", is_final=False) == "two"
    assert states.state("two") is FrameState.DRAFT


def test_drafts_of_walks_that_are_gone_take_no_memory():
    states = States()
    for walk in range(100):
        states.begin(survey_of(f"frame {walk}"), goes_on=False)
        states.will_draft(f"draft {walk}", f"frame {walk}")
        states.take(f"draft {walk}", is_final=False)
    assert len(states._full) == 1
