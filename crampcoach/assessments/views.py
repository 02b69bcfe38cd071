"""The pages of the check: answers come in, the next question or the report goes out."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from crampcoach.assessments import wording
from crampcoach.assessments.countries import ROWS
from crampcoach.assessments.models import Assessment
from crampcoach.assessments.question_page import (
    PLAIN,
    Showing,
    answer_words,
    question_context,
)
from crampcoach.assessments.report_page import report_context, since_last_time
from crampcoach.assessments.visits import (
    Visit,
    begin_again,
    begin_visit,
    live_knowledge,
    open_visit,
    save_country,
    save_page,
    save_told,
)
from crampcoach.content import releases
from crampcoach.engine.knowledge import Page, Stage

View = Callable[..., HttpResponse]


class HttpResponseSeeOther(HttpResponseRedirect):
    """The answer to a POST: get that page now."""

    status_code = 303


def careful(view: View) -> View:
    """A clear page for what goes wrong around a visit, and no trace of it in caches and search engines."""
    protected = csrf_protect(view)

    @csrf_exempt  # so that a body that is too big is met here and not in the CSRF middleware
    @wraps(view)
    def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        try:
            response = (
                too_big(request)
                if is_too_big(request)
                else protected(request, *args, **kwargs)
            )
        except Assessment.DoesNotExist:
            response = missing(request)
        except releases.NoLiveRelease:
            numbers = {"numbers": wording.EMERGENCY_NUMBERS}
            response = render(
                request, "assessments/unavailable.html", numbers, status=503
            )
        response["Cache-Control"] = "no-store"
        if args or kwargs:
            response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


def is_too_big(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return True
    try:
        request.POST  # noqa: B018 - reading it is the test
    except (RequestDataTooBig, TooManyFieldsSent):
        return True
    return False


def too_big(request: HttpRequest) -> HttpResponse:
    return render(request, "assessments/too_big.html", status=413)


@csrf_exempt  # nothing is stored, and a refusal would have to be told by another page
def missing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """No such assessment: never existed, expired, deleted, or its link was cut short."""
    days = {"days": settings.ASSESSMENT_DAYS}
    response = render(request, "assessments/missing.html", days, status=404)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@careful
def start(request: HttpRequest) -> HttpResponse:
    knowledge = live_knowledge()
    if request.method == "POST":
        return HttpResponseSeeOther(begin_visit(request.POST).next_url)
    context = {
        "knowledge": knowledge,
        "days": settings.ASSESSMENT_DAYS,
        "numbers": wording.EMERGENCY_NUMBERS,
        "countries": ROWS,
        "is_deleted": "deleted" in request.GET,
        "section": "check",
    }
    return render(request, "assessments/start.html", context)


@require_safe
@careful
def resume(request: HttpRequest, key: str) -> HttpResponse:
    return redirect(open_visit(key).next_url)


@require_http_methods(["GET", "HEAD", "POST"])
@careful
def question(request: HttpRequest, key: str, page: str) -> HttpResponse:
    if request.method == "POST":
        return answer_question(request, key, page)
    visit = open_visit(key)
    opened = visit.open_page(page)
    if opened is None:
        return redirect(visit.next_url)
    showing = Showing(
        one_by_one="unsure" in request.GET,
        origin=origin_of(request.GET),
    )
    return show_question(request, visit, opened, showing)


def answer_question(request: HttpRequest, key: str, page_slug: str) -> HttpResponse:
    attempt = save_page(key, page_slug, request.POST)
    if attempt.is_saved:
        return go_on(request, attempt.visit)
    if attempt.page is None:
        return refuse(request, attempt.visit)
    is_longer, is_shorter = "unsure" in request.POST, "short" in request.POST
    is_each = request.POST.get("mode") == "each"
    showing = Showing(
        replies=attempt.replies,
        one_by_one=is_longer or (is_each and not is_shorter),
        origin=origin_of(request.POST),
    )
    status = 200 if is_longer or is_shorter else 422
    return show_question(request, attempt.visit, attempt.page, showing, status)


def origin_of(data: QueryDict) -> str:
    """The page that a change was begun on, and goes back to."""
    origin = data.get("from", "")
    return origin if origin in ("review", "report") else ""


def go_on(request: HttpRequest, visit: Visit) -> HttpResponse:
    """After a saved answer: the report when stopped, a screen that is due, the review it came from, or what is next.

    A change begun on the report ends there as well, since the report is what comes next when nothing is due.
    """
    interview, page = visit.interview, visit.interview.next_page
    origin = "" if interview.is_stopped else origin_of(request.POST)
    is_back = origin == "review" and not (page and page.is_screen)
    url = visit.url("review") if is_back else visit.next_url
    if not request.htmx:
        query = f"?from={origin}" if origin and page and not is_back else ""
        return HttpResponseSeeOther(url + query)
    if is_back:
        response = show_review(request, visit)
    elif page:
        response = show_question(request, visit, page, Showing(origin=origin))
    else:
        response = show_report(request, visit)
    response["HX-Push-Url"] = url
    return response


def refuse(request: HttpRequest, visit: Visit) -> HttpResponse:
    """An answer to a question that is not due: nothing was stored, and the runner sees where the visit stands."""
    notice = _(
        "That answer was not saved, because its question is not due at this point. Here is where you are;"
        " your other answers are kept."
    )
    page = visit.interview.next_page
    response = (
        show_question(request, visit, page, Showing(notice=notice), 409)
        if page
        else show_report(request, visit, status=409, notice=notice)
    )
    response["HX-Push-Url"] = visit.next_url
    return response


def show_question(
    request: HttpRequest,
    visit: Visit,
    page: Page,
    showing: Showing = PLAIN,
    status: int = 200,
) -> HttpResponse:
    context = question_context(visit, page, showing)
    return render(request, "assessments/question.html", context, status=status)


@require_safe
@careful
def review(request: HttpRequest, key: str) -> HttpResponse:
    return show_review(request, open_visit(key))


def show_review(request: HttpRequest, visit: Visit) -> HttpResponse:
    answers = visit.interview.answers
    asked = [visit.knowledge.question[slug] for slug in answers.given]
    sections = [
        (
            wording.STAGES[stage],
            [
                (q, answer_words(q, answers), visit.url("question", q.page_slug))
                for q in asked
                if q.stage is stage
            ],
        )
        for stage in Stage
    ]
    context = {
        "sections": [(title, lines) for title, lines in sections if lines],
        "remaining": visit.interview.expected,
        "next_url": visit.next_url,
        "delete_url": visit.url("delete"),
        "stored_url": visit.url("stored"),
        "knowledge": visit.knowledge,
    }
    return render(request, "assessments/review.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@careful
def report(request: HttpRequest, key: str) -> HttpResponse:
    """The report; an emergency page also takes what is true as well."""
    if request.method == "POST":
        visit = save_told(key, request.POST.getlist("also"))
        return HttpResponseSeeOther(visit.next_url)
    visit = open_visit(key)
    if visit.interview.next_page:
        return redirect(visit.next_url)
    return show_report(request, visit)


@require_http_methods(["POST"])
@careful
def again(request: HttpRequest, key: str) -> HttpResponse:
    """A new check that begins with what cannot have changed."""
    return HttpResponseSeeOther(begin_again(key).next_url)


@require_http_methods(["POST"])
@careful
def country(request: HttpRequest, key: str) -> HttpResponse:
    """Whose emergency numbers the report shows."""
    visit = save_country(key, request.POST.get("country", ""))
    return HttpResponseSeeOther(visit.next_url)


def show_report(
    request: HttpRequest, visit: Visit, *, status: int = 200, notice: str = ""
) -> HttpResponse:
    result = visit.report
    context = report_context(visit, result, is_own=True) | {
        "notice": notice,
        "link": request.build_absolute_uri(visit.url("resume")),
        "review_url": visit.url("review"),
        "delete_url": visit.url("delete"),
        "stored_url": visit.url("stored"),
        "knowledge": visit.knowledge,
    }
    name = "emergency" if result.urgency.is_emergency else "report"
    if name == "report":
        context |= since_last_time(visit, result)
    return render(request, f"assessments/{name}.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@careful
def delete(request: HttpRequest, key: str) -> HttpResponse:
    """Works without a live release: whoever wants the answers gone can have that always."""
    assessment = Assessment.objects.open().get(key=key)
    if request.method == "POST":
        assessment.delete()
        return HttpResponseSeeOther(reverse("assessments:start") + "?deleted")
    context = {
        "url": reverse("assessments:delete", args=(key,)),
        "back_url": reverse("assessments:resume", args=(key,)),
        "is_linked": assessment.earlier_id or assessment.later.open().exists(),
    }
    return render(request, "assessments/delete.html", context)
