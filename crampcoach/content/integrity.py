"""The content rules: what must be true of the rows before runners see them. One function a rule, each yields sentences.

An error stops a release; a warning does not. A new rule is one function in ERRORS or WARNINGS; where a warning counts many rows,
one in DETAILS names them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from crampcoach.content import reading
from crampcoach.content.fixture_files import (
    KINDS,
    LANGUAGES_BESIDE_ENGLISH,
    TRANSLATED,
    Row,
    Rows,
)
from crampcoach.content.shape import ROW_NAMES, key_of
from crampcoach.engine.evaluation import VignetteError, read_vignettes
from crampcoach.engine.knowledge import (
    Kind,
    Knowledge,
    Question,
    Role,
)

MARKDOWN_FIELDS = ("feels_like", "mechanism", "clinician", "told_apart", "about")
LINK = re.compile(r"\]\((/[^)\s]*)\)")
# The pages that a Markdown text can link to: start of the address -> kind of row.
PAGES = {
    "causes": "causes",
    "symptoms": "symptoms",
    "prevention": "prevention_steps",
    "warning-signs": "warning_signs",
    "claims": "claims",
    "sources": "sources",
}
NOT_PLAIN = re.compile(r"^\s{0,3}#{1,6}\s|<[a-zA-Z/!]", re.MULTILINE)


@dataclass(frozen=True)
class Content:
    """What the rules look at: the compiled release and the rows that it is made of."""

    knowledge: Knowledge
    rows: Rows

    @cached_property
    def askable(self) -> frozenset[str]:
        """Findings that some run of the questionnaire can establish."""
        return establishable(self.knowledge, self.knowledge.questions)

    @cached_property
    def raised_by_vignettes(self) -> frozenset[str]:
        """Warning signs that the answers of at least one vignette raise."""
        raised: set[str] = set()
        for row in self.rows["vignettes"]:
            given = [slug for chosen in row["answers"].values() for slug in chosen]
            found = self.knowledge.closure(given)
            raised |= {
                s.slug for s in self.knowledge.warning_signs if s.is_raised(found)
            }
        return frozenset(raised)


@dataclass(frozen=True, slots=True)
class Verdict:
    errors: tuple[str, ...]
    warnings: tuple[str, ...]


def check(knowledge: Knowledge, rows: Rows) -> Verdict:
    """Every rule over these rows; `knowledge` is compiled from them, in English."""
    content = Content(knowledge, rows)
    return Verdict(
        errors=tuple(text for rule in ERRORS for text in rule(content)),
        warnings=tuple(text for rule in WARNINGS for text in rule(content)),
    )


def details(rows: Rows) -> tuple[str, ...]:
    """A sentence for each single text that the warnings only count."""
    return tuple(text for rule in DETAILS for text in rule(rows))


def establishable(
    knowledge: Knowledge, questions: Iterable[Question]
) -> frozenset[str]:
    """Findings that these questions can establish, each asked only when its asked_if can hold."""
    waiting, found = list(questions), frozenset[str]()
    while due := [q for q in waiting if not q.asked_if or q.asked_if & found]:
        offered = {option.slug for question in due for option in question.options}
        found = knowledge.closure(found | offered)
        waiting = [question for question in waiting if question not in due]
    return found


def find_cycle(edges: Mapping[str, Iterable[str]], start: str) -> list[str]:
    """A way from `start` back to itself, such as [a, b, a]; empty when there is none."""
    ways, seen = [[start]], set()
    while ways:
        way = ways.pop()
        for target in edges.get(way[-1], ()):
            if target == start:
                return [*way, start]
            if target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []


# ---- causes


def causes_have_sources(content: Content) -> Iterator[str]:
    for cause in content.knowledge.causes:
        if cause.role is not Role.DANGER and not cause.sources:
            yield f"cause {cause.slug}: names no source"


def causes_have_indicators_for_and_against(content: Content) -> Iterator[str]:
    for cause in content.knowledge.causes:
        if cause.role is Role.DANGER:
            continue
        directions = {indicator.strength.is_for for indicator in cause.indicators}
        if True not in directions:
            yield f"cause {cause.slug}: has no indicator that speaks for it"
        if False not in directions:
            yield f"cause {cause.slug}: has no indicator that speaks against it"


def causes_can_be_found(content: Content) -> Iterator[str]:
    for cause in content.knowledge.causes:
        speaking = {i.finding for i in cause.indicators if i.strength.is_for}
        if speaking and not speaking & content.askable:
            yield f"cause {cause.slug}: no finding that speaks for it can be asked"


def causes_have_a_prevention_step(content: Content) -> Iterator[str]:
    offered = {
        cause
        for step in content.knowledge.steps
        if not step.not_worth_it
        for cause in step.causes
    }
    for cause in content.knowledge.causes:
        if cause.role is not Role.DANGER and cause.slug not in offered:
            yield f"cause {cause.slug}: no prevention step worth doing is offered for it"


def causes_have_a_vignette(content: Content) -> Iterator[str]:
    expected = {
        slug
        for row in content.rows["vignettes"]
        for name in ("causes", "contributors")
        for slug in row["expect"].get(name, ())
    }
    for cause in content.knowledge.causes:
        if cause.role is not Role.DANGER and cause.slug not in expected:
            yield f"cause {cause.slug}: no vignette expects it"


def dangers_rest_on_a_sign(content: Content) -> Iterator[str]:
    """A danger has its indicators, its advice and its sources in the warning signs that name it."""
    signs = content.knowledge.warning_signs
    named = {slug for sign in signs for slug in sign.conditions}
    sourced = {slug for sign in signs if sign.sources for slug in sign.conditions}
    for cause in content.knowledge.causes:
        if cause.role is not Role.DANGER:
            continue
        if cause.slug not in named:
            yield f"cause {cause.slug}: is a danger, but no warning sign names it"
        elif not cause.sources and cause.slug not in sourced:
            yield f"cause {cause.slug}: neither it nor a sign that names it has a source"


# ---- questions and findings


def _uses(knowledge: Knowledge) -> set[str]:
    """Findings that lead to something: an indicator, sign, plan rule, derived finding, question, place or symptom."""
    used = {i.finding for cause in knowledge.causes for i in cause.indicators}
    used |= {f for s in knowledge.warning_signs for p in s.patterns for f in p.findings}
    for step in knowledge.steps:
        used |= step.unsafe_with | step.findings
    for aid in knowledge.first_aid:
        used |= aid.areas | aid.findings
        used |= {slug for action in aid.actions for slug in action.unsafe_with}
    for question in knowledge.questions:
        used |= question.asked_if | question.not_asked_if | question.safety_if
    for symptom in knowledge.symptoms:
        used |= symptom.areas | symptom.findings
    for cause in knowledge.causes:
        used |= cause.typical_areas
    return used


def findings_are_used(content: Content) -> Iterator[str]:
    for slug in _unused(content.knowledge):
        if content.knowledge.finding[slug].question:
            yield f"finding {slug}: nothing uses it"


def _unused(knowledge: Knowledge) -> Iterator[str]:
    """A finding that only leads to others is used by them."""
    used = _uses(knowledge)
    for finding in knowledge.finding.values():
        leads = finding.implies or finding.slug in knowledge.derived_by_finding
        if finding.slug in used or leads:
            continue
        if not _closes_its_question(knowledge, finding.question):
            yield finding.slug


def _closes_its_question(knowledge: Knowledge, question: str) -> bool:
    """In a pick-one question an answer that leads nowhere still says which of the others is not so."""
    return bool(question) and knowledge.question[question].kind is Kind.ONE


def questions_lead_somewhere(content: Content) -> Iterator[str]:
    knowledge, used = content.knowledge, _uses(content.knowledge)
    for question in knowledge.questions:
        leading = knowledge.closure(option.slug for option in question.options)
        if not leading & used:
            yield f"question {question.slug}: no answer to it changes anything"


def findings_lead_in_no_circle(content: Content) -> Iterator[str]:
    knowledge = content.knowledge
    edges: dict[str, list[str]] = {
        finding.slug: list(finding.implies) for finding in knowledge.finding.values()
    }
    for finding in knowledge.derived:
        for leaf in finding.rule.leaves() if finding.rule else ():
            edges.setdefault(leaf, []).append(finding.slug)
    for slug in edges:
        if way := find_cycle(edges, slug):
            yield f"finding {slug}: leads back to itself ({' > '.join(way)})"


def questions_can_be_asked(content: Content) -> Iterator[str]:
    for question in content.knowledge.questions:
        if question.asked_if and not question.asked_if & content.askable:
            yield f"question {question.slug}: nothing that opens it can be answered"


def screens_hang_on_screens(content: Content) -> Iterator[str]:
    """A screen comes before all other questions, so only an answer to a screen may open it."""
    knowledge = content.knowledge
    screens = [question for question in knowledge.questions if question.screen]
    known = establishable(knowledge, screens)
    for screen in screens:
        for slug in sorted((screen.asked_if & content.askable) - known):
            yield f"question {screen.slug}: is a screen, but {slug} is only known after the screens"


# ---- warning signs


def warning_signs_can_be_raised(content: Content) -> Iterator[str]:
    for sign in content.knowledge.warning_signs:
        for number, pattern in enumerate(sign.patterns, start=1):
            choices = [c for c in (pattern.one_of, pattern.and_one_of) if c]
            lost = sorted(pattern.all_of - content.askable)
            if lost or any(not choice & content.askable for choice in choices):
                hint = f" ({', '.join(lost)} cannot be answered)" if lost else ""
                yield f"warning sign {sign.slug}: pattern {number} can never hold{hint}"
            for question, both in _exclusive(content.knowledge, pattern.all_of):
                yield (
                    f"warning sign {sign.slug}: pattern {number} asks for {' and '.join(both)}, "
                    f"but question {question} takes one answer"
                )


def _exclusive(
    knowledge: Knowledge, findings: Iterable[str]
) -> Iterator[tuple[str, list[str]]]:
    by_question: dict[str, list[str]] = {}
    for slug in sorted(findings):
        question = knowledge.finding[slug].question
        if question and knowledge.question[question].kind is Kind.ONE:
            by_question.setdefault(question, []).append(slug)
    yield from ((q, slugs) for q, slugs in by_question.items() if len(slugs) > 1)


def warning_signs_say_what_to_do(content: Content) -> Iterator[str]:
    for sign in content.knowledge.warning_signs:
        if not sign.do_now:
            yield f"warning sign {sign.slug}: does not say what to do now"
        if not sign.say:
            yield f"warning sign {sign.slug}: does not say what it can mean"
        if not sign.conditions:
            yield f"warning sign {sign.slug}: names no condition"


def warning_signs_have_a_vignette(content: Content) -> Iterator[str]:
    for sign in content.knowledge.warning_signs:
        if sign.slug not in content.raised_by_vignettes:
            yield f"warning sign {sign.slug}: no vignette raises it"


# ---- first aid, texts, vignettes


def areas_have_first_aid(content: Content) -> Iterator[str]:
    helped = {area for aid in content.knowledge.first_aid for area in aid.areas}
    for area in content.knowledge.areas:
        if area.slug not in helped and not area.out_of_scope:
            yield f"place {area.slug}: has no first aid"


def claims_lead_somewhere(content: Content) -> Iterator[str]:
    for claim in content.knowledge.claims:
        if not (claim.causes or claim.steps or claim.symptoms or claim.warning_signs):
            yield f"claim {claim.slug}: leads to no page"


def links_lead_somewhere(content: Content) -> Iterator[str]:
    for ending in ("", *_language_endings()):
        for text in reading.texts_of(content.rows, ending):
            for address in LINK.findall(text.text):
                if not _is_page(content, address):
                    yield f"{text.name} links to {address}, and there is no such page"


def _is_page(content: Content, address: str) -> bool:
    """Whether /causes/slug/ and the like is the page of a row; a danger has none of its own."""
    folder, _, slug = address.strip("/").partition("/")
    if folder not in PAGES:
        return False
    if folder == "causes" and slug in content.knowledge.cause:
        return content.knowledge.cause[slug].role is not Role.DANGER
    rows = content.rows[PAGES[folder]]
    return not slug or any(row["slug"] == slug for row in rows)


def texts_fit_their_place(content: Content) -> Iterator[str]:
    for ending in ("", *_language_endings()):
        for text in reading.texts_of(content.rows, ending):
            if over := reading.words_over(text):
                yield f"{text.name} has {over[0]} words where {over[1]} fit"


def markdown_is_plain(content: Content) -> Iterator[str]:
    names = {f"{n}{end}" for n in MARKDOWN_FIELDS for end in ("", *_language_endings())}
    for kind in KINDS:
        for row in content.rows[kind.name]:
            for name in sorted(names & row.keys()):
                if NOT_PLAIN.search(row[name]):
                    yield f"{_named(kind.name, row)}: {name} holds HTML or a heading"


def vignettes_can_be_read(content: Content) -> Iterator[str]:
    for row in content.rows["vignettes"]:
        try:
            read_vignettes(content.knowledge, [row])
        except VignetteError as error:
            yield f"vignette {error}"


# ---- warnings


def derived_findings_are_used(content: Content) -> Iterator[str]:
    """No runner is asked for these, so an unused one costs nothing; its slug may be spoken for elsewhere."""
    for slug in _unused(content.knowledge):
        if not content.knowledge.finding[slug].question:
            yield f"finding {slug}: is derived, but nothing uses it"


def rows_are_translated(content: Content) -> Iterator[str]:
    for language in LANGUAGES_BESIDE_ENGLISH:
        for kind in KINDS:
            rows = [part for row in content.rows[kind.name] for part in _parts(row)]
            texts = [(r, n) for r in rows for n in TRANSLATED[kind.name] if r.get(n)]
            missing = sum(not row.get(f"{name}_{language}") for row, name in texts)
            if missing:
                yield f"{kind.name}: {missing} of {len(texts)} texts are not in {language}"


def rows_are_reviewed(content: Content) -> Iterator[str]:
    for kind in KINDS:
        if "reviewer" in kind.fields:
            rows = content.rows[kind.name]
            missing = sum(not row.get("reviewer") for row in rows)
            if missing:
                yield f"{kind.name}: {missing} of {len(rows)} have no reviewer"


def texts_are_easy(content: Content) -> Iterator[str]:
    found = list(reading.hard_texts(content.rows))
    for kind in KINDS:
        ages = [age for text, age in found if text.kind == kind.name]
        if ages:
            above = f"texts with a reading age above {reading.HIGHEST_AGE}"
            yield f"{kind.name}: {above}: {len(ages)}, up to {max(ages)}"


def _parts(row: Row) -> list[Row]:
    return [row, *row.get("options", ()), *row.get("actions", ())]


# ---- details


def hard_texts(rows: Rows) -> Iterator[str]:
    for text, age in reading.hard_texts(rows):
        yield f"{text.name} asks for a reading age of {age}"


def untranslated_texts(rows: Rows) -> Iterator[str]:
    for language in LANGUAGES_BESIDE_ENGLISH:
        there = {
            (text.row, text.part, text.field.removesuffix(f"_{language}"))
            for text in reading.texts_of(rows, f"_{language}")
        }
        for text in reading.texts_of(rows):
            if (text.row, text.part, text.field) not in there:
                yield f"{text.name} is not in {language}"


def _named(kind: str, row: Row) -> str:
    return f"{ROW_NAMES[kind]} {key_of(kind, row)}"


def _language_endings() -> tuple[str, ...]:
    return tuple(f"_{language}" for language in LANGUAGES_BESIDE_ENGLISH)


ERRORS: tuple[Callable[[Content], Iterator[str]], ...] = (
    causes_have_sources,
    causes_have_indicators_for_and_against,
    causes_can_be_found,
    causes_have_a_prevention_step,
    causes_have_a_vignette,
    dangers_rest_on_a_sign,
    findings_are_used,
    findings_lead_in_no_circle,
    questions_lead_somewhere,
    questions_can_be_asked,
    screens_hang_on_screens,
    warning_signs_can_be_raised,
    warning_signs_say_what_to_do,
    warning_signs_have_a_vignette,
    areas_have_first_aid,
    claims_lead_somewhere,
    links_lead_somewhere,
    texts_fit_their_place,
    markdown_is_plain,
    vignettes_can_be_read,
)
WARNINGS: tuple[Callable[[Content], Iterator[str]], ...] = (
    derived_findings_are_used,
    texts_are_easy,
    rows_are_translated,
    rows_are_reviewed,
)
DETAILS: tuple[Callable[[Rows], Iterator[str]], ...] = (hard_texts, untranslated_texts)
