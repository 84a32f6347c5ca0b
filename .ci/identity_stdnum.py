#!/usr/bin/env python3
"""Compares gov-identity with PyPI python-stdnum over the vectors and over a set
of made-up numbers that is the same on every run.

Where the two disagree, the disagreement must stand in KNOWN below, with the
reason why ours is right, and its condition must hold. Exits non-zero on any
other disagreement, and when a known one no longer occurs: the table stays true.

    .ci/identity_stdnum.py [work folder]      run from the repository's root
"""

import collections
import pathlib
import random
import subprocess
import sys
import venv

STDNUM = "python-stdnum==2.2"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PROVINCES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split()

# (kind, our verdict, theirs): condition on the number, reason why ours is right.
KNOWN = {
    ("resident", "ok", "InvalidComponent"): (
        lambda number: calendar_has(number),
        "theirs asks that the county stood in its table in the year of birth; numbers are given at registration, "
        "and the standard's own sample 440524188001010014 would fail",
    ),
    ("resident", "ok", "KeyError"): (
        lambda number: calendar_has(number),
        "theirs raises on a county it does not know, such as that of the standard's worked example 34052419800101001X",
    ),
    ("resident", "date-range", "ok"): (
        lambda number: not 1800 <= int(compact(number)[6:10]) <= 2199,
        "nobody with a number was born before 1800 or will be after 2199",
    ),
    ("resident", "character", "ok"): (
        lambda number: compact(number) != number or not number.isascii(),
        "theirs repairs lower case and full-width digits; ours does so through parse_lenient, and says so",
    ),
    ("resident", "length", "ok"): (
        lambda number: compact(number) != number,
        "theirs drops blanks; ours does so through parse_lenient, and says so",
    ),
    ("credit", "ok", "InvalidFormat"): (
        lambda number: not number[:2].isdigit(),
        "theirs knows no authorities and categories with letters (A, G, J, N, Q, Y); GB 32100 with XG1-2016 has them",
    ),
    ("credit", "organization-check", "ok"): (
        lambda number: organization_check(number[8:16]) != number[16],
        "theirs does not test the check character of the organization code inside, GB 11714",
    ),
    ("credit", "division", "ok"): (
        lambda number: number[2:4] not in PROVINCES and number[2:8] != "100000",
        "theirs does not test the province; by ours fewer citizen numbers pass as credit codes",
    ),
    ("credit", "character", "ok"): (
        lambda number: compact(number) != number or number[16] not in "0123456789X",
        "theirs repairs lower case, and allows at position 17 what no organization code ends with",
    ),
    ("credit", "length", "ok"): (
        lambda number: compact(number) != number,
        "theirs drops blanks and hyphens; ours is strict and repairs by name",
    ),
}


def compact(number):
    return number.replace(" ", "").replace("-", "").upper().strip()


def calendar_has(number):
    import datetime

    try:
        datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return True


def organization_check(body):
    total = sum(BASE36.index(c) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2)))
    return {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))


def mod_31(body):
    return ALPHABET[-sum(ALPHABET.index(c) * 3**i for i, c in enumerate(body)) % 31]


def mod_11_2(body):
    return "10X98765432"[sum(int(c) * 2 ** (17 - i) for i, c in enumerate(body)) % 11]


def made_up():
    """Numbers of nobody: births before 1870 or the sequence 000; bodies of the range PDY."""
    chance = random.Random(11643)
    digits = lambda count: "".join(chance.choice("0123456789") for _ in range(count))
    spoil = lambda text: replaced(text, chance.randrange(len(text)), chance.choice(ALPHABET + "IOSVZ -xx"))
    places = PROVINCES + ["00", "10", "83", "88", "99"]
    for _ in range(6000):
        place = chance.choice(places) + chance.choice(["0000", "0100", "0101", "0102", "0105", "0199", "0524", digits(4)])
        if chance.random() < 0.5:
            born = chance.randrange(1780, 1870)
            sequence = digits(3)
        else:
            born = chance.choice([1, 1799, 1950, 1983, 1990, 2000, 2024, 2199, 2200, 2999])
            sequence = "000"
        body = f"{place}{born:04}{chance.randrange(0, 14):02}{chance.randrange(0, 33):02}{sequence}"
        number = body + mod_11_2(body)
        yield from (number, number.lower(), number[:6] + " " + number[6:], spoil(number))
        yield number[:17] + chance.choice("0123456789X")
    for _ in range(4000):
        nationality = chance.choice(["010", "074", "334", "000", "999"])
        body = f"9{chance.choice(places)}{nationality}{chance.randrange(1800, 2000)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}{digits(3)}"
        yield body + mod_11_2(body)
        yield body + chance.choice("0123456789X")
    for _ in range(6000):
        pair = chance.choice(ALPHABET) + chance.choice("123456789")
        subject = f"PDY{digits(5)}"
        own = organization_check(subject) if chance.random() < 0.7 else chance.choice(ALPHABET)
        body = pair + chance.choice(places) + digits(4) + subject + own
        code = body + mod_31(body)
        yield from (code, code.lower(), code[:8] + "-" + code[8:], spoil(code))
        yield body + chance.choice(ALPHABET)
    for _ in range(4000):
        yield chance.choice(places) + digits(4) + chance.choice("0123456789") + "99" + digits(6)


def replaced(text, place, character):
    return text[:place] + character + text[place + 1 :]


def theirs(module, number):
    try:
        module.validate(number)
    except Exception as error:  # KeyError is one of their verdicts.
        return type(error).__name__
    return "ok"


def compare():
    from stdnum.cn import ric, uscc
    from stdnum.iso7064 import mod_11_2 as iso_11_2, mod_11_10 as iso_11_10

    lines = pathlib.Path("gov-identity/tests/data/identity_vectors.tsv").read_text("utf-8").splitlines()[1:]
    vectors = [line.split("\t")[1].replace("\\n", "\n") for line in lines]
    numbers = list(dict.fromkeys(vectors + list(made_up())))
    driver = subprocess.run(
        ["cargo", "run", "--quiet", "--locked", "-p", "gov-identity", "--example", "verdicts"],
        input="".join(number.replace("\n", "\\n") + "\n" for number in numbers).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    answers = driver.stdout.decode().splitlines()
    assert len(answers) == len(numbers), (len(answers), len(numbers))

    agreed, known, unknown = collections.Counter(), collections.Counter(), []
    for number, answer in zip(numbers, answers):
        ours = dict(part.split("=", 1) for part in answer.split("\t"))
        for kind, module in (("resident", ric), ("credit", uscc)):
            mine, other = ours[kind].split("@")[0].split(":")[0], theirs(module, number)
            if (mine == "ok") == (other == "ok"):
                agreed[kind, mine == "ok"] += 1
                if kind == "resident" and mine == "ok":
                    born = ric.get_birth_date(number).isoformat()
                    sex = "Male" if int(number[16]) % 2 else "Female"
                    if ours[kind] != f"ok:{born}:{sex}":
                        unknown.append((kind, ours[kind], f"ok:{born}:{sex}", number))
                continue
            condition, _ = KNOWN.get((kind, mine, other), (None, None))
            if condition and condition(number):
                known[kind, mine, other] += 1
            else:
                unknown.append((kind, ours[kind], other, number))
        # Where only the check is left to be judged, ISO 7064 judges alone.
        for kind, iso in (("resident", iso_11_2), ("foreign", iso_11_2), ("registration", iso_11_10)):
            mine = ours[kind].split("@")[0].split(":")[0]
            if mine in ("ok", "check-character"):
                other = "ok" if iso.is_valid(number) else "check-character"
                if mine == other:
                    agreed[f"check of {kind}", mine == "ok"] += 1
                else:
                    unknown.append((f"check of {kind}", mine, other, number))

    print(f"{len(numbers)} numbers against {STDNUM}")
    for (kind, right), count in sorted(agreed.items()):
        print(f"  agreed   {count:6}  {kind}: both {'accept' if right else 'refuse'}")
    for key, (_, reason) in KNOWN.items():
        print(f"  known    {known[key]:6}  {key[0]}: ours {key[1]}, theirs {key[2]}: {reason}")
    for kind, mine, other, number in unknown[:20]:
        print(f"  UNKNOWN          {kind}: ours {mine}, theirs {other}: {number!r} (made up)")
    stale = [key for key in KNOWN if not known[key]]
    for key in stale:
        print(f"  STALE            {key} occurs no longer")
    if unknown or stale:
        sys.exit(f"{len(unknown)} unknown disagreements, {len(stale)} stale entries")


if __name__ == "__main__":
    try:
        import stdnum  # noqa: F401
    except ImportError:
        work = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "target/ci") / "venv-stdnum"
        if not (work / "bin" / "python").exists():
            venv.create(work, with_pip=True)
        pip = [work / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", STDNUM]
        subprocess.run(pip, check=True)
        sys.exit(subprocess.run([work / "bin" / "python", __file__]).returncode)
    compare()
