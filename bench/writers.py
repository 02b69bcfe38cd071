"""Sixteen processes that store answers at once: does SQLite ever say "database is locked"?"""

import multiprocessing
import time
from typing import Any

WRITERS = 16
EACH = 40


def _write(keys: list[str], place: int, ready: Any, results: Any) -> None:
    import django

    django.setup()
    from django.db import OperationalError
    from django.http import QueryDict

    from crampcoach.assessments.visits import save_page

    locked = 0
    ready.wait()
    for turn in range(EACH):
        body = QueryDict("timing=late-in-run" if turn % 2 else "timing=early-in-run")
        try:
            save_page(keys[(place * EACH + turn) % len(keys)], "timing", body)
        except OperationalError:
            locked += 1
    results.put(locked)


def locked_writes(keys: list[str]) -> tuple[int, int, float]:
    """(writes refused as locked, all writes, writes a second). DJANGO_SETTINGS_MODULE must be set."""
    context = multiprocessing.get_context("spawn")
    ready, results = context.Barrier(WRITERS + 1), context.Queue()
    processes = [
        context.Process(target=_write, args=(keys, n, ready, results))
        for n in range(WRITERS)
    ]
    for process in processes:
        process.start()
    ready.wait()
    start = time.perf_counter()
    locked = sum(results.get() for _ in processes)
    seconds = time.perf_counter() - start
    for process in processes:
        process.join()
    return locked, WRITERS * EACH, WRITERS * EACH / seconds
