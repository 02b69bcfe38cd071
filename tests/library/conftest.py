"""A tiny release, made live without a database, and the addresses of all its pages."""

from dataclasses import replace

import pytest
from django.test import Client

from crampcoach.content import releases
from crampcoach.engine.knowledge import (
    Claim,
    Kind,
    LastChanged,
    Role,
    Source,
    Symptom,
    Verdict,
)
from tests.builders import (
    action,
    cause,
    derived,
    first_aid,
    knowledge,
    option,
    pattern,
    question,
    sign,
    step,
)

LISTS = ("causes", "symptoms", "prevention", "warning-signs", "sources", "claims")
ROWS = (
    "causes/tired-muscle",
    "causes/too-fast",
    "symptoms/hard-knot",
    "prevention/easy-start",
    "prevention/magnesium",
    "warning-signs/clot",
    "warning-signs/dark-pee",
    "sources/miller2022",
    "claims/salt",
)
PATHS = [
    f"/{path}/" for path in (*LISTS, *ROWS, "help", "about", "accuracy", "privacy")
] + ["/"]


def make_knowledge(language="en", *, is_fallback=False, **fields):
    rows = {
        "derived": (derived("calf-now", all_of=("calf", "knot")),),
        "causes": (
            cause(
                "tired-muscle",
                ("knot", "strongly_for"),
                ("late", "slightly_for"),
                ("swollen", "against"),
                typical_areas=("calf",),
                family="muscle",
                confused_with=("clot-in-leg", "too-fast"),
                summary="A tired muscle locks. It lets go with a stretch.",
                feels_like="- A **hard** knot\n- <script>alert(1)</script>",
                help_now=("Stop.", "Stretch it."),
                when_to_see=("It stays for ten minutes.",),
                sources=("miller2022",),
                is_fallback=is_fallback,
            ),
            cause("too-fast", ("late", "for"), role="contributor", family="training"),
            cause("clot-in-leg", role=Role.DANGER, prior=0),
        ),
        "warning_signs": (
            sign(
                "clot",
                "swollen",
                pattern("calf", one_of=("knot", "late"), and_one_of=("swollen",)),
                urgency="emergency-department",
                say="It may be a clot.",
                do_now=("Go now.",),
                do_not=("Do not rub it.",),
                tell_them="My calf is swollen.",
                conditions=("clot-in-leg",),
                mimics=("tired-muscle",),
                withholds=("massage",),
                sources=("miller2022",),
            ),
            sign("dark-pee", pattern("late", "knot"), urgency="call-ambulance"),
        ),
        "steps": (
            step(
                "easy-start",
                evidence="moderate",
                causes=("tired-muscle",),
                how_to=("Begin slowly.",),
                dose="Each run",
                unsafe_with=("swollen",),
                sources=("miller2022",),
            ),
            step("magnesium", not_worth_it=True, causes=("tired-muscle",)),
        ),
        "first_aid": (
            first_aid("calf-aid", action("Pull your toes up."), areas=("calf",)),
        ),
        "symptoms": (
            Symptom(
                slug="hard-knot",
                name="Hard knot",
                areas=frozenset({"calf"}),
                findings=frozenset({"knot"}),
            ),
            Symptom(
                slug="swollen-calf",
                name="Swollen calf",
                areas=frozenset({"calf"}),
                findings=frozenset({"swollen"}),
            ),
        ),
        "claims": (
            Claim(
                slug="salt",
                statement="Salt stops cramps",
                verdict=Verdict.UNSUPPORTED,
                why="Runners who cramp have **normal** salt.",
                causes=("tired-muscle",),
                sources=("miller2022",),
            ),
        ),
        "sources": (
            Source(slug="expert", title="Expert judgement", kind="judgement"),
            Source(
                slug="miller2022",
                title="A review of cramps",
                topic="cramps",
                kind="review",
                grade="A",
                url="https://example.org/cramps",
                shows="Gentle stretching helps.",
            ),
        ),
    }
    return knowledge(
        question("where", option("calf"), option("back"), kind=Kind.MAP),
        question("feel", "knot", "late", "swollen"),
        language=language,
        published_on="2026-11-20",
        **rows | fields,
    )


def make_dated():
    """As `make_knowledge`; every row with a page last changed with release 3."""
    known, changed = make_knowledge(), LastChanged(3, "2026-12-02")
    kinds = ("causes", "symptoms", "warning_signs", "steps", "claims", "sources")
    dated = {
        kind: tuple(replace(row, last_changed=changed) for row in getattr(known, kind))
        for kind in kinds
    }
    return make_knowledge(release=5, **dated)


@pytest.fixture
def publish(monkeypatch):
    """Makes knowledge live: one for every language, or one per language by keyword."""

    def make_live(known, **by_language):
        monkeypatch.setattr(
            releases, "live", lambda language="en": by_language.get(language, known)
        )
        return known

    return make_live


@pytest.fixture
def live(publish):
    return publish(make_knowledge(), nl=make_knowledge("nl", is_fallback=True))


@pytest.fixture
def client():
    return Client()
