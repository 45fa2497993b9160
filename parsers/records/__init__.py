"""One module per kind of record of the field (perjanjian kinerja, rencana aksi, ...)."""
