"""Signing in by one press as somebody whom the demonstration invented. The address exists in a demonstration only."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from landsea.base.doors import door
from landsea_demo.parts import FILER, Task, find_mailbox, find_player, find_task

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@door("public")
@require_POST
def sign_in_as(request: HttpRequest, part: str) -> HttpResponse:
    """Sign in as whoever plays this part, in that person's language, and open the page of a task when its number was sent; a
    filer's part opens the mailbox of a case, or a page that needs no account.
    """
    if not settings.DEMO:
        raise Http404
    task = find_task(part, request.POST.get("task", ""))
    if part == FILER:
        return _open_as_filer(request, task)
    player = find_player(part)
    if player is None:
        raise Http404
    login(request, player, backend=BACKEND)
    response = HttpResponseRedirect(reverse(task.page if task and task.page else "after_sign_in"))
    response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)  # what was chosen before would win over the person's own
    return response


def _open_as_filer(request: HttpRequest, task: Task | None) -> HttpResponse:
    if task and task.page:
        logout(request)
        return HttpResponseRedirect(reverse(task.page))
    found = find_mailbox()
    if found is None:
        raise Http404
    secret, language = found
    logout(request)
    return HttpResponseRedirect(f"{reverse('mailbox_link', args=[secret])}?{urlencode({'lang': language})}")
