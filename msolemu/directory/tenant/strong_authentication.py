"""A second factor at sign-in: whether a user needs one, and what the user has registered for it."""

from __future__ import annotations

from datetime import datetime

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Requirement:
    """That a user needs a second factor: `state` is Enabled or Enforced, `relying_party` a star for all."""

    relying_party: str = "*"
    state: str = "Enabled"
    remember_devices_not_issued_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A way to prove it: OneWaySMS, TwoWayVoiceMobile, PhoneAppNotification, PhoneAppOTP ..."""

    method_type: str
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class PhoneApp:
    """An app on a phone that gives codes and takes notifications; `notified_by`: APNS, GCM ..."""

    device_name: str
    version: str
    notified_by: str


@dataclass(frozen=True, slots=True)
class UserDetails:
    """Where a user is reached for it."""

    phone_number: str | None = None
    alternative_phone_number: str | None = None
    email: str | None = None
