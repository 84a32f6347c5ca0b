#!/usr/bin/env python3
"""Licenses under SM2, to and fro between gov-license and OpenSSL.

* A chain that OpenSSL made, and a license that OpenSSL signed under it, are
  verified by ours.
* A license that ours signed is verified by OpenSSL, and its SM3 digests are those
  of OpenSSL.

Every direction must also refuse what was changed or made under another
identifier. Exits non-zero on the first thing that does not hold.

    .ci/sm2_openssl.py [work folder]      run from the repository's root
"""

import base64
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys

IDENTIFIER = "distid:1234567812345678"
BUREAU = "/C=CN/CN=样例市审批服务管理局/organizationIdentifier=NTRCN-11640200PDY00001XK"
CONFIGURATION = """
[req]
distinguished_name = name
string_mask = utf8only
utf8 = yes
[name]
[root]
basicConstraints = critical, CA:TRUE, pathlen:1
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[intermediate]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
extendedKeyUsage = 2.999.36903.1
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
"""


def main(work):
    work.mkdir(parents=True, exist_ok=True)
    (work / "ca.cnf").write_text(CONFIGURATION)

    def openssl(*arguments, check=True):
        return subprocess.run(["openssl", *arguments], cwd=work, check=check, capture_output=True)

    def certify(name, subject, issuer, identifier=IDENTIFIER):
        """A certificate for the key of this name, from the issuer of that name."""
        request = ["req", "-new", "-key", f"{name}.key", "-sm3", "-sigopt", IDENTIFIER]
        openssl(*request, "-config", "ca.cnf", "-utf8", "-subj", subject, "-out", f"{name}.csr")
        sign = ["x509", "-req", "-in", f"{name}.csr", "-vfyopt", IDENTIFIER, "-sm3", "-extfile", "ca.cnf"]
        sign += ["-extensions", name, "-days", "700", "-out", f"{name}.crt"]
        sign += ["-sigopt", identifier] if identifier else []
        signer = ["-CA", f"{issuer}.crt", "-CAkey", f"{issuer}.key", "-CAcreateserial"]
        openssl(*sign, *(signer if issuer != name else ["-signkey", f"{name}.key"]))
        openssl("x509", "-in", f"{name}.crt", "-outform", "DER", "-out", f"{name}.der")

    for name in ("root", "intermediate", "leaf"):
        curve = ["-pkeyopt", "ec_paramgen_curve:SM2", "-pkeyopt", "ec_param_enc:named_curve"]
        openssl("genpkey", "-algorithm", "EC", *curve, "-out", f"{name}.key")
    certify("root", "/C=CN/CN=样例根", "root")
    certify("intermediate", "/C=CN/CN=样例政务证书机构", "root")
    certify("leaf", BUREAU, "intermediate")
    # Link by link: `-vfyopt` reaches only the certificate named last.
    for below, above in (("leaf", "intermediate"), ("intermediate", "root")):
        openssl("verify", "-vfyopt", IDENTIFIER, "-partial_chain", "-trusted", f"{above}.crt", f"{below}.crt")

    # The secret number: 32 bytes behind the head of RFC 5915's first two members.
    private = openssl("pkey", "-in", "leaf.key", "-outform", "DER").stdout
    head = bytes.fromhex("0201010420")
    (work / "secret").write_bytes(private[private.index(head) + len(head) :][:32])
    openssl("pkey", "-in", "leaf.key", "-pubout", "-out", "leaf.pub")

    build = ["cargo", "build", "--quiet", "--locked", "-p", "gov-license", "--features", "sm", "--example", "sm2"]
    subprocess.run(build, check=True)
    program = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", "target")) / "debug" / "examples" / "sm2"
    china = datetime.timezone(datetime.timedelta(hours=8))
    # A little later, since some of the certificates are still to be made.
    moment = (datetime.datetime.now(china) + datetime.timedelta(hours=1)).isoformat(timespec="seconds")
    subprocess.run([program, "issue", work, moment], check=True)

    def ours_reads(file):
        """What ours says against the license, or nothing."""
        run = subprocess.run([program, "read", work / "root.der", work / file, moment], capture_output=True, text=True)
        assert run.returncode in (0, 1), run.stderr  # A panic is no refusal.
        assert (run.stdout == "SM2-SM3: 食品经营许可证\n") == (run.returncode == 0), run.stdout
        return run.stderr.strip()

    # 1. Theirs, verified by ours.
    for name in ("openssl", "own"):
        assert ours_reads(f"{name}.sd-jwt") == "", name
    text = (work / "openssl.sd-jwt").read_text()
    refused = 0
    for place in range(0, len(text), 61):
        other = {"A": "B", "~": ".", ".": "~"}.get(text[place], "A")
        (work / "changed.sd-jwt").write_text(text[:place] + other + text[place + 1 :])
        assert ours_reads("changed.sd-jwt"), f"ours accepts a change at {place}"
        refused += 1
    shutil.copy(work / "intermediate.der", work / "intermediate.good")
    # What OpenSSL 3.0 does unless told the identifier, and what another one gives.
    for identifier in (None, "distid:1234567812345679"):
        certify("intermediate", "/C=CN/CN=样例政务证书机构", "root", identifier)
        subprocess.run([program, "issue", work, moment], check=True)
        said = ours_reads("openssl.sd-jwt")
        assert said == "chain: certificate 2: the next did not sign it", said
    shutil.copy(work / "intermediate.good", work / "intermediate.der")
    subprocess.run([program, "issue", work, moment], check=True)
    print(f"ours verifies a license and a chain of OpenSSL, and refuses it changed in {refused} places")

    # 2. Ours, verified by theirs.
    token, *disclosures, end = (work / "own.sd-jwt").read_text().split("~")
    unbase64 = lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    signed, signature = token.rsplit(".", 1)
    raw = unbase64(signature)

    def integer(number):
        number = number.lstrip(b"\0")
        number = b"\0" * (number[0] >= 0x80) + number
        return bytes([2, len(number)]) + number

    def theirs_accepts(message, raw, identifier=IDENTIFIER):
        (work / "message").write_bytes(message)
        numbers = integer(raw[:32]) + integer(raw[32:])
        (work / "signature").write_bytes(bytes([0x30, len(numbers)]) + numbers)
        verify = ["dgst", "-sm3", "-sigopt", identifier, "-verify", "leaf.pub", "-signature", "signature", "message"]
        return openssl(*verify, check=False).stdout == b"Verified OK\n"

    assert theirs_accepts(signed.encode(), raw)
    assert not theirs_accepts(signed.encode(), raw, "distid:1234567812345679")
    flipped = lambda data, place: data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
    for place in range(0, 64, 7):
        assert not theirs_accepts(signed.encode(), flipped(raw, place)), place
    for place in range(0, len(signed), 97):
        assert not theirs_accepts(flipped(signed.encode(), place), raw), place

    claims = json.loads(unbase64(signed.split(".")[1]))
    assert end == "" and claims["_sd_alg"] == "sm3" and len(disclosures) == 5
    known = claims["_sd"] + claims["face"]["_sd"]
    for disclosure in disclosures:
        (work / "message").write_text(disclosure)
        digest = openssl("dgst", "-sm3", "-binary", "message").stdout
        assert known.count(base64.urlsafe_b64encode(digest).rstrip(b"=").decode()) == 1, "another digest"
    print("OpenSSL verifies a license of ours, refuses it changed, and digests as ours does")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "target/ci/sm2-openssl").absolute())
