"""A small questionnaire, live, and a runner who answers it."""

from dataclasses import dataclass, field

import pytest
from django.test import Client

from crampcoach.assessments.models import Assessment
from crampcoach.content import releases
from crampcoach.engine.knowledge import (
    Effort,
    Evidence,
    Kind,
    Source,
    Stage,
    Urgency,
    When,
)
from tests.builders import (
    action,
    cause,
    first_aid,
    knowledge,
    option,
    pattern,
    question,
    sign,
    step,
)

HTMX = {"HX-Request": "true"}


def small_questionnaire():
    return knowledge(
        question(
            "emergency-now",
            option("collapsed", unsure=Urgency.URGENT_TODAY, group="Whole body"),
            option("confused", unsure=Urgency.EMERGENCY_DEPARTMENT, help="Ask around"),
            screen=True,
            hint="Think back.",
        ),
        question(
            "where", "calf", "lower-back", "many-places", kind=Kind.MAP, screen=True
        ),
        question("age", "young", "old", kind=Kind.ONE, page="about-you", screen=True),
        question(
            "sex",
            "female",
            "male",
            kind=Kind.ONE,
            page="about-you",
            screen=True,
            sensitive=True,
            stage=Stage.YOU,
        ),
        question("unwell", "fever", "shivers", screen=True, asked_if=["many-places"]),
        question(
            "pregnancy", "pregnant", screen=True, sensitive=True, asked_if=["female"]
        ),
        question("timing", "at-night", "in-a-race", "in-heat"),
        question("side", "one-side", "both-sides", kind=Kind.ONE, asked_if=["calf"]),
        question("weather", "hot-day", "cold-day", stage=Stage.RUNNING),
        causes=[
            cause(
                "tired-calf",
                ("in-a-race", "strongly_for"),
                ("at-night", "against"),
                ("one-side", "slightly_for"),
                typical_areas=["calf"],
                summary="The calf has had enough.",
            ),
            cause("heat", ("hot-day", "strongly_for"), role="contributor"),
            cause("stroke-like", role="danger", name="A clot or a bleed"),
        ],
        warning_signs=[
            sign(
                "down",
                "collapsed",
                urgency="call-ambulance",
                say="Going down while running can be the heart.",
                do_now=("Call an ambulance.",),
                do_not=("Do not run on.",),
                tell_them="I collapsed while running.",
                conditions=("stroke-like",),
                sources=("expert",),
            ),
            sign("muddled", "confused", urgency="emergency-department"),
            sign("sepsis", pattern("confused", "fever"), urgency="call-ambulance"),
            sign(
                "old-night",
                "pregnant",
                urgency="see-doctor",
                withholds=("heat",),
                sources=("expert",),
            ),
        ],
        steps=[
            step(
                "calf-raises",
                causes=("tired-calf",),
                when=When.THIS_WEEK,
                evidence=Evidence.MODERATE,
                effort=Effort.LOW,
                dose="Three times ten",
                how_to=("Stand on a step.",),
                cautions=("Stop at sharp pain.",),
                sources=("expert",),
            ),
            step("hot-bath", causes=("tired-calf",), tags=("heat",)),
            step("walk-run", rung=1, dose="Ten minutes", stop_rule="it hurts"),
        ],
        first_aid=[
            first_aid("calf-cramp", action("Stretch it gently."), areas=("calf",))
        ],
        sources=[Source(slug="expert", title="Expert judgement")],
        release=7,
        published_on="2026-11-20",
    )


@pytest.fixture
def known():
    return small_questionnaire()


@pytest.fixture(autouse=True)
def live(monkeypatch, known):
    monkeypatch.setattr(releases, "live", lambda language="en": known)


@dataclass
class Runner:
    """One visit through the web, with htmx or without it."""

    client: Client
    headers: dict = field(default_factory=dict)
    key: str = ""

    def start(self):
        response = self.client.post("/check/")
        self.key = response["Location"].split("/")[2]
        return response

    def url(self, path=""):
        return f"/check/{self.key}/{path}"

    def get(self, path=""):
        return self.client.get(self.url(path))

    def send(self, page, **answers):
        data = {name.replace("_", "-"): value for name, value in answers.items()}
        return self.client.post(self.url(f"q/{page}/"), data, headers=self.headers)

    def pass_screens(self, **answers):
        self.send("emergency-now", emergency_now="none")
        self.send("where", where=answers.get("where", ["calf"]))
        self.send("about-you", age="young", sex=answers.get("sex", "male"))

    def finish(self):
        self.pass_screens()
        self.send("timing", timing=["in-a-race"])
        self.send("side", side="one-side")
        return self.send("weather", weather=["hot-day"])

    @property
    def answers(self):
        return Assessment.objects.get(key=self.key).given


@pytest.fixture
def runner(db, client):
    visit = Runner(client)
    visit.start()
    return visit


@pytest.fixture
def htmx_runner(db, client):
    visit = Runner(client, HTMX)
    visit.start()
    return visit
