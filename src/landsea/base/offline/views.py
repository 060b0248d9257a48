"""The worker that keeps pages in the browser, the page that lists them, and the manifest of the installable site. All three ask
the database nothing and are the same for everybody.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.middleware import KEEPS_NO_CHOICE

WORKER = "ui/dist/worker.js"
SHELL = ("ui/dist/landsea.css", "ui/dist/landsea.js", "ui/symbols.svg", "ui/mark.svg")
"""What every page needs to be drawn. Fonts follow as pages load them."""
GROUND, WATER = "#fbf9f5", "#0b4a6f"
"""Of frontend/styles/tokens.css, by day: what a phone paints before a page is there."""


@door("public")
@require_safe
def show_kept(request: HttpRequest) -> HttpResponse:
    """Say what is kept on this device; the page's script fills it in. Shown also in place of any page that cannot come."""
    vars(request)["asks_nothing"] = True
    return render(request, "offline/offline.html")


@door("public")
@require_safe
def send_worker(request: HttpRequest) -> HttpResponse:
    """Send the worker, with what it has to know before it: version, language, the files of the shell, addresses."""
    script = _built(WORKER)
    if not script:
        raise Http404
    language = get_language() or settings.LANGUAGE_CODE
    shell = {
        "version": _version(),
        "language": language,
        "files": [static(name) for name in SHELL],
        "static": settings.STATIC_URL,
        "offline": reverse("offline"),
        "form": reverse("file_case"),
        "signOut": reverse("account_logout"),
        "signedInSeconds": settings.SESSION_COOKIE_AGE,
    }
    response = HttpResponse(
        f"self.SHELL = {json.dumps(shell)};\n{script}", content_type="text/javascript; charset=utf-8"
    )
    response["Cache-Control"] = "no-cache"
    setattr(response, KEEPS_NO_CHOICE, True)
    return response


@door("public")
@require_safe
def send_manifest(request: HttpRequest) -> HttpResponse:
    """Send the web app manifest (W3C) in the reader's language."""
    language = get_language() or settings.LANGUAGE_CODE
    icons = [{"src": static("ui/mark.svg"), "sizes": "any", "type": "image/svg+xml"}]
    icons += [
        {
            "src": static(f"ui/pictures/icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    response = JsonResponse(
        {
            "id": "/",
            "name": _("Landsea"),
            "short_name": _("Landsea"),
            "description": _("Landsea, the working platform of the New International Land-Sea Trade Corridor"),
            "lang": language,
            "dir": "ltr",
            "start_url": reverse("home"),
            "scope": "/",
            "display": "standalone",
            "background_color": GROUND,
            "theme_color": WATER,
            "icons": icons,
            "shortcuts": [
                {"name": _("Something is stuck or wrong"), "url": reverse("file_case")},
                {"name": _("What is kept on this device"), "url": reverse("offline")},
            ],
        },
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = "public, max-age=3600"
    setattr(response, KEEPS_NO_CHOICE, True)
    return response


@cache
def _version() -> str:
    """Return what changes whenever the worker or a file of the shell does."""
    return sha256("".join(_built(name) for name in (WORKER, *SHELL)).encode()).hexdigest()[:12]


def _built(name: str) -> str:
    """Return the text of a static file, empty when the front end is not built. In service it lies where it was collected."""
    collected = Path(settings.STATIC_ROOT) / name
    found = str(collected) if collected.exists() else finders.find(name)
    return Path(found).read_text(encoding="utf-8") if found else ""
