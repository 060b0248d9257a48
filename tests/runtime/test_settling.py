"""What has settled is passed over by the collector, and no longer by those who come after."""

import gc

from landsea.base.collector import RARELY, collect_rarely, pass_over_what_stays


def test_what_is_there_is_passed_over_and_what_comes_is_not():
    kept_before = gc.get_threshold()
    held = [[number] for number in range(1000)]
    try:
        pass_over_what_stays()
        frozen = gc.get_freeze_count()
        assert frozen >= len(held)
        later = [[number] for number in range(1000)]
        assert gc.get_freeze_count() == frozen
        assert any(one is later for one in gc.get_objects())
        assert not any(one is held for one in gc.get_objects())
        collect_rarely()
        assert gc.get_threshold() == RARELY
    finally:
        gc.unfreeze()
        gc.set_threshold(*kept_before)
