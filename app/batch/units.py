"""Which units and years lie in a folder: decided by what lies where and by names, never by guessing in silence.

The rule. A folder with berkas.yaml is one unit. So is a folder that lies where units lie: below the folder given, or
below a year. A folder named after a year says the year of what is below it; one below a unit is that unit in that
year. A folder of several units' folders and no documents of its own is passed through. A zip archive stands for the
folder it was packed from. What could be read in two ways is not checked, and told with what to do.
"""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from saksama.app.batch import names
from saksama.app.console import JobError
from saksama.app.folder import NOTES, readable_name, visible

_MARK_IT = f"letakkan {NOTES} di dalam folder itu bila memang satu unit"


class Unit(msgspec.Struct, frozen=True):
    """One unit, or one year of a unit, to be checked as `periksa` would check `path`.

    source: where it lies below the folder given, with forward slashes; key: the same without the year, folded, by
    which a unit is known in other years.
    """

    source: str
    path: Path
    name: str
    key: str
    tahun: int | None = None
    catatan: tuple[str, ...] = ()


class Unclear(msgspec.Struct, frozen=True):
    """A folder that is not checked because it could be meant in two ways: why, and what to do."""

    source: str
    reason: str


class Layout(msgspec.Struct, frozen=True):
    """Everything found below a folder. aside: what belongs to no unit and is not checked, as sentences."""

    units: tuple[Unit, ...]
    unclear: tuple[Unclear, ...] = ()
    aside: tuple[str, ...] = ()


class _Place(msgspec.Struct, frozen=True):
    """What lies directly in a folder: documents of its own, and folders and archives below."""

    path: Path
    files: tuple[Path, ...]
    below: tuple[Path, ...]

    @property
    def marked(self) -> bool:
        return any(path.name.casefold() == NOTES for path in self.files)


def find(top: Path) -> Layout:
    """The units below a folder, sorted by where they lie.

    Raises JobError for a folder that is one unit itself or holds none.
    """
    finder = _Finder(top)
    place = finder.look(top)
    if place.marked or (place.files and not place.below) or _all_parts(place):
        raise JobError(
            f"{top}: folder ini tampaknya satu unit, bukan kumpulan unit. Jalankan tanpa --semua, atau berikan folder "
            "di atasnya."
        )
    finder.root(place)
    layout = finder.layout()
    if not layout.units and not layout.unclear:
        raise JobError(f"{top}: tidak ada folder unit di dalamnya. Isi dengan satu folder untuk setiap unit.")
    return layout


def _name(path: Path) -> str:
    return path.stem if path.is_file() else path.name


def _all_parts(place: _Place) -> bool:
    """Whether a folder holds nothing but parts of one submission: "01-perencanaan", "LKjIP"."""
    return bool(place.below) and all(names.sort(_name(path)) == "bagian" for path in place.below)


class _Finder:
    def __init__(self, top: Path) -> None:
        self._top = top
        self._units: list[Unit] = []
        self._unclear: list[Unclear] = []
        self._aside: list[str] = []

    def layout(self) -> Layout:
        return Layout(
            tuple(sorted(self._units, key=lambda unit: unit.source)),
            tuple(sorted(self._unclear, key=lambda one: one.source)),
            tuple(self._aside),
        )

    def look(self, folder: Path) -> _Place:
        """What lies in a folder, links and our own results apart; one that can't be opened is told, and empty."""
        entries = visible(folder, self._top, self._aside)
        below = [path for path in entries if path.is_dir() or path.suffix.lower() == ".zip"]
        return _Place(folder, tuple(path for path in entries if path not in below), tuple(below))

    def root(self, place: _Place) -> None:
        """The folder that was given: units, years, or folders of them; its own name may say the year."""
        self._loose(place)
        given = names.year(place.path.resolve().name)
        for path in place.below:
            if names.year(_name(path)) is None:
                self._candidate(path, given)
            else:
                self._year_on_top(path)

    def _year_on_top(self, path: Path) -> None:
        """A year directly below the folder given: of many units, or of the one that the folder itself is."""
        year = names.year(_name(path))
        if path.is_file():
            self._refuse(path, "arsip satu tahun dapat berisi beberapa unit; ekstrak dahulu, lalu ulangi")
            return
        place = self.look(path)
        own = self._top.resolve().name
        if place.marked or (place.files and not self._holds_units(place)) or _all_parts(place):
            self._add(path, own, year)
        else:
            self._group(place, year)

    def _group(self, place: _Place, year: int | None) -> None:
        """A folder of units."""
        self._loose(place)
        if not place.below:
            self._aside.append(f"{self._source(place.path)}: folder kosong.")
        for path in place.below:
            other = names.year(_name(path))
            if other is None:
                self._candidate(path, year)
            else:
                self._refuse(path, f"folder tahun {other} di antara folder unit; pindahkan ke folder unitnya")

    def _candidate(self, path: Path, year: int | None) -> None:
        """A folder or archive that lies where units lie."""
        if path.is_file():
            self._archive(path, _name(path), year)
            return
        place = self.look(path)
        years = [below for below in place.below if names.year(_name(below)) is not None]
        if place.marked:
            self._add(path, path.name, year)
        elif years and year is None and len(years) == len(place.below) and not place.files:
            for below in years:
                self._year_of(path, below)
        elif year is None and len(years) > 1:
            listed = ", ".join(readable_name(below.name) for below in years)
            self._refuse(
                path,
                f"berisi folder tahun ({listed}) dan isi lain di sebelahnya, sehingga tahunnya dapat tercampur; "
                "pindahkan isi lain itu ke folder tahunnya (salin bila dipakai beberapa tahun)",
            )
        elif self._holds_units(place):
            self._of_several(place, year)
        elif not place.files and len(place.below) == 1 and place.below[0].is_file():
            self._archive(place.below[0], path.name, year)
        else:
            notes = [
                f"folder {readable_name(one.name)} di dalamnya ikut diperiksa sebagai bagian unit" for one in years
            ]
            self._add(path, path.name, year, notes)

    def _of_several(self, place: _Place, year: int | None) -> None:
        """A candidate in which units' folders lie: passed through where it can only be a folder of units."""
        inner = ", ".join(readable_name(path.name) for path in place.below if self._is_unit(path))
        named = names.sort(place.path.name) == "unit"
        if not place.files and not named:
            self._group(place, year)
        elif place.files and named and not any(self._is_marked(path) for path in place.below):
            self._add(place.path, place.path.name, year, [f"{inner} di dalamnya ikut sebagai bagian unit"])
        else:
            self._refuse(
                place.path,
                f"dapat berarti satu unit atau kumpulan unit ({inner}); {_MARK_IT}, atau pindahkan dokumen yang lepas "
                "ke folder unitnya",
            )

    def _year_of(self, unit: Path, below: Path) -> None:
        """A year below a unit; a year of many units where those lie in it."""
        year = names.year(_name(below))
        if below.is_dir() and (place := self.look(below)) and self._holds_units(place) and not place.files:
            self._group(place, year)
        else:
            self._add(below, unit.name, year)

    def _archive(self, path: Path, name: str, year: int | None) -> None:
        """A zip that stands for a unit's folder; refused where several years or units lie in it."""
        inside = _inside(path)
        years = sorted(filter(None, (names.year(one) for one in inside)))
        several = [one for one in inside if names.sort(one) == "unit"]
        if (years and len(inside) > 1 and year is None) or len(several) > 1:
            shown = ", ".join(several or map(str, years))
            self._refuse(
                path, f"arsip ini berisi lebih dari satu unit atau tahun ({shown}); ekstrak dahulu, lalu ulangi"
            )
            return
        within = years[0] if len(years) == 1 and len(inside) == 1 else None
        self._add(path, name, year or within)

    def _add(self, path: Path, name: str, tahun: int | None, catatan: Sequence[str] = ()) -> None:
        source = self._source(path)
        parts = [part for part in source.removesuffix(".zip").split("/") if names.year(part) is None]
        key = "/".join(parts) or readable_name(name)
        self._units.append(Unit(source, path, readable_name(name), key.casefold(), tahun, tuple(catatan)))

    def _refuse(self, path: Path, reason: str) -> None:
        self._unclear.append(Unclear(self._source(path), f"{reason}."))

    def _loose(self, place: _Place) -> None:
        for path in place.files:
            where = self._source(path)
            self._aside.append(f"{where}: tidak diperiksa karena tidak terletak di dalam folder unit.")

    def _source(self, path: Path) -> str:
        return readable_name(path.relative_to(self._top).as_posix())

    def _holds_units(self, place: _Place) -> bool:
        return any(self._is_unit(path) for path in place.below)

    def _is_unit(self, path: Path) -> bool:
        return names.sort(_name(path)) == "unit" or self._is_marked(path)

    def _is_marked(self, path: Path) -> bool:
        return path.is_dir() and (path / NOTES).is_file()


def _inside(path: Path) -> list[str]:
    """The names at the top of an archive, below the one folder that holds all; none for what can't be opened."""
    with contextlib.suppress(OSError, zipfile.BadZipFile, NotImplementedError, EOFError, ValueError):
        with zipfile.ZipFile(path) as archive:
            parts = [PurePosixPath(name.replace("\\", "/")).parts for name in archive.namelist()]
        # "./" names the archive itself.
        return _tops([one for one in parts if one])
    return []


def _tops(paths: Sequence[tuple[str, ...]]) -> list[str]:
    tops = list(dict.fromkeys(parts[0] for parts in paths if len(parts) > 1 and parts[0] != "__MACOSX"))
    files = any(len(parts) == 1 for parts in _files(paths))
    if len(tops) == 1 and not files and names.year(tops[0]) is None:
        return _tops([parts[1:] for parts in paths if parts[0] == tops[0] and len(parts) > 1])
    return [*tops, *([""] if files else [])]


def _files(paths: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Those that name files: a folder is the beginning of another path."""
    folders = {parts[:depth] for parts in paths for depth in range(1, len(parts))}
    return (parts for parts in paths if parts and parts not in folders)
