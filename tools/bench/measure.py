"""Runs whole processes and reads what the kernel accounted to them."""
import os
import statistics
import subprocess
import time


class Run:
    """Wall and CPU seconds and peak memory (MB) of one finished process."""

    def __init__(self, command, env=None):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **(env or {})})
        self.output = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(command)}\n{self.output[-4000:]}")


def median(values):
    return statistics.median(values)


def table(rows):
    """Prints rows of cells with aligned columns; the first row is the head."""
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    for n, row in enumerate(rows):
        print("  ".join(cell + " " * (widths[i] - width(cell)) for i, cell in enumerate(row)).rstrip())
        if n == 0:
            print("  ".join("-" * w for w in widths))


def width(text):
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)
