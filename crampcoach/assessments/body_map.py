"""The shapes of the body map: two figures, front and back, over the real checkboxes.

Each shape is the half of the body at the viewer's right, x counted from the middle line; the template draws it again mirrored,
since the map does not tell left from right. Places that are no spot on a figure are in the list of checkboxes only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from crampcoach.engine.knowledge import Kind, Question

ARM = (
    "M39 88C49 90 57 98 59 111 62 130 62 150 66 168 70 188 71 206 71 224"
    " 76 236 77 252 71 264 65 269 59 259 60 242 60 236 59 230 58 225"
    " 54 205 50 190 48 172 45 150 44 135 43 121 46 108 46 96 39 88Z"
)

FRONT: Mapping[str, str] = {
    "upper-back-neck": "M0 68H11C12 76 20 80 34 84 26 87 12 88 0 87Z",
    "chest": "M0 91C12 92 26 90 37 87 44 92 43 108 39 119 33 131 18 135 0 134Z",
    "abdomen-side": "M0 138C16 138 30 136 38 126 38 148 33 162 31 178 32 190 35 200 38 209 26 215 10 217 0 217Z",
    "groin-inner-thigh": "M0 221C14 220 28 218 39 213L41 221C30 226 22 234 18 248 15 264 14 284 12 300 7 284 4 262 3 240L0 238Z",
    "quadriceps": "M42 226C45 250 41 286 34 315 28 319 19 319 13 315 15 300 16 270 21 252 25 239 33 230 42 226Z",
    "knee": "M12 320C18 323 28 323 34 320 32 328 32 335 32 343 26 347 16 347 10 343 10 335 11 328 12 320Z",
    "shin": "M10 348C16 352 26 352 32 348 36 366 28 390 23 405 19 407 14 407 11 405 10 388 6 368 10 348Z",
    "ankle-heel": "M11 410C15 412 19 412 23 410 23 414 24 418 25 422 19 425 12 425 8 422 9 418 11 414 11 410Z",
    "foot-toes": "M8 427C13 429 20 429 26 427 31 434 33 441 28 445 21 448 10 447 7 444 5 439 7 432 8 427Z",
    "arm-hand": ARM,
}

BACK: Mapping[str, str] = {
    "upper-back-neck": "M0 64H11C11 75 20 80 37 85 44 91 43 106 40 116 28 124 12 126 0 126Z",
    "mid-back": "M0 130C14 130 28 127 40 121 38 134 36 146 34 158 24 163 10 164 0 164Z",
    "lower-back": "M0 168C10 168 24 167 33 163 31 172 31 180 32 188 34 195 36 200 37 205 25 203 9 204 0 211Z",
    "buttock": "M0 216C10 207 26 206 39 210 44 223 43 239 39 250 28 257 10 257 2 249L0 247Z",
    "hamstring": "M3 254C12 261 30 261 40 255 41 276 37 298 33 316 26 319 18 319 12 316 7 298 3 276 3 254Z",
    "knee": "M12 321C18 324 27 324 33 321 32 326 32 332 32 338 26 341 16 341 11 338 10 332 11 326 12 321Z",
    "calf": "M10 343C16 346 26 346 32 343 38 358 32 382 25 398 21 400 15 400 12 398 7 382 4 358 10 343Z",
    "ankle-heel": "M12 403C15 405 20 405 24 403 23 412 25 420 27 428 20 431 13 431 8 428 9 420 12 412 12 403Z",
    "foot-toes": "M8 433C13 435 21 435 27 433 31 438 31 443 27 445 20 448 11 447 7 445 5 441 6 437 8 433Z",
    "arm-hand": ARM,
}


@dataclass(frozen=True, slots=True)
class Region:
    """A place of the list that can also be tapped on the figures. `input_id` is the checkbox that its label ticks."""

    slug: str
    input_id: str
    front: str
    back: str


def regions_of(question: Question) -> tuple[Region, ...]:
    """The regions of a body-map question, in the order of its options; none for other questions."""
    if question.kind is not Kind.MAP:
        return ()
    return tuple(
        Region(
            slug=option.slug,
            input_id=f"{question.slug}--{option.slug}",
            front=FRONT.get(option.slug, ""),
            back=BACK.get(option.slug, ""),
        )
        for option in question.options
        if option.slug in FRONT or option.slug in BACK
    )
