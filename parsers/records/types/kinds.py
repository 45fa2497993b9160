"""All kinds of record: as one union, and by the name of the kind."""

from __future__ import annotations

from saksama.parsers.records.types.base import Isi
from saksama.parsers.records.types.evaluation import (
    Bukti,
    EKinerja,
    HasilEvaluasi,
    LembarKerjaEvaluasi,
    Notulen,
    TindakLanjut,
)
from saksama.parsers.records.types.planning import (
    DPA,
    IKU,
    Cascading,
    Pedoman,
    PerjanjianKinerja,
    RencanaAksi,
    Renja,
    Renstra,
)
from saksama.parsers.records.types.reporting import (
    LaporanKinerja,
    PengukuranKinerja,
)

AnyIsi = (
    PerjanjianKinerja
    | RencanaAksi
    | PengukuranKinerja
    | LaporanKinerja
    | Renstra
    | IKU
    | HasilEvaluasi
    | TindakLanjut
    | Notulen
    | LembarKerjaEvaluasi
    | Pedoman
    | Cascading
    | Renja
    | DPA
    | EKinerja
    | Bukti
)
ISI: dict[str, type[Isi]] = {
    cls.JENIS: cls
    for cls in (
        PerjanjianKinerja,
        RencanaAksi,
        PengukuranKinerja,
        LaporanKinerja,
        Renstra,
        IKU,
        HasilEvaluasi,
        TindakLanjut,
        Notulen,
        LembarKerjaEvaluasi,
        Pedoman,
        Cascading,
        Renja,
        DPA,
        EKinerja,
        Bukti,
    )
}
