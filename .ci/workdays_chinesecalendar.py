#!/usr/bin/env python3
"""Compares the national calendar of gov-workflow with PyPI chinesecalendar: every day that
both cover, and the twentieth working day after each of them.

Where the two disagree on a day, it must stand in KNOWN below, with the reason why ours is
right. Exits non-zero on any other disagreement, and when a known one no longer occurs: the
table stays true.

    .ci/workdays_chinesecalendar.py [work folder]      run from the repository's root
"""

import datetime
import pathlib
import subprocess
import sys
import venv

PEER = "chinesecalendar==1.11.0"

# Day: (ours, reason why ours is right).
KNOWN = {}


def compare():
    import chinese_calendar

    rows = subprocess.run(
        ["cargo", "run", "--quiet", "--locked", "-p", "gov-workflow", "--features", "china-calendar",
         "--example", "days"],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout.splitlines()
    ours = {}
    for row in rows:
        day, mark, due = row.split()
        day = datetime.date.fromisoformat(day)
        ours[day] = (mark, None if due == "-" else datetime.date.fromisoformat(due))

    theirs = {day: "work" if chinese_calendar.is_workday(day) else "off" for day in ours}
    unlike = sorted(day for day in ours if ours[day][0] != theirs[day])
    unknown = [day for day in unlike if KNOWN.get(day, (None,))[0] != ours[day][0]]
    stale = sorted(set(KNOWN) - set(unlike))

    # Counted along their days, with ours only where the two are known to disagree.
    works = sorted(day for day in ours if (ours[day][0] if day in KNOWN else theirs[day]) == "work")
    late = []
    place = 0
    for day in sorted(ours):
        while place < len(works) and works[place] <= day:
            place += 1
        due = works[place + 19] if place + 19 < len(works) else None
        if due != ours[day][1]:
            late.append((day, ours[day][1], due))

    first, last = min(ours), max(ours)
    print(f"{len(ours)} days from {first} to {last} against {PEER}")
    print(f"  agreed   {len(ours) - len(unlike):6}  days, {len(ours) - len(late)} limits of twenty working days")
    for day in unlike:
        reason = KNOWN.get(day, (None, "UNKNOWN"))[1]
        print(f"  unlike          {day}: ours {ours[day][0]}, theirs {theirs[day]}: {reason}")
    for day, mine, other in late[:20]:
        print(f"  UNKNOWN         twenty working days after {day}: ours {mine}, theirs {other}")
    for day in stale:
        print(f"  STALE           {day} occurs no longer")
    if len(ours) < 7000 or unknown or late or stale:
        sys.exit(f"{len(unknown)} unknown days, {len(late)} unknown limits, {len(stale)} stale entries")


if __name__ == "__main__":
    try:
        import chinese_calendar  # noqa: F401
    except ImportError:
        work = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "target/ci") / "venv-chinesecalendar"
        if not (work / "bin" / "python").exists():
            venv.create(work, with_pip=True)
        pip = [work / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        subprocess.run(pip, check=True)
        sys.exit(subprocess.run([work / "bin" / "python", __file__]).returncode)
    compare()
