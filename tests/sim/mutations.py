#!/usr/bin/env python3
"""Puts bugs into the core on purpose and looks whether the simulator finds them (see `mutations` beside this file).

mutations.py check                 whether each text to find still occurs exactly once
mutations.py run [SCHEDULES]       tries each in a copy of the sources, with at most so many schedules (20,000)
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIED = ["CMakeLists.txt", "CMakePresets.json", "native-server", "wasm", "tests"]
BUILD_TIMEOUT_S = 600
RUN_TIMEOUT_S = 180


@dataclass
class Mutation:
    name: str
    file: str
    find: str
    replacement: str


def read_mutations():
    """Every mutation of the list, in its order."""
    mutations = []
    text = (ROOT / "tests/sim/mutations").read_text(encoding="utf-8")
    for block in text.split("\n# ")[1:]:
        name, file, *rest = block.splitlines()
        lines = {sign: [line[1:] for line in rest if line.startswith(sign)] for sign in "-+"}
        mutations.append(Mutation(name, file, "\n".join(lines["-"]), "\n".join(lines["+"])))
    return mutations


def check(mutations):
    """Exits when a text to find is not there exactly once."""
    faults = []
    for mutation in mutations:
        count = (ROOT / mutation.file).read_text(encoding="utf-8").count(mutation.find)
        if count != 1 or not mutation.find:
            faults.append(f"{mutation.name}: its text occurs {count} times in {mutation.file}")
    if faults:
        sys.exit("\n".join(faults))
    print(f"{len(mutations)} mutations fit the sources")


def call(command, timeout_s):
    """The exit status and what was written; status None when it took too long."""
    try:
        done = subprocess.run(command, timeout=timeout_s, capture_output=True, text=True, check=False)
    except subprocess.TimeoutExpired as expired:
        return None, (expired.stdout or b"").decode(errors="replace")
    return done.returncode, done.stdout + done.stderr


def build(folder):
    return call(["cmake", "--build", str(folder / "build"), "--target", "sim_tests"], BUILD_TIMEOUT_S)


def prepare(folder):
    """A copy of the sources, built once as they are."""
    for name in COPIED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)
    command = ["cmake", "-S", str(folder), "-B", str(folder / "build"), "-G", "Ninja", "-DPARLEY_TESTS=ON",
               "-DCMAKE_BUILD_TYPE=RelWithDebInfo", "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"]
    for status, output in (call(command, BUILD_TIMEOUT_S), build(folder)):
        if status != 0:
            sys.exit(f"the sources do not build as they are:\n{output[-2000:]}")


def attempt(folder, mutation, schedules):
    """What came of one mutation: whether it was found, and the words for it."""
    path = folder / mutation.file
    original = path.read_text(encoding="utf-8")
    path.write_text(original.replace(mutation.find, mutation.replacement), encoding="utf-8")
    try:
        status, output = build(folder)
        if status != 0:
            return False, f"does not build: {output[-600:]}"
        started = time.monotonic()
        command = [str(folder / "build/tests/sim_tests"), "--schedules", str(schedules), "--threads", str(os.cpu_count())]
        status, output = call(command, RUN_TIMEOUT_S)
        seconds = time.monotonic() - started
    finally:
        path.write_text(original, encoding="utf-8")
    if status == 0:
        return False, f"NOT FOUND in {schedules} schedules ({seconds:.0f} s)"
    seed = re.search(r"^seed (\d+)", output, re.MULTILINE)
    where = f"seed {seed[1]}" if seed else "hangs" if status is None else "crashes"
    return True, f"{where}, {seconds:.1f} s"


def run(mutations, schedules):
    """Prints a line for each mutation; exits badly when one was not found."""
    missed = 0
    with tempfile.TemporaryDirectory(prefix="parley-mutations-") as name:
        folder = Path(name)
        prepare(folder)
        for mutation in mutations:
            found, words = attempt(folder, mutation, schedules)
            missed += not found
            print(f"{mutation.name:55} {words}", flush=True)
    print(f"{len(mutations) - missed} of {len(mutations)} mutations found")
    sys.exit(1 if missed else 0)


def main():
    mutations = read_mutations()
    check(mutations)
    if sys.argv[1:2] == ["run"]:
        run(mutations, int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
    elif sys.argv[1:] != ["check"]:
        sys.exit(__doc__)


main()
