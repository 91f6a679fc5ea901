"""What can be looked up without registering anything: an address, and a domain."""

from __future__ import annotations

from pec_desktop.domain.fields import Field, FieldKind, always

ADDRESS = (Field("lookup_address", FieldKind.MAILBOX, required=always),)

DOMAIN = (Field("lookup_domain", FieldKind.DOMAIN, required=always),)
