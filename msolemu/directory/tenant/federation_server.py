"""A federation server (AD FS) on-premises, as far as the cloud sees it: the settings that it has for a domain.

A lab has none that runs: its addresses follow from its name as setup makes them, and its certificate is a stand-in that
is always the same for the same server.
"""

from __future__ import annotations

import base64
import hashlib

from msolemu.directory.tenant.domain import FederationSettings

CERTIFICATE_ROUNDS = 12


def server_settings(server: str, domain: str, *, several: bool = False) -> FederationSettings:
    """What a server tells the cloud of a domain; with `several` domains each has an issuer of its own."""
    issuer = f"http://{domain}/adfs/services/trust/" if several else f"http://{server}/adfs/services/trust"
    return FederationSettings(
        active_log_on_uri=f"https://{server}/adfs/services/trust/2005/usernamemixed",
        federation_brand_name=server,
        issuer_uri=issuer,
        log_off_uri=f"https://{server}/adfs/ls/",
        metadata_exchange_uri=f"https://{server}/adfs/services/trust/mex",
        passive_log_on_uri=f"https://{server}/adfs/ls/",
        preferred_authentication_protocol="WsFed",
        signing_certificate=certificate(server),
    )


def certificate(server: str) -> str:
    """The stand-in for a server's certificate, as Base64."""
    digests = (hashlib.sha256(f"{server}:{number}".encode()).digest() for number in range(CERTIFICATE_ROUNDS))
    return base64.b64encode(b"0\x82\x02\x9a" + b"".join(digests)).decode("ascii")
