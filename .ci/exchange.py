#!/usr/bin/env python3
"""Licenses to and fro between gov-license and SD-JWT and JOSE libraries of others:
PyPI sd-jwt and jwcrypto, npm jose.

* Ours is verified by theirs: a license by all three, a presentation with its key
  binding by sd-jwt and jose.
* Theirs is read and verified by ours: a license that the issuer of sd-jwt wrote,
  and a presentation that its holder made.

Every direction must also refuse what was changed on the way. Exits non-zero on
the first thing that does not hold.

    .ci/exchange.py [work folder]      run from the repository's root
"""

import base64
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import venv

PACKAGES = ["sd-jwt==0.10.4", "jwcrypto==1.6.1"]
JOSE = "jose@6.2.17"
AUDIENCE, NONCE = "https://window.example.cn", "n-0S6_WzA2Mj"
ISSUED = datetime.datetime.fromisoformat("2026-06-01T10:00:00+08:00")
DATA = pathlib.Path("gov-license/tests/data")

# What a license of this profile says; those under DISCLOSABLE are hidden behind digests.
CLEAR = {
    "vct": "urn:oid:1.2.156.3005.2:11640200PDY00001XK001",
    "jti": "1.2.156.3005.2.11640200PDY00001XK001.11640200PDY00001XK.2026000001.001.4",
    "iss": "001:11640200PDY00001XK",
    "CertificateName": "食品经营许可证",
    "CertificateTypeCode": "11640200PDY00001XK001",
    "CertificateNumber": "JY26402000000001",
    "CertificateIdentifier": "1.2.156.3005.2.11640200PDY00001XK001.11640200PDY00001XK.2026000001.001.4",
    "CertificateIssuingAuthorityName": "样例市审批服务管理局",
    "CertificateIssuingAuthorityCode": "11640200PDY00001XK",
    "CertificateIssuedDate": "2026-01-05",
    "CertificateEffectiveDate": "2026-01-05",
    "CertificateExpiringDate": "2026-12-31",
}
# The official specimen of the standard, not a person.
DISCLOSABLE = {
    "sub": "111:11010519491231002X",
    "CertificateHolderCode": "11010519491231002X",
    "CertificateHolderType": "111",
    "CertificateHolderName": "样例人",
}
FACE = {"经营者名称": "样例小吃店", "经营项目": "热食类食品制售"}


def seconds(day, hours=0):
    """The moment a day begins in China, in Unix time."""
    china = datetime.timezone(datetime.timedelta(hours=8))
    begin = datetime.datetime.fromisoformat(day).replace(tzinfo=china)
    return int(begin.timestamp()) + hours * 3600


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def main(work):
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from jwcrypto import jwk, jws
    import sd_jwt.holder
    import sd_jwt.verifier
    from sd_jwt.common import SDObj
    from sd_jwt.issuer import SDJWTIssuer

    # Its doors for key bindings take no algorithm and no clock; these are its own knobs.
    sd_jwt.verifier.DEFAULT_SIGNING_ALG = "EdDSA"
    sd_jwt.holder.time = lambda: ISSUED.timestamp()

    build = ["cargo", "build", "--quiet", "--locked", "-p", "gov-license", "--example", "exchange"]
    subprocess.run(build, check=True)
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", "target"))
    program = target / "debug" / "examples" / "exchange"
    subprocess.run([program, "write", work], check=True)

    def key_of(seed):
        """The key of a test, as a JWK with its private half."""
        public = Ed25519PrivateKey.from_private_bytes(seed).public_key()
        x = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
        return jwk.JWK(kty="OKP", crv="Ed25519", d=base64url(seed), x=base64url(x))

    def key_of_leaf(issuer, header):
        """What a verifier of sd-jwt asks for: the key of the certificate in the header."""
        assert issuer == CLEAR["iss"] and header["typ"] == "dc+sd-jwt", header
        leaf = x509.load_der_x509_certificate(base64.b64decode(header["x5c"][0]))
        x = leaf.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return jwk.JWK(kty="OKP", crv="Ed25519", x=base64url(x))

    def by_sd_jwt(text, bound):
        asked = {"expected_aud": AUDIENCE, "expected_nonce": NONCE} if bound else {}
        verifier = sd_jwt.verifier.SDJWTVerifier(text, key_of_leaf, **asked)
        # Theirs passes over a disclosure that no digest refers to; the RFC does not.
        claims = verifier.get_verified_payload()
        used = set(verifier._duplicate_hash_check)
        assert set(verifier._hash_to_disclosure) <= used, "a disclosure nobody signed"
        return claims

    def by_jwcrypto(text, _):
        token = jws.JWS()
        token.deserialize(text.split("~")[0])
        token.verify(key_of_leaf(CLEAR["iss"], token.jose_header), alg="EdDSA")
        return json.loads(token.payload)

    def ours_reads(text, bound):
        file = work / "theirs.sd-jwt"
        file.write_text(text)
        asked = [AUDIENCE, NONCE] if bound else []
        run = subprocess.run([program, "read", work / "root.der", file, *asked], capture_output=True, text=True)
        assert run.returncode in (0, 1), run.stderr  # A panic is no refusal.
        if run.returncode:
            raise ValueError(run.stderr.strip())
        return dict(line.split("=", 1) for line in run.stdout.splitlines())

    def refuses_changes(reader, text, bound, places):
        """Every change of one character must be refused: those of base64url by its neighbor."""
        refused = 0
        for place in places:
            other = {"A": "B", "~": ".", ".": "~"}.get(text[place], "A")
            changed = text[:place] + other + text[place + 1 :]
            try:
                reader(changed, bound)
            except Exception:  # Whatever theirs raises is a refusal.
                refused += 1
            else:
                sys.exit(f"{reader.__name__} accepts a change at {place}: this check cannot fail")
        return refused

    def spread(text, count):
        """Places all over the text, and all around the seams of its pieces.

        The last character of a piece holds bits that lax readers do not look at."""
        seams = [place for place, character in enumerate(text) if character in ".~"]
        last = {place - 1 for place in seams} | {len(text) - 1} | set(seams)
        step = max(1, len(text) // count)
        around = {place + 1 for place in seams} | {place - 2 for place in seams}
        return sorted({p for p in {*range(0, len(text), step), *around} - last if 0 <= p < len(text)})

    # 1. Ours, verified by theirs.
    license_text, shown_text = ((work / f"{name}.sd-jwt").read_text() for name in ("license", "shown"))
    claims = by_sd_jwt(license_text, False)
    for name, value in (CLEAR | DISCLOSABLE).items():
        assert claims[name] == value, name
    assert claims["face"] == FACE, claims["face"]
    shown = by_sd_jwt(shown_text, True)
    assert "sub" not in shown and shown["CertificateHolderName"] == DISCLOSABLE["CertificateHolderName"]
    assert shown["face"] == {"经营项目": FACE["经营项目"]}, shown["face"]
    clear = by_jwcrypto(license_text, False)
    assert all(clear[name] == value for name, value in CLEAR.items()) and "sub" not in clear
    jws_end = license_text.index("~")
    counts = [
        refuses_changes(by_sd_jwt, license_text, False, spread(license_text, 150)),
        refuses_changes(by_sd_jwt, shown_text, True, spread(shown_text, 150)),
        refuses_changes(by_jwcrypto, license_text, False, spread(license_text[:jws_end], 150)),
    ]
    print(f"sd-jwt and jwcrypto verify ours, and refuse it changed in {sum(counts)} places")

    # 2. Theirs, read and verified by ours.
    def issue(claims, **more):
        header = {"typ": "dc+sd-jwt", "x5c": [base64.b64encode((DATA / name).read_bytes()).decode()
                                             for name in ("leaf.der", "intermediate.der")]}
        issued = SDJWTIssuer(claims, key_of(bytes([3] * 32)), sign_alg="EdDSA", add_decoy_claims=True,
                             extra_header_parameters=header, **more)
        return issued.sd_jwt_issuance

    hidden = lambda claims: {SDObj(name): value for name, value in claims.items()}
    times = {"iat": int(ISSUED.timestamp()), "nbf": seconds("2026-01-05"), "exp": seconds("2026-12-31", 24)}
    full = CLEAR | times | hidden(DISCLOSABLE) | {"face": hidden(FACE)}
    said = {"CertificateIdentifier": CLEAR["jti"], "CertificateName": CLEAR["CertificateName"],
            "CertificateNumber": CLEAR["CertificateNumber"], "sub": DISCLOSABLE["sub"],
            "CertificateHolderName": DISCLOSABLE["CertificateHolderName"]}
    theirs = issue(full)
    read = ours_reads(theirs, False)
    assert read == said | {f"face.{name}": value for name, value in FACE.items()}, read

    phone = key_of(bytes([5] * 32))
    holder = sd_jwt.holder.SDJWTHolder(issue(full, holder_key=phone))
    chosen = {"CertificateHolderName": True, "face": {"经营项目": True}}
    holder.create_presentation(chosen, NONCE, AUDIENCE, phone, "EdDSA")
    presented = holder.sd_jwt_presentation
    read = ours_reads(presented, True)
    without = {name: value for name, value in said.items() if name != "sub"}
    assert read == without | {"face.经营项目": FACE["经营项目"]}, read

    # The last character of each piece too: ours knows only one form of base64url.
    every = lambda text: range(0, len(text), max(1, len(text) // 150))
    ends = lambda text: [p for p, c in enumerate(text[1:]) if c in ".~" or text[p + 1] in ".~"]
    refused = sum(refuses_changes(ours_reads, text, bound, sorted({*every(text), *spread(text, 1), *ends(text)}))
                  for text, bound in ((theirs, False), (presented, True)))
    for fault, changed in {
        "iss is not the issuer in the identifier": full | {"iss": "001:11640200PDY000028K"},
        "exp is not the end of the expiring date": full | {"exp": seconds("2026-12-31", 25)},
        "CertificateNumber is missing": {name: value for name, value in full.items() if name != "CertificateNumber"},
        "not valid after 2026-05-31": full | {"CertificateExpiringDate": "2026-05-31", "exp": seconds("2026-05-31", 24)},
    }.items():
        try:
            ours_reads(issue(changed), False)
        except ValueError as error:
            assert fault in str(error), error
        else:
            sys.exit(f"ours accepts a license of sd-jwt although {fault}")
    print(f"ours verifies those of sd-jwt, and refuses them changed in {refused} places, and 4 faulty ones")

    # 3. Ours, verified by npm jose.
    npm = ["npm", "install", "--prefix", work, "--ignore-scripts", "--no-audit", "--no-fund", "--silent", JOSE]
    if not (work / "node_modules" / "jose").exists():
        subprocess.run(npm, check=True)
    shutil.copy(".ci/exchange.mjs", work)
    subprocess.run(["node", work / "exchange.mjs", work, AUDIENCE, NONCE, ISSUED.isoformat()], check=True)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "target/ci/exchange").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import sd_jwt  # noqa: F401
    except ImportError:
        python = folder / "venv" / "bin" / "python"
        if not python.exists():
            venv.create(folder / "venv", with_pip=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(pip, check=True)
        sys.exit(subprocess.run([python, __file__, folder]).returncode)
    main(folder)
