"""What the question pages promise, against what the test patients were asked."""

from statistics import mean

from crampcoach.engine.evaluation import read_vignettes, walk


def test_about_so_many_more_pages_is_about_right(real, real_rows):
    """A little over two pages off on average is the most; a visit that an emergency ends is shorter than any promise."""
    errors = {}
    for vignette in read_vignettes(real, real_rows["vignettes"])[::3]:
        *before, last = walk(real, vignette)
        if last.is_stopped:
            continue
        for shown, interview in enumerate(before):
            left = len(before) - shown
            errors.setdefault(shown, []).append(interview.expected - left)
            assert 1 <= interview.expected <= interview.remaining
        assert last.expected == 0
    for shown, wrong in errors.items():
        assert mean(map(abs, wrong)) <= 2.25, shown
        assert -1.25 <= mean(wrong) <= 1.25, shown
