"""Several threads as one stream: everything arrives, nothing runs ahead, and nothing is left running."""

import threading

import pytest

from sd3explorer.render.merging import ITEMS_AHEAD, merged


def counting(first, last):
    yield from range(first, last)


def test_everything_arrives_and_what_comes_of_one_is_in_order():
    arrived = list(merged([counting(0, 50), counting(100, 150), counting(0, 0)], lambda: None))
    assert [each for each in arrived if each < 100] == list(range(50))
    assert [each for each in arrived if each >= 100] == list(range(100, 150))


def test_of_nothing_comes_nothing():
    assert list(merged([], lambda: None)) == []


def test_none_gets_ahead_of_whoever_takes_them_by_more_than_a_few():
    made = []

    def eager():
        for number in range(100):
            made.append(number)
            yield number

    stream = merged([eager()], lambda: None)
    for number in stream:
        # One waits to be put, and one was just taken.
        assert len(made) <= number + 1 + ITEMS_AHEAD + 1


def test_an_error_of_one_ends_all():
    stopped = threading.Event()

    def waiting():
        stopped.wait()
        yield "late"

    def failing():
        yield "early"
        raise ValueError("no")

    stream = merged([waiting(), failing()], stopped.set)
    assert next(stream) == "early"
    with pytest.raises(ValueError, match="no"):
        next(stream)
    assert stopped.is_set()


def test_whoever_takes_no_more_leaves_no_thread_behind():
    before, ended, stopped = threading.active_count(), [], threading.Event()

    def endless():
        try:
            while not stopped.is_set():
                yield 1
        finally:
            ended.append(1)

    stream = merged([endless(), endless()], stopped.set)
    next(stream)
    stream.close()
    assert ended == [1, 1]
    assert threading.active_count() == before


def test_one_that_joins_is_received_as_the_others_are():
    late = [[counting(100, 110)], None]
    arrived = list(merged([counting(0, 10)], lambda: None, lambda _: late.pop(0) if late else None))
    assert sorted(arrived) == [*range(10), *range(100, 110)]


def test_as_long_as_others_may_join_there_is_no_end():
    asked = []

    def more(idle):
        asked.append(idle)
        return None if len(asked) > 3 else [counting(0, 1)] if len(asked) == 3 else []

    assert list(merged([], lambda: None, more)) == [0]
    assert asked[:3] == [True] * 3
