"""For all tests: the user's own folders are empty ones, so that nothing a developer keeps there changes a verdict."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    patch = pytest.MonkeyPatch()
    patch.setenv("SAKSAMA_DATA", str(tmp_path_factory.mktemp("data")))
    patch.setenv("SAKSAMA_TEMBOLOK", str(tmp_path_factory.mktemp("tembolok")))
