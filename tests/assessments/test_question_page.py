"""Each kind of question as it stands on the page."""

import re

from crampcoach.assessments.body_map import BACK, FRONT, Shape, regions_of
from crampcoach.engine.knowledge import Kind
from tests.builders import knowledge, option, question


def page_of(runner, path):
    return runner.get(path).content.decode()


class TestScreens:
    def test_none_of_these_is_one_button_below_the_signs(self, runner):
        page = page_of(runner, "q/emergency-now/")
        none = 'name="emergency-now" value="none"'
        assert page.count(none) == 1
        assert page.index(none) > page.index('value="confused"')

    def test_the_enter_key_does_not_say_none(self, runner):
        form = page_of(runner, "q/emergency-now/").split("<form")[-1]
        first = re.search(r"<button[^>]*>", form).group()
        assert "value" not in first

    def test_not_sure_opens_yes_no_or_not_sure_for_each(self, runner):
        page = page_of(runner, "q/emergency-now/?unsure=1")
        assert page.count('type="radio"') == 6
        assert "The rest is no: continue" in page

    def test_what_was_ticked_is_carried_along(self, runner):
        response = runner.send("emergency-now", emergency_now=["confused"], unsure="1")
        assert response.status_code == 200
        page = response.content.decode()
        assert re.search(r'id="emergency-now--confused--yes"[^>]* checked', page)
        assert "There is a problem" not in page
        assert runner.answers == {}

    def test_the_short_list_keeps_every_yes(self, runner):
        fields = {"mode": "each", "short": "1", "emergency-now:confused": "yes"}
        fields["emergency-now:collapsed"] = "not-sure"
        response = runner.send("emergency-now", **fields)
        assert response.status_code == 200
        page = response.content.decode()
        assert re.search(r'id="emergency-now--confused"[^>]* checked', page)
        assert "There is a problem" not in page
        assert runner.answers == {}

    def test_a_single_doubt_is_shown_one_by_one_again(self, runner):
        runner.send(
            "emergency-now",
            **{"mode": "each", "rest": "no", "emergency-now:collapsed": "not-sure"},
        )
        page = page_of(runner, "q/emergency-now/")
        assert re.search(r'id="emergency-now--collapsed--unsure"[^>]* checked', page)
        assert re.search(r'id="emergency-now--confused--no"[^>]* checked', page)

    def test_a_sensitive_one_can_be_skipped_in_one_tap(self, runner):
        runner.pass_screens(sex="female")
        page = page_of(runner, "q/pregnancy/")
        assert 'name="pregnancy" value="not-sure">Skip this question' in page
        runner.send("pregnancy", pregnancy="not-sure")
        assert runner.answers["pregnancy"] == {"chosen": [], "unsure": ["pregnant"]}


class TestOtherQuestions:
    def test_many_has_exclusive_none_and_not_sure(self, runner):
        runner.pass_screens()
        page = page_of(runner, "q/timing/")
        assert re.search(r'value="none" data-exclusive', page)
        assert re.search(r'type="checkbox"[^>]*value="not-sure"', page)

    def test_pages_with_several_questions_have_one_heading_of_the_first_level(
        self, runner
    ):
        runner.send("emergency-now", emergency_now="none")
        runner.send("where", where=["calf"])
        page = page_of(runner, "q/about-you/")
        assert page.count("<h1") == 1
        assert page.count("<legend") == 2
        assert "Skip this question" in page

    def test_hint_and_reason_are_there(self, runner):
        page = page_of(runner, "q/emergency-now/")
        assert 'aria-describedby="emergency-now-hint"' in page
        assert "Why we ask" in page
        assert "It matters." in page

    def test_stage_and_remaining_pages_are_said(self, runner):
        page = page_of(runner, "q/emergency-now/")
        assert "Safety check" in page
        assert re.search(r"About \d+ more pages", page)

    def test_text_from_editors_is_escaped(self, runner, known, monkeypatch):
        from crampcoach.content import releases

        evil = knowledge(question("q", option("a", text="<b>x</b>"), screen=True))
        monkeypatch.setattr(releases, "live", lambda language="en": evil)
        page = page_of(runner, "q/q/")
        assert "&lt;b&gt;x&lt;/b&gt;" in page


class TestBodyMap:
    def test_every_region_ticks_its_checkbox_without_a_script(self, runner):
        runner.send("emergency-now", emergency_now="none")
        page = page_of(runner, "q/where/")
        for slug in ("calf", "lower-back"):
            assert f'for="where--{slug}"><svg' in page
            assert f'id="where--{slug}"' in page
        assert 'for="where--many-places"><svg' not in page
        assert 'class="body-map" aria-hidden="true"' in page

    def test_every_place_of_the_real_question_is_listed(self, real):
        places = {o.slug for o in real.question["where"].options}
        assert real.question["where"].kind is Kind.MAP
        assert set(FRONT) | set(BACK) <= places

    def test_the_map_knows_no_place_that_the_list_has_not(self, real):
        regions = regions_of(real.question["where"])
        assert len(regions) == len(real.question["where"].options)
        assert sum(bool(region.shapes) for region in regions) == len({*FRONT, *BACK})

    def test_every_place_can_light_up(self, real, settings):
        """The style sheet joins a place and its option by their number."""
        css = (settings.BASE_DIR / "static/css/check.css").read_text()
        for number in range(1, len(real.question["where"].options) + 1):
            place = f".body-map__place:nth-of-type({number})"
            option = f":has(.option:nth-of-type({number}) input"
            assert f"{option}:checked) {place}" in css
            assert f"{option}:is(:hover, :focus-visible)) {place}" in css

    def test_a_tick_stands_upright_on_both_halves(self):
        assert Shape("", (30, 50)).ticks == "M-38 50l5 6 10-12M22 50l5 6 10-12"


class TestImpliedAnswers:
    def test_an_implied_option_is_shown_ticked(self, runner, monkeypatch):
        from crampcoach.content import releases

        implying = knowledge(
            question("first", option("a", implies=("b",)), "other", screen=True),
            question("second", "b", "c", screen=True),
        )
        monkeypatch.setattr(releases, "live", lambda language="en": implying)
        runner.send("first", first=["a"])
        page = page_of(runner, "q/second/")
        assert re.search(r'value="b"[^>]* checked', page)
        assert not re.search(r'value="c"[^>]* checked', page)
