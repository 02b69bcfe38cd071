"""Tiny knowledge by hand: every builder fills in what a test does not care about."""

from typing import Any

from crampcoach.engine.answers import Answers
from crampcoach.engine.knowledge import (
    Action,
    Cause,
    Finding,
    FirstAid,
    Indicator,
    Kind,
    Knowledge,
    Pattern,
    PreventionStep,
    Question,
    Role,
    Rule,
    Source,
    Stage,
    StepKind,
    Strength,
    Urgency,
    WarningSign,
)


def option(slug: str, **fields: Any) -> Finding:
    return Finding(slug=slug, **{"text": slug.replace("-", " ").capitalize()} | fields)


def derived(slug: str, *, all_of: tuple = (), any_of: tuple = (), **fields) -> Finding:
    rule = Rule(bool(all_of), tuple(all_of or any_of))
    return option(slug, rule=rule, **fields)


def question(slug: str, *options: Finding | str, **fields: Any) -> Question:
    rows = [option(o) if isinstance(o, str) else o for o in options or (f"{slug}-yes",)]
    for name in ("asked_if", "not_asked_if", "safety_if"):
        if name in fields:
            fields[name] = frozenset(fields[name])
    defaults = {
        "text": f"{slug.replace('-', ' ').capitalize()}?",
        "stage": Stage.SAFETY if fields.get("screen") else Stage.PROBLEM,
        "kind": Kind.MANY,
        "why": "It matters.",
    }
    named = tuple(_of_question(row, slug) for row in rows)
    return Question(slug=slug, options=named, **defaults | fields)


def _of_question(row: Finding, slug: str) -> Finding:
    values = {name: getattr(row, name) for name in Finding.__dataclass_fields__}
    return Finding(**values | {"question": slug})


def indicator(cause: str, finding: str, strength: str = "for", **fields) -> Indicator:
    defaults = {"why": f"{finding} points to it", "source": "expert"}
    strength = Strength(strength)
    return Indicator(
        cause=cause, finding=finding, strength=strength, **defaults | fields
    )


def cause(slug: str, *rows: tuple, role: str = "condition", **fields: Any) -> Cause:
    """`rows`: (finding, strength) or (finding, strength, group)."""
    indicators = tuple(
        indicator(slug, row[0], row[1], group=row[2] if len(row) > 2 else "")
        for row in rows
    )
    defaults = {"name": slug.replace("-", " ").capitalize(), "prior": 100}
    if "typical_areas" in fields:
        fields["typical_areas"] = frozenset(fields["typical_areas"])
    return Cause(slug=slug, role=Role(role), indicators=indicators, **defaults | fields)


def pattern(*all_of: str, one_of: tuple = (), and_one_of: tuple = ()) -> Pattern:
    return Pattern(frozenset(all_of), frozenset(one_of), frozenset(and_one_of))


def sign(slug: str, *patterns: Pattern | str, **fields: Any) -> WarningSign:
    rows = tuple(pattern(p) if isinstance(p, str) else p for p in patterns)
    defaults = {"title": slug.replace("-", " ").capitalize(), "urgency": "urgent-today"}
    values = defaults | fields
    values["urgency"] = Urgency.of(values["urgency"])
    values["withholds"] = frozenset(values.get("withholds", ()))
    return WarningSign(slug=slug, patterns=rows, **values)


def step(slug: str, **fields: Any) -> PreventionStep:
    for name in ("tags", "unsafe_with", "findings"):
        if name in fields:
            fields[name] = frozenset(fields[name])
    defaults = {"name": slug.replace("-", " ").capitalize(), "kind": StepKind.HABIT}
    return PreventionStep(slug=slug, **defaults | fields)


def first_aid(slug: str, *actions: Action, areas: tuple = (), **fields) -> FirstAid:
    defaults = {"name": slug.replace("-", " ").capitalize()}
    if "findings" in fields:
        fields["findings"] = frozenset(fields["findings"])
    return FirstAid(
        slug=slug, areas=frozenset(areas), actions=actions, **defaults | fields
    )


def action(text: str, *tags: str, unsafe_with: tuple = ()) -> Action:
    return Action(text=text, tags=frozenset(tags), unsafe_with=frozenset(unsafe_with))


def knowledge(*questions: Question, **rows: Any) -> Knowledge:
    """Knowledge of these questions; other rows by their field of Knowledge, any sequence."""
    rows = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in rows.items()
    }
    rows.setdefault("sources", (Source(slug="expert", title="Expert judgement"),))
    rows.setdefault("release", 1)
    rows.setdefault("digest", "test")
    return Knowledge(questions=questions, **rows)


def answered(known: Knowledge, **answers: tuple[str, ...]) -> Answers:
    """Answers by question, underscores for hyphens: answered(k, where=("calf",))."""
    given = Answers()
    for slug, chosen in answers.items():
        given = given.with_answer(known, slug.replace("_", "-"), chosen)
    return given
