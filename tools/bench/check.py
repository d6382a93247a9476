"""The rules over a built site beside the building of it: time, CPU and memory of whole processes.

    tools/bench/run check [--count N] [--rounds N]

The site is built as it is published, once without the rules. "規則だけ" reads it back from the disk and judges every page,
as tools/kakehashi check does for any site. Compare CPU seconds on a machine that has other work.
"""
import argparse
import json
import shutil

from build import CLI, WORK, corpus, kakehashi
from measure import Run, median, table


class Check(Run):
    """Findings are no failure here."""

    def __init__(self, folder):
        super().__init__(["sh", "-c", '"$0" check "$1" --json || [ $? -eq 1 ]', CLI, str(folder)])
        report = json.loads(self.output)
        self.pages, self.findings = report["pages"], len(report["findings"])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    print(f"{given.count}件の文書を用意しています。", flush=True)
    _, content = corpus(given.count)
    out = WORK / "out-check"
    builds, plain, checks = [], [], []
    for n in range(given.rounds):
        print(f"{n + 1}回目（全{given.rounds}回）", flush=True)
        shutil.rmtree(out, ignore_errors=True)
        builds.append(kakehashi(content, out, "--no-rules"))
        shutil.rmtree(out, ignore_errors=True)
        plain.append(kakehashi(content, out, "--no-rules", "--no-compression"))
        checks.append(Check(out))
    base = median([run.cpu for run in builds])
    rows = [("", "経過 秒", "CPU 秒", "最大メモリ MB", "作成とのCPUの比")]
    for name, runs in (("作成（公開のとおり、圧縮あり）", builds), ("作成（圧縮なし）", plain), ("規則だけ（全ページ）", checks)):
        cpu = median([run.cpu for run in runs])
        rows.append((name, f"{median([run.wall for run in runs]):.2f}", f"{cpu:.2f}", f"{median([run.peak for run in runs]):.0f}", f"{cpu / base:.2f}"))
    print()
    table(rows)
    print(f"{checks[0].pages}ページ、見つかったもの{checks[0].findings}件、1ページあたり{median([run.cpu for run in checks]) / checks[0].pages * 1000:.2f}ミリ秒（CPU）")


if __name__ == "__main__":
    main()
