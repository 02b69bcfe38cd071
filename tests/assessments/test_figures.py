"""Pictures in the report and on the page for this minute: never one of a stretch that was left out."""

from dataclasses import replace

from crampcoach.content import releases
from tests.builders import action, first_aid

CALF_STRETCH = 'id="figure-calf-cramp-title"'


def test_first_aid_is_shown_with_its_picture(runner):
    runner.finish()
    assert CALF_STRETCH in runner.get("report/").content.decode()


def test_no_picture_of_first_aid_of_which_a_part_is_left_out(
    runner, known, monkeypatch
):
    stretch = action("Stretch it gently.", unsafe_with=("in-a-race",))
    rows = (first_aid("calf-cramp", action("Sit down."), stretch, areas=("calf",)),)
    other = replace(known, first_aid=rows)
    monkeypatch.setattr(releases, "live", lambda language="en": other)
    runner.finish()
    page = runner.get("report/").content.decode()
    assert "Sit down." in page
    assert CALF_STRETCH not in page


def test_the_page_for_this_minute_shows_the_picture_below_the_steps(client, db):
    page = client.get("/now/calf/").content.decode()
    assert page.index("Stretch it gently.") < page.index(CALF_STRETCH)


def test_a_step_of_the_plan_has_its_picture_in_the_how_to(runner):
    runner.finish()
    page = runner.get("report/").content.decode()
    how_to = page.index("How to do it")
    assert how_to < page.index('id="figure-calf-raises-title"')
    assert page.index('id="figure-calf-raises-title"') < page.index("Stand on a step.")
