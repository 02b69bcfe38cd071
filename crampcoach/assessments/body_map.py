"""The body map: two figures, front and back, drawn over the real checkboxes, and the words under them.

A shape is the half of a place at the viewer's right, x counted from the middle line; the template draws it again mirrored,
since the map does not tell left from right. It may reach beyond the body, so that a finger hits a thin ankle: the template
lays a sheet with a hole in the form of the body on top. Where both halves are one place the shape stays open at the middle
line, which leaves no seam. A place that is no spot on a figure is in the list of checkboxes, and in the words, only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from crampcoach.engine.knowledge import Kind, Question

BACK_FROM_FRONT = 360  # how far right of the front figure the back one stands


@dataclass(frozen=True, slots=True)
class Shape:
    """A place on one figure: the path of its half, and where its tick goes."""

    path: str
    middle: tuple[int, int]

    @property
    def ticks(self) -> str:
        """The path of a tick on each half; one that was mirrored would be wrong."""
        x, y = self.middle
        return f"M{-x - 8} {y}l5 6 10-12M{x - 8} {y}l5 6 10-12"


ARM = Shape(
    "M64 199c5 3 10 7 16 8s13-1 19-2 14-3 21-5h56v240h-78l-6-20-4-74-12-46-10-50-2-51Z",
    (101, 262),
)

FRONT: Mapping[str, Shape] = {
    "upper-back-neck": Shape(
        "M-4 84h44l136 36v80h-56c-7 2-14 4-21 5s-13 3-19 2-11-5-16-8c2-9 5-19 4-27s-3-17-8-22-11-6-18-7c-11-1-28 7-42 7h-2",
        (76, 172),
    ),
    "chest": Shape(
        "M-2 150h2c14 0 31-8 42-7 7 1 14 3 18 7s7 14 8 22-2 18-4 27v9c-7 6-14 13-24 16s-27 3-40 3h-2",
        (36, 186),
    ),
    "abdomen-side": Shape(
        "M-2 227h2c13 0 29 1 40-3s17-10 24-16l2 42 9 44c-13 9-26 18-39 24s-24 12-36 12h-2",
        (27, 270),
    ),
    "groin-inner-thigh": Shape(
        "M-2 330h2c12 0 24-6 36-12s26-15 39-24l1 6 12 50c-11 0-21-1-30 4s-18 18-24 30c-8 16-11 37-14 58l-10 5h-14",
        (24, 350),
    ),
    "quadriceps": Shape(
        "M88 350c-11 0-21-1-30 4s-18 18-24 30c-8 16-11 37-14 58 6-3 12-5 18-5s13 3 20 6h38l-4-23-4-70Z",
        (48, 396),
    ),
    "knee": Shape(
        "M1 447h9l10-5c6-3 12-5 18-5s13 3 20 6h38v54h-38c-7 3-13 6-20 6s-13-3-20-6h-17Z",
        (37, 470),
    ),
    "shin": Shape(
        "M1 497h17c7 3 13 6 20 6s13-3 20-6h38v77h-42c-5 3-11 6-16 6s-9-3-14-6h-23Z",
        (38, 540),
    ),
    "ankle-heel": Shape(
        "M1 574h23c5 3 9 6 14 6s11-3 16-6h42v60h-37c-7-4-15-9-21-8s-9 4-13 8h-24Z",
        (40, 606),
    ),
    "foot-toes": Shape("M1 634h24c4-4 8-8 13-8s14 4 21 8h37v56h-95v-56Z", (43, 643)),
    "arm-hand": ARM,
}

BACK: Mapping[str, Shape] = {
    "upper-back-neck": Shape(
        "M-4 84h44l136 36v80h-56c-7 2-14 4-21 5s-13 3-19 2-11-5-16-8c-3-6-7-12-12-15s-13-5-20-5-21 11-32 11h-2",
        (44, 158),
    ),
    "mid-back": Shape(
        "M-2 190h2c11 0 23-11 32-11s15 2 20 5 9 9 12 15l2 41c-11 4-21 8-32 10s-23 4-34 4h-2",
        (32, 217),
    ),
    "lower-back": Shape(
        "M-2 254h2c11 0 23-2 34-4s21-6 32-10v10l8 42c-13 3-26 6-38 12s-24 24-36 24h-2",
        (27, 276),
    ),
    "buttock": Shape(
        "M0 328c12 0 23-18 36-24s25-9 38-12l2 8 12 46 3 16c-21 11-43 23-59 22-12 0-22-7-31-14l-1-42Z",
        (34, 342),
    ),
    "hamstring": Shape(
        "M1 370c9 7 19 14 31 14 16 1 38-11 59-22l5 80h-38c-7-2-13-4-20-4s-13 2-20 4h-17v-72Z",
        (37, 414),
    ),
    "knee": Shape(
        "M1 442h17c7-2 13-4 20-4s13 2 20 4h38v59h-38c-7-2-13-4-20-4s-13 2-20 4h-17Z",
        (37, 471),
    ),
    "calf": Shape(
        "M1 501h17c7-2 13-4 20-4s13 2 20 4h38v65h-38c-7 8-14 15-20 15s-12-8-18-15h-19Z",
        (38, 532),
    ),
    "ankle-heel": Shape(
        "M1 566h19c6 7 12 15 18 15s13-7 20-15h38v65h-37c-8 6-15 13-21 12s-9-6-13-12h-24Z",
        (40, 610),
    ),
    "foot-toes": Shape("M1 631h24c4 6 8 11 13 12s13-6 21-12h37v59h-95v-59Z", (43, 652)),
    "arm-hand": ARM,
}


@dataclass(frozen=True, slots=True)
class Region:
    """An option on the map: its words, and its shapes where it can be tapped. `input_id` is the checkbox it ticks."""

    text: str
    input_id: str
    shapes: tuple[tuple[int, Shape], ...]  # each with its figure's place from the left


def regions_of(question: Question) -> tuple[Region, ...]:
    """The regions of a body-map question, one for each option in their order; none for other questions."""
    if question.kind is not Kind.MAP:
        return ()
    return tuple(
        Region(
            text=option.text,
            input_id=f"{question.slug}--{option.slug}",
            shapes=_shapes(option.slug),
        )
        for option in question.options
    )


def _shapes(slug: str) -> tuple[tuple[int, Shape], ...]:
    figures = ((0, FRONT), (BACK_FROM_FRONT, BACK))
    return tuple((x, figure[slug]) for x, figure in figures if slug in figure)
