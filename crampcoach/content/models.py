"""The rows that editors work on, and the releases that are made of them.

What a row may hold is in docs/fixtures.md; these tables add what a database can guard: real references, closed choices, unique
slugs. Reasoning never reads these tables; it reads the compiled release.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from crampcoach.content import shape
from crampcoach.content.fields import RuleColumn, TagList, WordList
from crampcoach.content.models_feedback import Feedback as Feedback
from crampcoach.engine import knowledge as engine

Choices = list[tuple[str, str]]


def _choices(values: Iterable[str]) -> Choices:
    return [(value, value.replace("-", " ").replace("_", " ")) for value in values]


def _enum(enum: type[StrEnum]) -> Choices:
    return _choices(member.value for member in enum)


URGENCIES = _choices(shape.URGENCIES)


def _one_of(model: str, field: str, choices: Choices, blank: bool = False) -> Any:
    """The database refuses a value that is no choice."""
    allowed = [value for value, _ in choices] + ([""] if blank else [])
    return CheckConstraint(
        condition=Q(**{f"{field}__in": allowed}), name=f"{model}_{field}_is_a_choice"
    )


def _choice(choices: Choices, help_text: str = "", **options: Any) -> models.CharField:
    return models.CharField(
        max_length=40, choices=choices, help_text=help_text, **options
    )


def _text(help_text: str = "", **options: Any) -> models.TextField:
    return models.TextField(blank=True, default="", help_text=help_text, **options)


def _required_text(help_text: str = "") -> models.TextField:
    return models.TextField(help_text=help_text)


def _word(help_text: str = "") -> models.CharField:
    return models.CharField(max_length=80, blank=True, default="", help_text=help_text)


def _list(help_text: str = "") -> WordList:
    return WordList(default=list, blank=True, help_text=help_text)


def _tags(help_text: str) -> TagList:
    return TagList(default=list, blank=True, help_text=f"{help_text} {TAGS}")


def _many(
    to: Any, related: str, help_text: str = "", **options: Any
) -> models.ManyToManyField:
    return models.ManyToManyField(
        to, blank=True, related_name=related, help_text=help_text, **options
    )


def _areas(related: str) -> models.ManyToManyField:
    return _many(
        "content.Finding",
        related,
        "Places of the body map.",
        limit_choices_to={"question__kind": "map"},
    )


MARKDOWN = "Paragraphs, lists, **bold** and [links](https://...). No headings, no HTML."
LINES = "One item a line."
SEEN = "Shown to runners."
TAGS = "Kinds of advice, from the closed list."
NOTE = "For editors only; runners never see it."
SOURCES = "Where this is from. Runners can open each source."


class RowManager(models.Manager):
    """Finds a row by the slug that stands for it in the fixtures."""

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class Row(models.Model):
    """What every row has. `loaded_digest` tells a row as it came from the fixtures from one edited since."""

    slug = models.SlugField(
        max_length=80,
        unique=True,
        help_text="Short and telling, such as calf-strain. Never change it once published: answers and links rest on it.",
    )
    loaded_digest = models.CharField(
        max_length=64, blank=True, default="", editable=False
    )

    objects = RowManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class OrderedRow(Row):
    """A row whose place among the others says something. Positions have gaps, so that one more fits between."""

    position = models.PositiveIntegerField(
        default=10_000,
        help_text="Order, smallest first. Leave gaps: 15 goes between 10 and 20.",
    )
    loaded_position = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        abstract = True


class ReviewedRow(Row):
    """A row that a clinician can sign."""

    reviewer = models.CharField(
        max_length=200,
        blank=True,
        default="",
        help_text="Name and profession of the clinician who checked this row, as runners may read it.",
    )
    reviewed_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Source(Row):
    topic = models.SlugField(max_length=80, help_text="cramps, back or warning-signs.")
    authors = _text(
        "Last names and initials, such as: Schwellnus MP, Drew N, Collins M"
    )
    title = _required_text("The title as published.")
    year = _word('Such as 2020, or "n.d." when there is no date.')
    publisher = _text("Journal with volume and pages, or the organisation.")
    url = models.URLField(max_length=500, blank=True, default="")
    kind = _choice(_choices(shape.SOURCE_KINDS))
    grade = _choice(
        _choices(shape.GRADES),
        "A: guideline, systematic review, trial, large cohort. B: smaller study, narrative review, reference work. "
        "C: copy, blog, single case, vendor.",
    )
    shows = _text(f"What it shows, in one or two plain sentences. {SEEN}")

    class Meta:
        ordering = ["slug"]
        constraints = [
            _one_of("source", "kind", _choices(shape.SOURCE_KINDS)),
            _one_of("source", "grade", _choices(shape.GRADES)),
        ]


class Question(OrderedRow):
    stage = _choice(_enum(engine.Stage))
    kind = _choice(
        _enum(engine.Kind), "one: pick one. many: tick any. map: the body map."
    )
    page = _word("Questions with the same word here are asked together on one page.")
    screen = models.BooleanField(
        default=False, help_text="A safety screen: asked before everything else."
    )
    sensitive = models.BooleanField(
        default=False, help_text="Shown with an open way to skip it."
    )
    asked_if = _many(
        "Finding", "opens", "Asked when any of these holds. Empty: asked of everyone."
    )
    not_asked_if = _many("Finding", "closes", "Never asked when any of these holds.")
    safety_if = _many(
        "Finding",
        "makes_due",
        "Must be asked before a result when any of these holds, since a warning sign may turn on it.",
    )
    text = _required_text(f"The question itself. {SEEN} Example: Where is it?")
    hint = _text("One helping sentence below the question.")
    why = _text("Why we ask, in one or two sentences.")

    class Meta:
        ordering = ["position", "slug"]
        constraints = [
            _one_of("question", "stage", _enum(engine.Stage)),
            _one_of("question", "kind", _enum(engine.Kind)),
        ]


class Finding(OrderedRow):
    """An option of a question, or derived from other findings by a rule: exactly one of the two."""

    question = models.ForeignKey(
        Question,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="options",
        help_text="The question that offers it. Empty for a derived finding.",
    )
    group = _text("Heading on a long screen that it stands under.")
    text = _required_text(
        f"What the runner says yes to, at most {shape.OPTION_WORDS} words. Example: Calf, back of the lower leg"
    )
    help = _text("What tells it apart from a harmless look-alike.")
    implies = models.ManyToManyField(
        "self",
        blank=True,
        symmetrical=False,
        related_name="implied_by",
        help_text="Findings that hold as well when this one is ticked.",
    )
    out_of_scope = models.BooleanField(
        default=False, help_text="A place that CrampCoach does not explain."
    )
    unsure = _choice(
        URGENCIES,
        "The urgency that “not sure” counts at. Empty: doubt alone is no reason for help.",
        blank=True,
        default="",
    )
    rule = RuleColumn(
        null=True,
        blank=True,
        help_text="Only for a derived finding. Example: any_of: [calf, shin]",
    )

    class Meta:
        ordering = ["question__position", "position", "slug"]
        verbose_name = "finding"
        constraints = [
            CheckConstraint(
                condition=Q(question__isnull=False, rule__isnull=True)
                | Q(question__isnull=True, rule__isnull=False),
                name="finding_is_option_or_derived",
                violation_error_message="A finding either is an option of a question or has a rule, never both or neither.",
            ),
            _one_of("finding", "unsure", URGENCIES, blank=True),
        ]

    def __str__(self) -> str:
        return f"{self.slug}: {self.text[:60]}"


class Cause(ReviewedRow):
    role = _choice(
        _enum(engine.Role),
        "condition: competes to explain the problem. contributor: adds up. danger: only named by warning signs.",
    )
    family = _choice(
        _choices(engine.FAMILIES), "Empty for a danger.", blank=True, default=""
    )
    name = _required_text(
        "What runners read, in plain words. Example: Tired-muscle cramp"
    )
    term = _text("The clinical term.")
    typical_areas = _areas("typical_causes")
    prior = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="Expected number among 1000 runners with a complaint in these places (0 to 1000).",
    )
    care_floor = _choice(
        _choices(shape.CARE_FLOORS),
        "The least urgency when this condition leads the list.",
        blank=True,
        default="",
    )
    needs_own_finding = models.BooleanField(
        default=False, help_text="Listed only when a finding of its own speaks for it."
    )
    show_one_of = _word("Of the causes with the same word here only the best is shown.")
    pattern_cap = models.FloatField(
        null=True,
        blank=True,
        help_text="Most log-odds that indicators of group pattern may add unless one of group extra holds.",
    )
    confused_with = models.ManyToManyField(
        "self", through="Confusion", symmetrical=False, related_name="taken_for"
    )
    summary = _text(f"One or two sentences. {SEEN}")
    feels_like = _text(MARKDOWN)
    mechanism = _text(MARKDOWN)
    how_common = _text(
        "With the figure and where it comes from, or that it is not known."
    )
    help_now = _text(LINES)
    clinician = _text(f"What a clinician may do. {MARKDOWN}")
    when_to_see = _text(LINES)
    told_apart = _text(f"How it is told from look-alikes. {MARKDOWN}")
    sources = _many(Source, "causes", SOURCES)
    note = _text(NOTE)

    class Meta:
        ordering = ["slug"]
        constraints = [
            _one_of("cause", "role", _enum(engine.Role)),
            _one_of("cause", "family", _choices(engine.FAMILIES), blank=True),
            _one_of("cause", "care_floor", _choices(shape.CARE_FLOORS), blank=True),
            CheckConstraint(
                condition=Q(prior__isnull=True) | Q(prior__range=(0, 1000)),
                name="cause_prior_is_per_thousand",
                violation_error_message="The prior is a number among 1000 runners: 0 to 1000.",
            ),
        ]


class Confusion(models.Model):
    """`cause` is taken for `other`; the order is the order of showing."""

    cause = models.ForeignKey(
        Cause, on_delete=models.CASCADE, related_name="confusions"
    )
    other = models.ForeignKey(Cause, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField(default=100)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            UniqueConstraint(fields=["cause", "other"], name="confusion_is_unique")
        ]

    def __str__(self) -> str:
        return f"{self.cause} / {self.other}"


class IndicatorManager(models.Manager):
    def get_by_natural_key(self, cause: str, finding: str) -> Any:
        return self.get(cause__slug=cause, finding__slug=finding)


class Indicator(models.Model):
    """A finding that speaks for or against a cause."""

    cause = models.ForeignKey(
        Cause, on_delete=models.CASCADE, related_name="indicators"
    )
    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, related_name="indicators"
    )
    strength = _choice(_enum(engine.Strength))
    group = _word(
        "Findings of one cause that tell the same thing share a word here, so that they do not count twice."
    )
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="indicators"
    )
    why = _text(
        f"Shown beside the runner's own answer. Example: Pain follows the nerve below the knee. {SEEN}"
    )
    loaded_digest = models.CharField(
        max_length=64, blank=True, default="", editable=False
    )

    objects = IndicatorManager()

    class Meta:
        ordering = ["cause__slug", "finding__slug"]
        constraints = [
            UniqueConstraint(
                fields=["cause", "finding"],
                name="indicator_is_unique",
                violation_error_message="This cause has an indicator for that finding already.",
            ),
            _one_of("indicator", "strength", _enum(engine.Strength)),
        ]

    def __str__(self) -> str:
        return f"{self.cause} / {self.finding}"

    def natural_key(self) -> tuple[str, str]:
        return (self.cause.slug, self.finding.slug)


class WarningSign(OrderedRow, ReviewedRow):
    urgency = _choice(URGENCIES)
    title = _required_text(
        f"What is alarming, at most {shape.TITLE_WORDS} words. Example: Chest pressure with sweating"
    )
    say = _text("What it can mean: calm, “This can be ...”, never “you have”.")
    why = _text("Why it matters, in one or two sentences.")
    do_now = _text(f"What to do, most important first. {LINES}")
    do_not = _text(f"What not to do; it has to agree with what is withheld. {LINES}")
    tell_them = _text("The words to say when calling or arriving.")
    within = _text("The time frame in words, such as: within 4 hours")
    conditions = _many(Cause, "warning_signs", "What it may be.")
    withholds = _tags("Advice that runners do not get while it is raised.")
    mimics = _many(Cause, "mimicked_by", "Causes that it is mistaken for.")
    trigger_rate = _word(
        "How often it is expected: common, occasional, uncommon, rare."
    )
    sources = _many(Source, "warning_signs", SOURCES)
    note = _text(NOTE)

    class Meta:
        ordering = ["urgency", "position", "slug"]
        constraints = [_one_of("warningsign", "urgency", URGENCIES)]


class WarningPattern(models.Model):
    """The sign is raised when all of `all_of` hold, and one of `one_of`, and one of `and_one_of`."""

    sign = models.ForeignKey(
        WarningSign, on_delete=models.CASCADE, related_name="patterns"
    )
    position = models.PositiveIntegerField(default=100)
    all_of = _many(Finding, "all_of_patterns", "Every one of these.")
    one_of = _many(Finding, "one_of_patterns", "And at least one of these.")
    and_one_of = _many(
        Finding, "and_one_of_patterns", "And at least one of these as well."
    )

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.sign}: pattern {self.position}"


class PreventionStep(ReviewedRow):
    kind = _choice(_enum(engine.StepKind))
    name = _required_text("What to do, in a few words. Example: Slow calf raises")
    summary = _text(f"One or two sentences. {SEEN}")
    how_to = _text(LINES)
    dose = _text("How much and how often.")
    progression = _text("How to make it harder.")
    stop_rule = _text("When to stop.")
    cautions = _text(LINES)
    evidence = _choice(
        _enum(engine.Evidence), "How well it is known to work.", default="expert"
    )
    effort = _choice(_enum(engine.Effort), default="medium")
    when = _choice(_enum(engine.When), default="this-week")
    rung = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="1 to 6: a rung of the return-to-run ladder (kind load only).",
    )
    not_worth_it = models.BooleanField(
        default=False, help_text="Popular, but not worth doing."
    )
    tags = _tags("Every kind of advice that it is.")
    unsafe_with = _many(
        Finding, "makes_unsafe", "Left out for runners with any of these."
    )
    causes = _many(Cause, "steps", "Offered when one of these is shown.")
    findings = _many(Finding, "steps", "Offered as well when one of these holds.")
    sources = _many(Source, "steps", SOURCES)
    note = _text(NOTE)

    class Meta:
        ordering = ["slug"]
        constraints = [
            _one_of("step", "kind", _enum(engine.StepKind)),
            _one_of("step", "evidence", _enum(engine.Evidence)),
            _one_of("step", "effort", _enum(engine.Effort)),
            _one_of("step", "when", _enum(engine.When)),
            CheckConstraint(
                condition=Q(rung__isnull=True) | Q(rung__range=(1, 6)),
                name="step_rung_is_on_the_ladder",
                violation_error_message="A rung of the ladder is a number from 1 to 6.",
            ),
        ]


class FirstAid(ReviewedRow):
    name = _required_text("Example: A calf that just cramped")
    areas = _areas("first_aid")
    findings = _many(
        Finding,
        "preferred_first_aid",
        "Preferred over another row of the same place when one of these holds.",
    )
    watch_for = _text(f"What to look out for afterwards. {LINES}")
    sources = _many(Source, "first_aid", SOURCES)

    class Meta:
        ordering = ["slug"]
        verbose_name_plural = "first aid"


class FirstAidAction(models.Model):
    aid = models.ForeignKey(FirstAid, on_delete=models.CASCADE, related_name="actions")
    position = models.PositiveIntegerField(default=100)
    text = _required_text(f"One thing to do in the first minutes. {SEEN}")
    tags = _tags("Every kind of advice that it is.")
    unsafe_with = _many(
        Finding, "unsafe_actions", "Left out for runners with any of these."
    )

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.aid}: action {self.position}"


class Symptom(ReviewedRow):
    name = _required_text("Example: A calf that goes hard")
    also_called = _text("Other words that runners search for.")
    summary = _text(f"One or two sentences. {SEEN}")
    about = _text(MARKDOWN)
    areas = _areas("area_symptoms")
    findings = _many(Finding, "symptoms", "The answers that describe it.")
    when_it_matters = _text(LINES)
    sources = _many(Source, "symptoms", SOURCES)

    class Meta:
        ordering = ["slug"]


class Claim(ReviewedRow):
    topic = models.SlugField(max_length=80, blank=True, default="")
    statement = _required_text("What is said, as it is said.")
    verdict = _choice(_enum(engine.Verdict))
    why = _text(f"Why the verdict. {SEEN}")
    heard_in = _list("Where it is said. " + LINES)
    causes = _many(Cause, "claims")
    steps = _many(PreventionStep, "claims")
    symptoms = _many(Symptom, "claims")
    warning_signs = _many(WarningSign, "claims")
    sources = _many(Source, "claims", SOURCES)

    class Meta:
        ordering = ["slug"]
        constraints = [_one_of("claim", "verdict", _enum(engine.Verdict))]


class Vignette(Row):
    """A runner's story with the answers they would give and what should come out. Only tests and evaluation read it."""

    topic = models.SlugField(max_length=80)
    story = _required_text("The runner's story.")
    answers = _text(
        "One question a line, then the findings. Example: where: calf, shin. Nothing after the colon means none of these."
    )
    unsure = _list("Findings ticked as “not sure”. " + LINES)
    expect_causes = _list("The right cause first, then others accepted. " + LINES)
    expect_contributors = _list(LINES)
    expect_conditions = _list("Dangers that a raised sign must name. " + LINES)
    expect_urgency = _choice(URGENCIES)
    expect_urgency_also = _list("Urgencies also accepted. " + LINES)

    class Meta:
        ordering = ["slug"]
        constraints = [_one_of("vignette", "expect_urgency", URGENCIES)]


class Release(models.Model):
    """All rows at one moment, never changed again. At most one is live."""

    number = models.PositiveIntegerField(unique=True)
    created = models.DateTimeField(auto_now_add=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = _text("What changed, for other editors.")
    digest = models.CharField(max_length=64)
    rows = models.JSONField()
    since = models.JSONField(default=dict)  # see last_changes.date_rows
    scorecard = models.JSONField(default=dict)
    is_live = models.BooleanField(default=False)

    class Meta:
        ordering = ["-number"]
        permissions = [("publish_release", "Can publish a release and make it live")]
        constraints = [
            UniqueConstraint(
                fields=["is_live"],
                condition=Q(is_live=True),
                name="one_release_is_live",
            )
        ]

    def __str__(self) -> str:
        return f"Release {self.number}"
