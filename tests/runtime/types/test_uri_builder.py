"""System.UriBuilder."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$b = [UriBuilder]'http://h:8080/p?q=1'; $b.Path = 'a/b'; $b.Query = 'z=2'; $b.Fragment = 'f'; "
            "$b.Uri.AbsoluteUri; $b.Port",
            "String http://h:8080/a/b?z=2#f | Int32 8080",
        ),
        (
            "[UriBuilder]::new('https', 'contoso.com', 443, 'x').ToString(); "
            "[UriBuilder]::new('https', 'contoso.com').ToString()",
            "String https://contoso.com:443/x | String https://contoso.com/",
        ),
        (
            "$b = [UriBuilder]::new(); $b.UserName = 'ann'; $b.Password = 'p'; $b.ToString(); "
            "[UriBuilder]::new('contoso.com/a').Uri.AbsoluteUri",
            "String http://ann:p@localhost/ | String http://contoso.com/a",
        ),
        (
            "[UriBuilder]::new('http', 'h', 80, '/p', '?q#f').Query; "
            "[UriBuilder]::new('http', 'h', 80, 'p', '#f').Fragment",
            "String ?q | String #f",
        ),
    ],
)
def test_an_address_is_put_together(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given
