"""What is done with one press out of a mail, without signing in: ending a subscription, saying whose a held mail is.

A GET only shows a page: mail programs and their guards open every link. The one-click POST of RFC 8058 comes from the mail
program itself, without our cookie; the signed word in the address is its proof.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.mailroom.actions.claim_held import claim_held_mail
from landsea.mailroom.actions.end_subscription import end_subscriptions
from landsea.mailroom.owner_links import mail_named
from landsea.mailroom.presenters import find_question
from landsea.mailroom.subscriptions import read_subscription


@csrf_exempt
@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def end_subscription(request: HttpRequest, word: str) -> HttpResponse:
    """Ask whether to end it; end it. Pressed again it is ended already, which is said the same way."""
    named = read_subscription(word)
    if named is None:
        return render(request, "mailroom/link_closed.html", status=404)
    if request.method == "POST":
        end_subscriptions(*named, now=timezone.now())
    return render(request, "mailroom/end_subscription.html", {"kind": named[0], "ended": request.method == "POST"})


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def is_it_yours(request: HttpRequest, word: str) -> HttpResponse:
    """Show sender, subject and day of a held mail to the person whose reply address it came to; take the answer."""
    mail_id = mail_named(word)
    about = find_question(mail_id) if mail_id is not None else None
    if about is None:
        return render(request, "mailroom/link_closed.html", status=404)
    context = {"about": about, "refused": "", "done": "" if about.is_open else "handled"}
    answer = request.POST.get("answer", "") if request.method == "POST" else ""
    if answer in ("yes", "no") and about.is_open:
        try:
            claim_held_mail(about.mail_id, answer == "yes", now=timezone.now())
            context["done"] = answer
        except Refused as refused:
            context["refused"] = refused.sentence
    return render(request, "mailroom/is_it_yours.html", context, status=409 if context["refused"] else 200)
