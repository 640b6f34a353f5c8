"""A domain of a tenant."""

from __future__ import annotations

import enum

from msolemu.foundation.dataclass import dataclass

CAPABILITIES = ("Email", "OfficeCommunicationsOnline")
"""What a domain is used for once it is verified, as the portal's setup leaves it; no cmdlet changes it."""


class VerificationMethod(enum.Enum):
    """How the tenant shows that a domain is its own; the names are those that the service prints."""

    NONE = "None"
    DNS_RECORD = "DnsRecord"
    EMAIL = "Email"


@dataclass(frozen=True, slots=True)
class FederationSettings:
    """Where users of a federated domain sign in, and how the tokens from there are checked."""

    active_log_on_uri: str | None = None
    default_interactive_authentication_method: str | None = None
    federation_brand_name: str | None = None
    issuer_uri: str | None = None
    log_off_uri: str | None = None
    metadata_exchange_uri: str | None = None
    next_signing_certificate: str | None = None
    open_id_connect_discovery_endpoint: str | None = None
    passive_log_on_uri: str | None = None
    preferred_authentication_protocol: str | None = None
    prompt_login_behavior: str | None = None
    signing_certificate: str | None = None
    signing_certificate_update_status: str | None = None
    supports_mfa: bool | None = None


@dataclass(frozen=True, slots=True)
class Domain:
    """A name that user principal names may end with once it is verified.

    Users of a federated one sign in elsewhere. The days of the password policy are those of the service where they are
    None: a password is good for 90 days, and 14 days before its end the user is told. `root` is the verified domain
    that a subdomain belongs to. `verification_code` stands in the record that proves ownership; whoever asked for the
    record (`record_given`) is taken to have published it, for a lab has no name servers.
    """

    name: str
    is_initial: bool = False
    is_default: bool = False
    is_verified: bool = True
    is_federated: bool = False
    password_validity_days: int | None = None
    password_notification_days: int | None = None
    root: str | None = None
    verification_method: VerificationMethod = VerificationMethod.DNS_RECORD
    verification_code: int | None = None
    record_given: bool = False
    federation: FederationSettings | None = None

    @property
    def capabilities(self) -> tuple[str, ...]:
        """What it is used for."""
        return CAPABILITIES if self.is_verified else ()
