"""styles.xml of a workbook: number format, fill colour and boldness of every cell style."""

from __future__ import annotations

import colorsys
import re

import msgspec
from lxml import etree

from saksama.parsers.excel.format import BUILTIN

# The first 64 indexed colours of old Excel are a fixed palette; those beyond are system colours.
_INDEXED = (
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
    "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
    "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
    "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
    "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
    "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
    "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
    "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
)  # fmt: skip
# Theme colours count light before dark, other than the order in which the theme lists them.
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
                "folHlink")  # fmt: skip


class Style(msgspec.Struct, frozen=True):
    """What a cell style adds to a value: format is the number format's code, fill "RRGGBB" or None for white."""

    format: str = "General"
    fill: str | None = None
    bold: bool = False


PLAIN = Style()


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def read_styles(root: etree._Element | None, theme: etree._Element | None) -> list[Style]:
    """The cell styles in the order by which cells refer to them; empty without styles.xml."""
    if root is None:
        return []
    parts = {local(part): part for part in root}
    formats = dict(BUILTIN)
    for item in parts.get("numFmts", ()):
        formats[_number(item.get("numFmtId"))] = item.get("formatCode", "General")
    colours = _theme_colours(theme)
    fills = [_fill(item, colours) for item in parts.get("fills", ())]
    fonts = [any(local(child) == "b" and child.get("val", "1") not in ("0", "false") for child in item)
             for item in parts.get("fonts", ())]  # fmt: skip
    styles = []
    for xf in parts.get("cellXfs", ()):
        fill, font = _number(xf.get("fillId")), _number(xf.get("fontId"))
        styles.append(
            Style(
                formats.get(_number(xf.get("numFmtId")), "General"),
                fills[fill] if fill < len(fills) else None,
                fonts[font] if font < len(fonts) else False,
            )
        )
    return styles


def _number(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,9}", text) else 0


def _theme_colours(theme: etree._Element | None) -> list[str]:
    if theme is None:
        return []
    scheme = theme.find(".//{*}clrScheme")
    found: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        for colour in entry:
            found[local(entry)] = (colour.get("lastClr") or colour.get("val") or "").upper()
    return [found.get(name, "") for name in _THEME_ORDER]


def _fill(item: etree._Element, theme: list[str]) -> str | None:
    pattern = item.find("{*}patternFill")
    if pattern is None or pattern.get("patternType", "none") in ("none", "gray125", "gray0625"):
        return None
    colour = pattern.find("{*}fgColor")
    if colour is None:
        return None
    value = _colour(colour, theme)
    return value if value and value != "FFFFFF" else None


def _colour(element: etree._Element, theme: list[str]) -> str | None:
    base = (element.get("rgb") or "")[-6:].upper()
    if not base and (index := element.get("theme")) is not None:
        base = theme[_number(index)] if _number(index) < len(theme) else ""
    if not base and (index := element.get("indexed")) is not None:
        base = _INDEXED[_number(index)] if _number(index) < len(_INDEXED) else ""
    if not re.fullmatch(r"[0-9A-F]{6}", base):
        return None
    tint = element.get("tint", "0")
    return _tinted(base, float(tint)) if re.fullmatch(r"-?\d*\.?\d+(?:[eE]-?\d+)?", tint) else base


def _tinted(colour: str, tint: float) -> str:
    """A theme colour made lighter (tint > 0) or darker, as ECMA-376 18.8.19 defines it."""
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    rgb = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(part * 255):02X}" for part in rgb)
