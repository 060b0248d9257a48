"""Where programs come in: every path below /api/v1, and the description of it. No cookie counts here, so that nothing can be
forged from another site.
"""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from landsea.api.openapi import describe_api
from landsea.api.serving import serve_program
from landsea.base.doors import door

DESCRIPTION = "openapi.json"


@csrf_exempt
@door("public")
def answer_program(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a program's request; who it is, the API asks itself."""
    if path == DESCRIPTION and request.method in ("GET", "HEAD"):
        return _description()
    return serve_program(request, path)


def _description() -> HttpResponse:
    told = describe_api(f"{settings.PUBLIC_ADDRESS}/api/v1")
    response = HttpResponse(json.dumps(told, ensure_ascii=False), content_type="application/json; charset=utf-8")
    response["Access-Control-Allow-Origin"] = "*"
    return response
