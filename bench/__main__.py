"""Measure the site on a throw-away SQLite database and print one table.

Every HTTP case is measured in slices, each right after a slice of the bare view, so the ratio holds on a busy machine
and can be compared between machines. Exit status 1 when a bar is missed.
"""

import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROUNDS, SECONDS = 5, 2
BARS = {
    "content page": 0.50,
    "content page, 304": 0.85,
    "question step, screen": 0.10,
    "question step, adaptive": 0.10,
    "report page": 0.05,
}
PDF_BAR = 10  # times the 95th percentile of the report page, request by request


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "bench.settings",
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
        }
        return measure(Path(folder))


def measure(folder: Path) -> int:
    prepare()
    from bench.server import serving
    from crampcoach.content import releases

    knowledge = releases.live("en")
    with serving(dict(os.environ)) as port:
        rows = http_rows(port, knowledge, folder)
        pdf = pdf_times(port, knowledge)
    print(f"\n{platform.machine()}, {os.cpu_count()} cores, {platform.platform()}")
    print(
        f"Python {platform.python_version()}, gunicorn sync x 2, SQLite, 16 connections;"
    )
    print(
        f"median of {ROUNDS} slices of {SECONDS} s, each beside a slice of the bare view\n"
    )
    print("| case | req/s | bare beside it | x bare | bar |\n|---|---|---|---|---|")
    missed = []
    for name, rate, bare, ratio, failed in rows:
        print(f"| {name} | {rate:.0f} | {bare:.0f} | {ratio:.3f} | {BARS[name]:.2f} |")
        if ratio < BARS[name] or failed:
            missed.append(f"{name}: {ratio:.3f} x bare, {failed} failed answers")
    missed += pdf_rows(*pdf)
    missed += engine_rows(knowledge)
    missed += writer_rows()
    for line in missed:
        print(f"MISSED {line}")
    return bool(missed)


def prepare() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    for command in (["migrate"], ["load_content"], ["publish", "--first"]):
        call_command(*command, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def http_rows(port: int, knowledge, folder: Path) -> list:
    from bench.server import fetch, load
    from bench.visits import store, walk

    steps = walk(knowledge)
    done = store(steps.after, knowledge.release, 50)
    adaptive = steps.pages.index("timing") if "timing" in steps.pages else -2
    screen = steps.pages.index("unwell")
    page = "/causes/muscle-fatigue/"
    tag = fetch(port, page)[1]["ETag"]
    cases = [
        ("content page", page, {}, None),
        ("content page, 304", page, {"If-None-Match": tag}, None),
        (
            "question step, screen",
            "/",
            {},
            step_file(folder / "screen", knowledge, steps, screen),
        ),
        (
            "question step, adaptive",
            "/",
            {},
            step_file(folder / "adaptive", knowledge, steps, adaptive),
        ),
        ("report page", f"/check/{done[0].key}/report/", {}, None),
    ]
    rows = []
    for name, path, headers, file in cases:
        load(port, path, 1, headers, file)
        slices = []
        for _ in range(ROUNDS):
            bare, _ = load(port, "/bare/", 1)
            rate, failed = load(port, path, SECONDS, headers, file)
            slices.append((rate, bare, rate / bare, failed))
        middle = [statistics.median(s[n] for s in slices) for n in range(3)]
        rows.append((name, *middle, sum(s[3] for s in slices)))
    return rows


def step_file(path: Path, knowledge, steps, place: int) -> Path:
    """POSTs to one page of stored visits that stand there; the two bodies differ, so that every step stores a change."""
    from django.middleware.csrf import _get_new_csrf_string

    from bench.visits import store

    slug = steps.pages[place]
    [question] = knowledge.pages[slug].questions
    first = (
        f"{question.slug}={question.options[1].slug}"
        if slug == "timing"
        else (f"{question.slug}=none")
    )
    doubt = "late-in-run" if slug == "timing" else "weight-loss"
    second = f"{question.slug}={doubt}"
    answers = steps.before[place].with_answer(knowledge, question.slug, ())
    lines = [
        f"/check/{row.key}/q/{slug}/ {_get_new_csrf_string()} {first} {second}"
        for row in store(answers, knowledge.release, 100)
    ]
    path.write_text("\n".join(lines) + "\n")
    return path


def pdf_times(port: int, knowledge, times: int = 200) -> tuple[float, float]:
    """95th percentile in ms of the report page and of its PDF, asked for in turns, each of a visit of its own."""
    from bench.server import fetch
    from bench.visits import store, walk

    rows = store(walk(knowledge).after, knowledge.release, times)
    taken: dict[str, list[float]] = {"report/": [], "handover.pdf": []}
    for number, row in enumerate(rows):
        row.notes = [f"Question {number}"]  # no page is set twice
        row.save()
        for name, times_of_name in taken.items():
            start = time.perf_counter()
            status = fetch(port, f"/check/{row.key}/{name}")[0]
            if status != 200:
                raise SystemExit(f"{name}: {status}")
            times_of_name.append((time.perf_counter() - start) * 1000)
    report, pdf = (statistics.quantiles(each, n=20)[-1] for each in taken.values())
    return report, pdf


def pdf_rows(report: float, pdf: float) -> list[str]:
    ratio = pdf / report
    print(
        f"\nHandover PDF: p95 {pdf:.1f} ms, report page {report:.1f} ms: {ratio:.1f} x"
        f" (bar {PDF_BAR})"
    )
    return [f"PDF: {ratio:.1f} x the report page"] if ratio > PDF_BAR else []


def engine_rows(knowledge) -> list[str]:
    """Engine against the page it feeds, and how its cost grows."""
    from bench.engine_cost import cost_per_answer, grown

    own = cost_per_answer(knowledge)
    page = render_cost(knowledge)
    print(
        f"\nTriage and choice of the next question: {own:.2f} ms, the page they feed:"
    )
    print(f"{page:.2f} ms, so {own / page:.2f} x (bar 1.50)\n")
    print("| knowledge | causes | questions | ms per answer |\n|---|---|---|---|")
    for times in (1, 10, 100):
        large = knowledge if times == 1 else grown(knowledge, times)
        cost = own if times == 1 else cost_per_answer(large)
        print(
            f"| x {times} | {len(large.causes)} | {len(large.questions)} | {cost:.2f} |"
        )
    return [] if own <= 1.5 * page else [f"engine: {own / page:.2f} x the page"]


def render_cost(knowledge) -> float:
    """Mean milliseconds to render the question pages of the visit, without replay or database."""
    from django.test import RequestFactory
    from django_htmx.middleware import HtmxDetails

    from bench.engine_cost import milliseconds
    from bench.visits import store, walk
    from crampcoach.assessments.views import show_question
    from crampcoach.assessments.visits import Visit
    from crampcoach.engine.interview import replay

    request = RequestFactory().get("/")
    request.htmx = HtmxDetails(request)
    request.user = None
    [row] = store(walk(knowledge).after, knowledge.release, 1)
    times = []
    for answers in walk(knowledge).before:
        interview = replay(knowledge, answers)
        visit = Visit(row, knowledge, answers, interview)
        page, _ = interview.next_page, interview.remaining
        times.append(milliseconds(lambda v=visit, p=page: show_question(request, v, p)))
    return statistics.mean(times)


def writer_rows() -> list[str]:
    from bench.visits import store, walk
    from bench.writers import locked_writes
    from crampcoach.content import releases

    knowledge = releases.live("en")
    rows = store(walk(knowledge).after, knowledge.release, 200)
    locked, writes, rate = locked_writes([row.key for row in rows])
    print(
        f"\n16 writers: {locked} of {writes} writes locked, {rate:.0f} writes a second"
    )
    return [f"{locked} locked writes"] if locked else []


if __name__ == "__main__":
    sys.exit(main())
