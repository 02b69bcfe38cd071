"""What must hold for every set of answers, over the real content."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crampcoach.engine.answers import Answers, unsure_about
from crampcoach.engine.interview import replay
from crampcoach.engine.knowledge import Kind
from crampcoach.engine.report import assess

SLOW = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def draw_answer(data, question):
    """Any valid answer: mostly little ticked, sometimes doubt about one option or about all."""
    options = [option.slug for option in question.options]
    if data.draw(st.integers(0, 9)) == 0:
        return unsure_about(question).chosen, options
    if question.kind is Kind.ONE:
        return [data.draw(st.sampled_from(options))], ()
    chosen = data.draw(st.lists(st.sampled_from(options), max_size=2, unique=True))
    doubts = data.draw(st.lists(st.sampled_from(options), max_size=1))
    return chosen, doubts if data.draw(st.booleans()) else ()


def draw_visit(data, knowledge):
    """A visit answered to its end, with everything that was promised on the way."""
    answers, promised, shown = Answers(), [], []
    interview = replay(knowledge, answers)
    while interview.next_page is not None:
        promised.append(interview.remaining)
        shown.append(interview.next_page.slug)
        for question in interview.questions_on(interview.next_page):
            chosen, unsure = draw_answer(data, question)
            answers = answers.with_answer(knowledge, question.slug, chosen, unsure)
        interview = replay(knowledge, answers)
    return answers, promised, shown


@SLOW
@given(data=st.data())
def test_every_sequence_of_valid_answers_ends_in_a_report(real, data):
    answers, promised, shown = draw_visit(data, real)
    report = assess(real, answers)
    assert report.is_complete
    assert len(shown) == len(set(shown)) <= len(real.pages)
    assert promised == sorted(promised, reverse=True)
    assert len(promised) <= promised[0]
    assert len(report.conditions) <= 3 and len(report.contributors) <= 4
    assert len(report.plan.items) <= 7


@SLOW
@given(data=st.data())
def test_urgency_never_falls_when_a_finding_is_added(real, data):
    answers, _, _ = draw_visit(data, real)
    before = replay(real, answers).triage.urgency
    slug = data.draw(
        st.sampled_from(
            [s for s in answers.given if real.question[s].kind is not Kind.ONE]
        )
    )
    old = answers.given[slug]
    extra = data.draw(st.sampled_from([o.slug for o in real.question[slug].options]))
    more = answers.with_answer(real, slug, (*old.chosen, extra), old.unsure)
    assert replay(real, more).triage.urgency >= before


@SLOW
@given(data=st.data())
def test_a_yes_is_never_less_urgent_than_not_sure(real, data):
    screens = [q for q in real.questions if q.screen and q.kind is Kind.MANY]
    question = data.draw(st.sampled_from(screens))
    option = data.draw(st.sampled_from([o.slug for o in question.options]))
    doubt = Answers().with_answer(real, question.slug, (), (option,))
    yes = Answers().with_answer(real, question.slug, (option,))
    none = Answers().with_answer(real, question.slug)
    assert replay(real, none).triage.urgency <= replay(real, doubt).triage.urgency
    assert replay(real, doubt).triage.withheld.keys() <= (
        replay(real, yes).triage.withheld.keys()
    )


@SLOW
@given(data=st.data())
def test_the_order_of_answering_does_not_change_the_report(real, data):
    answers, _, _ = draw_visit(data, real)
    order = data.draw(st.permutations(list(answers.given)))
    shuffled = Answers()
    for slug in order:
        entry = answers.given[slug]
        shuffled = shuffled.with_answer(real, slug, entry.chosen, entry.unsure)
    assert assess(real, shuffled) == assess(real, answers)


@SLOW
@given(data=st.data())
def test_changing_an_answer_and_changing_it_back_gives_the_same_report(real, data):
    answers, _, _ = draw_visit(data, real)
    slug = data.draw(st.sampled_from(list(answers.given)))
    old = answers.given[slug]
    chosen, unsure = draw_answer(data, real.question[slug])
    changed = answers.with_answer(real, slug, chosen, unsure)
    back = changed.with_answer(real, slug, old.chosen, old.unsure)
    assert assess(real, back) == assess(real, answers)


@SLOW
@given(data=st.data())
def test_withheld_advice_is_nowhere_in_the_report(real, data):
    answers, _, _ = draw_visit(data, real)
    report = assess(real, answers)
    tags = report.triage.withheld.keys()
    for item in report.plan.items:
        assert not item.step.tags & tags
    for rung in report.plan.ladder:
        assert not rung.tags & tags
    for advice in report.first_aid:
        assert all(not action.tags & tags for action in advice.actions)
