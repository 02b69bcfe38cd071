"""What the engine costs per answer, for this knowledge and for 10 and 100 times as many causes and questions."""

import dataclasses
import statistics
import time
from collections.abc import Callable

from bench.visits import walk
from crampcoach.engine.answers import Answers
from crampcoach.engine.interview import replay
from crampcoach.engine.knowledge import Knowledge

ROUNDS = 15


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of one call."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def decide(knowledge: Knowledge, answers: Answers) -> None:
    """Triage and choice of the next page, as on every request."""
    interview = replay(knowledge, answers)
    interview.next_page  # noqa: B018 - computed when read
    interview.remaining  # noqa: B018


def cost_per_answer(knowledge: Knowledge) -> float:
    """Mean milliseconds over all steps of a visit."""
    steps = walk(knowledge).before
    return statistics.mean(
        milliseconds(lambda a=a: decide(knowledge, a)) for a in steps
    )


def grown(knowledge: Knowledge, times: int) -> Knowledge:
    """So many times as many causes, questions and warning signs: copies under other names, on copied findings."""
    questions, causes, signs = (
        list(knowledge.questions),
        list(knowledge.causes),
        list(knowledge.warning_signs),
    )
    plain = [q for q in knowledge.questions if not q.screen]
    copied = {o.slug for q in plain for o in q.options}
    for number in range(1, times):

        def new(slug: str, number: int = number) -> str:
            return f"{slug}-{number}" if slug in copied else slug

        for q in plain:
            options = tuple(
                dataclasses.replace(
                    o, slug=new(o.slug), question=f"{q.slug}-{number}", implies=()
                )
                for o in q.options
            )
            page = f"{q.page}-{number}" if q.page else ""
            questions.append(
                dataclasses.replace(
                    q, slug=f"{q.slug}-{number}", page=page, options=options
                )
            )
        for c in knowledge.causes:
            rows = tuple(
                dataclasses.replace(
                    i, cause=f"{c.slug}-{number}", finding=new(i.finding)
                )
                for i in c.indicators
            )
            causes.append(
                dataclasses.replace(c, slug=f"{c.slug}-{number}", indicators=rows)
            )
        signs += [
            dataclasses.replace(s, slug=f"{s.slug}-{number}")
            for s in knowledge.warning_signs
            if not s.urgency.is_emergency
        ]
    return dataclasses.replace(
        knowledge,
        questions=tuple(questions),
        causes=tuple(causes),
        warning_signs=tuple(signs),
        kept={},
    )
