"""For all tests: the user's own data folder is an empty one, so that what a developer imported changes no verdict."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    patch = pytest.MonkeyPatch()
    patch.setenv("SAKSAMA_DATA", str(tmp_path_factory.mktemp("data")))
