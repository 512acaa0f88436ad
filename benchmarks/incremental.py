#!/usr/bin/env python3
"""Is the store incremental, and does nothing hurt it? Measured on made-up archives, printed as figures.

    python benchmarks/incremental.py [--releases 2000] [--kills 10] [--seed 1]

1. A first run and a second one over the same folder: the ratio of their times (a tenth is the limit). Judged by the
   processor's time, since a machine that does other work as well makes any other ratio one of luck; both are printed.
2. ``beatbook extract`` killed (SIGKILL) at random moments, then run to its end: the exports have to be byte-identical.
3. Two runs at once on one store: likewise.
4. Two runs at once, both killed; and two over the halves of the archive: likewise.

Exits 1 where one of these does not hold. The releases are the samples with other figures and fewer paragraphs.
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from beatbook import exports

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "sample"
LIMIT = 0.1
NUMBER = re.compile(r"(?<![\d.,:/-])[1-9]\d?(?![\d.,:/-])")


def archive(folder: Path, releases: int, chance: random.Random) -> None:
    """Writes an archive: text files in two folders, a table of rows, some texts twice, and some that cannot be read."""
    samples = [file.read_text(encoding="utf-8") for file in sorted(SAMPLES.glob("*.txt"))]
    rows = []
    last: dict[str, str] = {}
    for number in range(releases):
        paragraphs = chance.choice(samples).split("\n\n")
        text = "\n\n".join([paragraphs[0], *(one for one in paragraphs[1:] if chance.random() < 0.8)])
        text = NUMBER.sub(lambda _: str(chance.randint(2, 99)), text)
        # Of a text that stands in both halves, the source that is read first gives the id: here none does.
        half = "south" if number % 4 == 2 else "north"
        text = last[half] if number % 50 == 49 else f"{text}\n\nReference {number}.\n"
        last[half] = text
        if number % 4 == 0:
            rows.append(json.dumps({"id": f"row-{number:05}", "text": text, "country": "GB"}))
            continue
        place = folder / half / f"release-{number:05}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (folder / "south" / "empty.txt").touch()
    (folder / "north" / "rows.jsonl").write_text("\n".join([*rows, '{"id": "no-text"}']) + "\n", encoding="utf-8")


def command(inputs: list[Path], to: Path) -> list[str]:
    """The command, in an interpreter of its own."""
    return [sys.executable, "-m", "beatbook", "extract", *map(str, inputs), "--to", str(to)]


def run(inputs: list[Path], to: Path) -> tuple[float, float]:
    """Runs it to its end; seconds by the processor and by the clock."""
    begin, before = time.perf_counter(), os.times()
    done = subprocess.run(command(inputs, to), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        sys.exit(f"beatbook extract failed: {done.stderr}")
    after = os.times()
    processor = sum(after[2:4]) - sum(before[2:4])
    return processor, time.perf_counter() - begin


def start(inputs: list[Path], to: Path) -> subprocess.Popen[bytes]:
    """Starts it and does not wait."""
    return subprocess.Popen(command(inputs, to), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def same(one: Path, other: Path) -> bool:
    """Whether two folders have the same exports, byte for byte."""
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in exports.NAMES)


def killed(inputs: list[Path], to: Path, kills: int, seconds: float, chance: random.Random, at_once: int = 1) -> int:
    """Starts ``at_once`` runs, kills them at a random moment, and so on; then lets one run to its end.

    ``seconds`` is what an undisturbed run takes: the moments are such that most kills strike before the work is done.
    """
    struck = 0
    for _ in range(kills):
        processes = [start(inputs, to) for _ in range(at_once)]
        time.sleep(chance.uniform(0.05, 1.8) * seconds / kills)
        for process in processes:
            struck += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
    run(inputs, to)
    return struck


def main() -> int:
    """Prints the figures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=2_000, help="how many (2000)")
    parser.add_argument("--kills", type=int, default=10, help="how many (10)")
    parser.add_argument("--seed", type=int, default=1, help="another one makes other releases and moments (1)")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    root = Path(tempfile.mkdtemp(prefix="beatbook-incremental-"))
    bad = 0

    def tell(right: bool, figures: str) -> None:
        nonlocal bad
        bad += not right
        print(f"{'right' if right else 'WRONG':6} {figures}", flush=True)

    try:
        folder, undisturbed = root / "archive", root / "undisturbed"
        archive(folder, arguments.releases, chance)
        first = run([folder], undisturbed)
        again = min(run([folder], undisturbed) for _ in range(3))
        ratio = again[0] / first[0]
        tell(ratio < LIMIT, f"{arguments.releases:,} releases: first run {first[0]:.2f} s, unchanged {again[0]:.2f} s, "
                            f"ratio {ratio:.3f} (by the clock {first[1]:.2f} s, {again[1]:.2f} s, "
                            f"{again[1] / first[1]:.3f})")
        struck = killed([folder], root / "killed", arguments.kills, first[1], chance)
        tell(same(undisturbed, root / "killed"), f"killed {struck} times of {arguments.kills}, then run to its end")
        two = [start([folder], root / "two") for _ in range(2)]
        codes = [process.wait() for process in two]
        tell(codes == [1, 1] and same(undisturbed, root / "two"), f"two runs at once (exit codes {codes})")
        struck = killed([folder], root / "both", max(arguments.kills // 2, 1), first[1], chance, at_once=2)
        tell(same(undisturbed, root / "both"), f"two runs at once, both killed, {struck} times in all")
        halves = [start([folder / name], root / "halves") for name in ("north", "south")]
        codes = [process.wait() for process in halves]
        tell(codes == [1, 1] and same(undisturbed, root / "halves"),
             f"two runs at once over two halves (exit codes {codes})")
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
