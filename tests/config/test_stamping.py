"""What cannot be stamped is told."""

import pytest

from codora.config.stamping import stamp
from codora.core.files import ContentError
from tests.small_content import write


@pytest.mark.parametrize("key", ["titel", "lead"])
def test_a_key_that_is_not_translated_is_no_silent_success(tmp_path, key):
    write(tmp_path / "text.en.yaml", "title: A walk\nlead: Go.")
    write(tmp_path / "text.de.yaml", "review: draft\ntitle: Ein Weg")
    with pytest.raises(ContentError, match=rf"text\.de\.yaml: {key}: there is no such text"):
        stamp(tmp_path / "text.de.yaml", [key])
    assert "from:" not in (tmp_path / "text.de.yaml").read_text()
