"""Submissions to the forms API, each on disk (fsync of file and directory) before its receipt, beside what the disk itself allows.

    tools/bench/run forms [--count N] [--concurrency N] [--rounds N]

The peer does nothing but write the same bytes, fsync, rename and fsync the directory, from as many threads as there are visitors.
Visitors go through the whole form: their check pages are fetched first, then all of them send.
"""
import argparse
import asyncio
import base64
import contextlib
import hashlib
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import threading
import time

from measure import median, table

ROOT = pathlib.Path(__file__).parent.parent.parent
FORMS = str(ROOT / "artifacts/bin/Kakehashi.Forms/release/Kakehashi.Forms")
CLI = str(ROOT / "artifacts/bin/Kakehashi.Cli/release/kakehashi")
WORK = ROOT / "artifacts/bench/forms"
ADDRESS = "/forms/contact/"
# The public key of RFC 7518, appendix C: its private half is printed there, and nothing here is secret.
KEY = {"kty": "EC", "crv": "P-256", "x": "weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ", "y": "e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}
FIELDS = {"a.topic": "site", "a.message": "課題の提案の書き方について教えてください。" * 20, "a.person.name": "山田 花子", "a.person.kana": "やまだ はなこ",
          "a.organisation": "架橋システム株式会社", "a.email": "hanako@example.jp", "a.telephone": "028-000-0000", "a.consent": "true"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--concurrency", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    prepare()
    rows, ratios = [("1件ごとにfsync", "件/秒", "p50 ミリ秒", "p95", "p99", "CPU ミリ秒/件")], []
    for n in range(given.rounds):
        print(f"{n + 1}回目（全{given.rounds}回、{given.count}件、同時に{given.concurrency}）", flush=True)
        api, size = asyncio.run(submissions(given.count, given.concurrency))
        disk = limit(given.count, given.concurrency, size)
        rows += [line(f"フォームAPI（{size}バイト）", api), line("機械だけ：書く・fsync・rename・fsync", disk)]
        ratios.append(api[0] / disk[0])
    print()
    table(rows)
    print(f"機械だけとの比（中央値）：{median(ratios):.2f}")


def prepare():
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "inbox").mkdir(parents=True)
    subprocess.run([CLI, "build", "--content", ROOT / "content/programs/tochigi-platform", "--out", WORK / "public", "--json"], check=True, stdout=subprocess.DEVNULL)
    thumbprint = json.dumps({name: KEY[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":")).encode()
    kid = base64.urlsafe_b64encode(hashlib.sha256(thumbprint).digest()).rstrip(b"=").decode()
    (WORK / "inbox/keys.json").write_text(json.dumps({"keys": [{**KEY, "kid": kid, "use": "enc", "alg": "ECDH-ES"}]}))


async def submissions(count, concurrency):
    """Rate, sorted latencies and CPU of sending, and the bytes of one submission."""
    with server() as (port, cpu):
        warm = count // 3
        pages, _, _ = await visit(port, [body("confirm", {})] * (count + warm), concurrency)
        tokens = [re.search(rb'name="token" value="([^"]+)"', page).group(1).decode() for page in pages]
        await asyncio.sleep(1.1)  # nobody reads a check page faster
        await visit(port, [body("send", {"token": tokens.pop()}) for _ in range(warm)], concurrency)
        for file in (WORK / "inbox/new").iterdir():
            file.unlink()
        before = cpu()
        receipts, latencies, wall = await visit(port, [body("send", {"token": token}) for token in tokens], concurrency)
        spent = (cpu() - before) / count * 1000
    seen = {re.search(rb"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", page).group().decode().replace("-", "") for page in receipts}
    files = list((WORK / "inbox/new").iterdir())
    assert seen == {file.name for file in files} and len(seen) == count, "a receipt without a submission"
    size = files[0].stat().st_size
    for file in files:
        file.unlink()
    return (count / wall, latencies, spent), size


@contextlib.contextmanager
def server():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    unlimited = [f"--limits:{name}=2000000000" for name in ("requestsPerMinute", "submissionsPerMinute", "submissionsPerFormPerMinute")]
    process = subprocess.Popen([FORMS, f"--port={port}", f"--inbox={WORK / 'inbox'}", f"--documents={WORK / 'public/forms'}", f"--key-file={WORK / 'page.key'}", *unlimited])
    try:
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield port, lambda: cpu_seconds(process.pid)
    finally:
        process.terminate()
        process.wait()


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def visit(port, requests, concurrency):
    """Answers in the order of the requests, sorted latencies in ms, seconds in all; every visitor keeps one connection."""
    answers, latencies, waiting = [b""] * len(requests), [], iter(enumerate(requests))

    async def visitor():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for number, request in waiting:
            start = time.perf_counter()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            answers[number] = await reader.readexactly(int(re.search(rb"content-length: (\d+)", head.lower()).group(1)))
            latencies.append((time.perf_counter() - start) * 1000)
            assert head.startswith(b"HTTP/1.1 200 "), head.decode()
        writer.close()

    start = time.perf_counter()
    await asyncio.gather(*(visitor() for _ in range(concurrency)))
    return answers, sorted(latencies), time.perf_counter() - start


def body(step, extra):
    parts = "".join(f'--x7\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in {**FIELDS, **extra, "step": step}.items())
    content = f"{parts}--x7--\r\n".encode()
    return f"POST {ADDRESS} HTTP/1.1\r\nHost: dx.example\r\nContent-Type: multipart/form-data; boundary=x7\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content


def limit(count, concurrency, size):
    """The same protocol without anything around it."""
    place = WORK / "disk"
    shutil.rmtree(place, ignore_errors=True)
    (place / "tmp").mkdir(parents=True)
    (place / "new").mkdir()
    directory, content, latencies, waiting, turn = os.open(place / "new", os.O_RDONLY), os.urandom(size), [], iter(range(count)), threading.Lock()

    def writer():
        while True:
            with turn:
                number = next(waiting, None)
            if number is None:
                return
            start = time.perf_counter()
            file = os.open(place / f"tmp/{number}", os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            os.write(file, content)
            os.fsync(file)
            os.close(file)
            os.rename(place / f"tmp/{number}", place / f"new/{number}")
            os.fsync(directory)
            latencies.append((time.perf_counter() - start) * 1000)

    start = time.perf_counter()
    threads = [threading.Thread(target=writer) for _ in range(concurrency)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall = time.perf_counter() - start
    os.close(directory)
    return count / wall, sorted(latencies)


def line(name, measured):
    rate, latencies, *cpu = measured
    return (name, f"{rate:.0f}", *(f"{latencies[int(len(latencies) * p)]:.1f}" for p in (0.5, 0.95, 0.99)), f"{cpu[0]:.2f}" if cpu else "-")


if __name__ == "__main__":
    main()
