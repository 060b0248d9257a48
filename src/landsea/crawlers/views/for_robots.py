"""robots.txt, the sitemaps and security.txt."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.crawlers.public_pages import PARTS, PUBLIC_PAGES

KEPT_SECONDS = 3600
CLOSED = (
    "/m/",
    "/my/",
    "/a/",
    "/answer/",
    "/answered/",
    "/invitation/",
    "/invited/",
    "/wake/",
    "/calendar/mine/",
    "/calendar/private/",
    "/cases/",
    "/queue/",
    "/accounts/",
    "/post/",
    "/operator/",
)
"""Secrets, people's own pages and work. They are closed anyway; a robot that keeps to this does not even try."""
XML = "application/xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


@door("public")
@require_safe
def show_robots(request: HttpRequest) -> HttpResponse:
    """Say what robots may read (RFC 9309): the public pages; nothing of a demonstration, whose rows are invented."""
    if settings.DEMO:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
        lines += [f"Sitemap: {settings.PUBLIC_ADDRESS}{reverse('sitemap')}"]
    return _kept(HttpResponse("\n".join(lines) + "\n", content_type=TEXT))


@door("public")
@require_safe
def show_sitemap_index(request: HttpRequest) -> HttpResponse:
    """List the sitemaps (sitemaps.org 0.9)."""
    addresses = [settings.PUBLIC_ADDRESS + reverse("sitemap_part", args=[part]) for part in PARTS]
    return _kept(render(request, "crawlers/sitemap_index.xml", {"addresses": addresses}, content_type=XML))


@door("public")
@require_safe
def show_sitemap(request: HttpRequest, part: str) -> HttpResponse:
    """List the public pages of one part, each in all languages, with the day of its last change where a row knows it."""
    if part not in PARTS:
        raise Http404
    pages = [
        (
            settings.PUBLIC_ADDRESS + reverse(name, kwargs=values),
            changed.astimezone(UTC).date().isoformat() if changed else "",
        )
        for name, page in PUBLIC_PAGES.items()
        if page.part == part
        for values, changed in page.rows()
    ]
    context = {"pages": pages, "languages": [code for code, _name in settings.LANGUAGES]}
    return _kept(render(request, "crawlers/sitemap.xml", context, content_type=XML))


@door("public")
@require_safe
def show_security_contact(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a weakness (RFC 9116), while what the operator set still holds; no such page otherwise."""
    expires = settings.SECURITY_EXPIRES
    if not settings.SECURITY_CONTACT or expires is None or expires <= timezone.now().astimezone(UTC).date():
        raise Http404
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {datetime.combine(expires, time.min, UTC):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en, zh, vi, lo",
        f"Canonical: {settings.PUBLIC_ADDRESS}{reverse('security_contact')}",
    ]
    return _kept(HttpResponse("\n".join(lines) + "\n", content_type=TEXT))


def _kept(response: HttpResponse) -> HttpResponse:
    """Let anyone keep an answer for an hour: it is the same for all."""
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response
