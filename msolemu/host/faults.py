"""What happens with a bug of our own: one line for the user, the details in a file."""

from __future__ import annotations

INTERNAL_ERROR = "InternalError"


def fault_line(error: BaseException) -> str:
    """Write the details of an unexpected exception to a file, and say where they are."""
    import tempfile
    import traceback

    details = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="msolemu-", suffix=".log", delete=False, errors="replace"
        ) as file:
            file.write(details)
            where = f"Details: {file.name}"
    except OSError as failure:
        where = f"The details could not be written: {failure}"
    return f"{INTERNAL_ERROR}: {type(error).__name__} in msolemu. {where}"
