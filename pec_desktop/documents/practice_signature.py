"""A signature for practising: what the office's signing program does, with a key of the moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

NAME = "Firma di prova"


def signed(content: bytes, at: float) -> bytes:
    """Return `content` in a signed envelope (CMS, DER), signed at `at` (Unix seconds) by nobody.

    The key is made for this one signature and forgotten. Worker thread.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
    from cryptography.x509.oid import NameOID

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.fromtimestamp(at, UTC)
    nobody = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(nobody)
        .issuer_name(nobody)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, SHA256())
    )
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content)
    builder = builder.add_signer(certificate, key, SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary])
