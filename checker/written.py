"""What a paper of ours says, from the JSON it was written as: it may have been changed, or be no paper at all."""

from __future__ import annotations

from typing import TypeVar

import msgspec

Paper = TypeVar("Paper")


def decoded(data: bytes, kind: type[Paper]) -> Paper:
    """A value of a kind from JSON; raises msgspec.ValidationError or DecodeError for anything else."""
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError:
        raise msgspec.DecodeError("nested too deeply") from None
    except UnicodeDecodeError:
        raise msgspec.DecodeError("no UTF-8") from None
