from itertools import product

import pytest
from django.urls import resolve

from crampcoach.content import integrity
from crampcoach.content.compiling import compile_knowledge
from crampcoach.content.fixture_files import read_rows
from tests.content.small_rows import option


def errors(rows):
    return integrity.check(compile_knowledge(rows), rows).errors


def warnings(rows):
    return integrity.check(compile_knowledge(rows), rows).warnings


def drop(kind, slug, *names):
    def spoil(rows):
        row = next(r for r in rows[kind] if slug in (r.get("slug"), r.get("finding")))
        for name in names:
            row.pop(name)

    return spoil


def put(kind, slug, **fields):
    def spoil(rows):
        next(r for r in rows[kind] if r.get("slug") == slug).update(fields)

    return spoil


def without(kind, index):
    def spoil(rows):
        rows[kind].pop(index)

    return spoil


def add(kind, **row):
    def spoil(rows):
        rows[kind].append(row)

    return spoil


def two_options_of_one(rows):
    rows["warning_signs"][0]["patterns"][0] = {"all_of": ["slow", "sudden-in-run"]}


def circle(rows):
    rows["questions"][3]["options"][0]["implies"] = ["seizure"]


def locked_question(rows):
    """slow opens a question, but nothing opens onset any more."""
    rows["questions"][2]["asked_if"] = ["slow"]


def late_screen(rows):
    rows["questions"][0]["asked_if"] = ["calf", "slow"]


def useless_option(rows):
    rows["questions"][3]["options"].append(option("likes-tea"))


def useless_question(rows):
    rows["questions"].append(
        rows["questions"][2]
        | {"slug": "tea", "options": [option("black"), option("green")]}
    )


def unread_vignette(rows):
    rows["vignettes"][0]["answers"]["wher"] = ["calf"]


def long_option(rows):
    rows["questions"][1]["options"][0]["text"] = "very " * 15


def html(rows):
    rows["causes"][0]["mechanism"] = "A <b>nerve</b> fires."


def heading_in_dutch(rows):
    rows["causes"][0]["mechanism_nl"] = "# Kop"


def unnamed_danger(rows):
    rows["causes"].append({"slug": "stroke", "role": "danger", "name": "Stroke"})


def dead_link(rows):
    rows["claims"][0]["why"] = "See [cramps](/causes/crampp/)."


def link_to_a_danger(rows):
    rows["claims"][0]["why"] = "See [hearts](/causes/heart-attack/)."


def long_line_in_dutch(rows):
    rows["causes"][0]["help_now_nl"] = "Stop.\n" + "heel " * 31


def mild_sign_without_vignette(rows):
    rows["warning_signs"].append(
        rows["warning_signs"][0]
        | {
            "slug": "mild",
            "urgency": "see-doctor",
            "patterns": [{"all_of": ["slow"]}],
        }
    )


def no_asked_finding(rows):
    rows["findings"].append(
        {"finding": "odd", "text": "Odd", "all_of": ["region-limb", "likes"]}
    )
    rows["questions"].append(
        {
            "slug": "tea",
            "stage": "you",
            "kind": "many",
            "asked_if": ["likes"],
            "text": "Tea?",
            "options": [option("likes")],
        }
    )
    rows["indicators"][0]["finding"] = "likes"


CASES = [
    (drop("causes", "cramp", "sources"), "cause cramp: names no source"),
    (without("indicators", 0), "cause cramp: has no indicator that speaks for it"),
    (without("indicators", 1), "cause cramp: has no indicator that speaks against it"),
    (no_asked_finding, "cause cramp: no finding that speaks for it can be asked"),
    (drop("prevention_steps", "ease-off", "causes"), "cause cramp: no prevention step"),
    (put("prevention_steps", "ease-off", not_worth_it=True), "no prevention step"),
    (useless_option, "finding likes-tea: nothing uses it"),
    (useless_question, "question tea: no answer to it changes anything"),
    (circle, "seizure > feels-weak > seizure"),
    (locked_question, "question onset: nothing that opens it can be answered"),
    (late_screen, "question emergency-now: is a screen, but slow is only known after"),
    (two_options_of_one, "but question onset takes one answer"),
    (locked_question, "cause cramp: no finding that speaks for it can be asked"),
    (drop("warning_signs", "heart", "do_now"), "heart: does not say what to do now"),
    (drop("warning_signs", "heart", "say"), "heart: does not say what it can mean"),
    (drop("warning_signs", "heart", "conditions"), "heart: names no condition"),
    (without("vignettes", 1), "warning sign heart: no vignette raises it"),
    (put("first_aid", "leg-cramp", areas=["calf"]), "place shin: has no first aid"),
    (mild_sign_without_vignette, "warning sign mild: no vignette raises it"),
    (without("vignettes", 0), "cause cramp: no vignette expects it"),
    (unnamed_danger, "cause stroke: is a danger, but no warning sign names it"),
    (
        drop("warning_signs", "heart", "sources"),
        "cause heart-attack: neither it nor a sign that names it has a source",
    ),
    (drop("claims", "bananas", "causes"), "claim bananas: leads to no page"),
    (dead_link, "claim bananas: why links to /causes/crampp/"),
    (link_to_a_danger, "claim bananas: why links to /causes/heart-attack/"),
    (long_option, "question where: calf text has 15 words where 14 fit"),
    (put("warning_signs", "heart", title="so " * 13), "title has 13 words where 12"),
    (long_line_in_dutch, "cause cramp: help_now_nl has 31 words where 30 fit"),
    (html, "cause cramp: mechanism holds HTML or a heading"),
    (heading_in_dutch, "cause cramp: mechanism_nl holds HTML or a heading"),
    (unread_vignette, "vignette km-34: there is no question 'wher'"),
]


def test_the_small_rows_hold_every_rule(rows):
    assert errors(rows) == ()


@pytest.mark.parametrize(("spoil", "says"), CASES, ids=[says for _, says in CASES])
def test_a_broken_rule_is_said(rows, spoil, says):
    spoil(rows)
    assert any(says in error for error in errors(rows)), errors(rows)


def test_a_sign_that_nothing_can_raise_is_said(rows):
    locked_question(rows)
    rows["warning_signs"][0]["patterns"].append({"all_of": ["slow"]})
    says = "warning sign heart: pattern 3 can never hold (slow cannot be answered)"
    assert says in errors(rows)


def test_every_rule_is_broken_by_one_of_these_cases(rows):
    """A new rule without a test of its own fails here."""
    broken = set()
    for spoil, _ in CASES:
        spoilt = __import__("copy").deepcopy(rows)
        spoil(spoilt)
        content = integrity.Content(compile_knowledge(spoilt), spoilt)
        broken |= {rule for rule in integrity.ERRORS if list(rule(content))}
    assert broken == set(integrity.ERRORS)


def test_what_is_not_translated_or_reviewed_is_a_warning(rows):
    found = warnings(rows)
    assert "symptoms: 1 of 1 texts are not in nl" in found
    assert "causes: 2 of 2 have no reviewer" in found


def test_a_hard_text_is_counted_in_a_warning_and_named_in_the_details(rows):
    rows["claims"][0]["why"] = (
        "Considerable epidemiological investigation, predominantly observational, "
        "demonstrates insufficient justification for recommending supplementation "
        "to recreational marathon participants experiencing muscular contractions "
        "during prolonged competition."
    )
    assert any(
        w.startswith("claims: texts with a reading age above 13: 1,")
        for w in warnings(rows)
    )
    assert any(d.startswith("claim bananas: why asks") for d in integrity.details(rows))


def test_each_text_that_is_not_in_dutch_is_named_in_the_details(rows):
    rows["symptoms"][0]["name_nl"] = "Een harde knoop"
    named = integrity.details(rows)
    assert "symptom knot: name is not in nl" not in named
    assert "question where: calf text is not in nl" in named


def test_a_text_may_link_to_the_page_of_a_row_and_to_a_list(rows):
    rows["claims"][0]["why"] = (
        "[One](/causes/cramp/), [all](/causes/), [else](https://a.org)"
    )
    assert errors(rows) == ()


def test_texts_link_only_to_pages_that_the_library_has():
    for folder, slug in product(integrity.PAGES, ("", "some-row/")):
        assert resolve(f"/{folder}/{slug}").app_name == "library"


def test_the_real_fixtures_hold_every_rule(fixtures):
    assert errors(read_rows(fixtures)) == ()


def test_a_circle_is_found_and_a_diamond_is_none():
    assert integrity.find_cycle({"a": ["b"], "b": ["c", "a"]}, "a") == ["a", "b", "a"]
    diamond = {"a": ["b", "c"], "b": ["d"], "c": ["d"]}
    assert integrity.find_cycle(diamond, "a") == []
