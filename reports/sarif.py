"""SARIF 2.1.0: the findings for tools that collect those of many programs."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec

from saksama.checker.run import BuktiTemuan, Hasil, Keparahan, RingkasAturan, Run, Temuan
from saksama.reports import groups, place

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL: dict[Keparahan, str] = {"kritis": "error", "mayor": "error", "minor": "warning", "info": "note"}


def render(run: Run) -> bytes:
    """SARIF as UTF-8 JSON: one result per finding, accepted ones as suppressed."""
    rules = list(groups.rules(run).values())
    position = {rule.id: index for index, rule in enumerate(rules)}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": run.alat.nama,
                        "version": run.alat.versi,
                        "language": "id",
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "results": [_result(hasil, temuan, position[hasil.aturan]) for hasil, temuan in run.findings()],
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(log), indent=1) + b"\n"


def _rule(rule: RingkasAturan) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.judul},
        "fullDescription": {"text": rule.alasan or rule.judul},
        "defaultConfiguration": {"level": _LEVEL[rule.keparahan]},
        "properties": {"keparahan": rule.keparahan, "dasar": list(rule.dasar)},
    }


def _result(hasil: Hasil, temuan: Temuan, index: int) -> dict[str, Any]:
    places = temuan.bukti or ((BuktiTemuan(hasil.berkas),) if hasil.berkas else ())
    result: dict[str, Any] = {
        "ruleId": hasil.aturan,
        "ruleIndex": index,
        "level": _LEVEL[temuan.keparahan],
        "message": {"text": f"{temuan.pesan} {temuan.saran}".strip()},
        "locations": [_location(bukti) for bukti in places],
        "partialFingerprints": {"saksama/sidik": temuan.sidik},
    }
    if temuan.pengecualian:
        reason = f"{temuan.pengecualian.alasan} ({temuan.pengecualian.oleh})"
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _location(bukti: BuktiTemuan) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": quote(bukti.berkas)}}}
    spot = place.inside(bukti)
    if spot:
        location["logicalLocations"] = [{"fullyQualifiedName": spot}]
    if bukti.kutipan:
        location["message"] = {"text": bukti.kutipan}
    return location
