"""JSON as every address answers it: letters as they are written; of what cannot be answered, errors that name the parameter."""

from django.http import JsonResponse


def json_answer(body, status=200):
    return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False, "indent": 1})


def json_errors(errors, status=400):
    """`errors`: [{"parameter", "message", ...}]."""
    return JsonResponse({"errors": errors}, status=status, json_dumps_params={"ensure_ascii": False})
