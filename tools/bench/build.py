"""Full and incremental builds of one corpus beside Hugo's, in turn, in one run.

    tools/bench/run build [--count N] [--rounds N]

Both generators read the same bodies and make the same kinds of pages. What this engine's types need besides
(担当, dates by its own names, obligatory fields of issues, seeds and events) is added to the front matter only.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time

from measure import Run, median, table

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
CLI = str(ROOT / "artifacts/bin/Kakehashi.Cli/release/kakehashi")
WORK = ROOT / "artifacts/bench"
CATEGORIES = {"kurashi": "くらし", "fukushi": "福祉", "nogyo": "農業", "kanko": "観光", "bosai": "防災", "kyoiku": "教育", "sangyo": "産業", "gyosei": "行政"}
EXTRA = {
    "articles": "category: {category}\n",
    "issues": "stage: open\nowner: みどり野市\nfieldOfWork: {category}\narea: all\nbackground: 背景\npresentState: 現状\ndirection: 方向性\n",
    "seeds": "kana: しーず\nmember: sample\nfieldOfWork: {category}\ntechnologies: {tags}\nproblem: 困りごと\nhow: 仕組み\ncost: free\nleadTime: 約2か月\n",
    "events": "kind: seminar\nstartsAt: {date}\nendsAt: {date}\nformat: online\n",
}


def corpus(count):
    """Folders of the two corpora, made once for each count."""
    plain, ours = WORK / f"corpus-{count}", WORK / f"program-{count}"
    if not (ours / ".done").exists():
        shutil.rmtree(plain, ignore_errors=True)
        shutil.rmtree(ours, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "make-corpus.py", "--count", str(count), "--out", plain], check=True)
        program(plain, ours)
    return plain, ours


def program(plain, ours):
    (ours / "sections").mkdir(parents=True)
    (ours / "members").mkdir()
    (ours / "program.yaml").write_text("\n".join([
        "name: ほしみ県DX推進プラットフォーム", "description: ほしみ県の課題と技術をつなぐ場です。", "url: https://dx.example/",
        "organisation: ほしみ県デジタル推進課", "prefecture: ほしみ県", "navigation:",
        *(f"  - {{ label: {label}, href: /{name}/ }}" for name, label in (("articles", "お知らせ"), ("issues", "課題"), ("seeds", "シーズ"), ("events", "イベント"))),
        *(line for key in ("categories", "fields") for line in (f"{key}:", *(f"  - {{ slug: {slug}, name: {name} }}" for slug, name in CATEGORIES.items()))),
        "areas:", "  - { slug: all, name: 全域 }", ""]), encoding="utf-8")
    (ours / "sections/office.md").write_text("---\ntitle: 事務局\ndepartment: デジタル推進課\ntelephone: 028-000-0000\nemail: office@dx.example\n"
                                             "hours: 平日 午前9時から午後5時まで\npublishAt: 2020-01-01T00:00:00+09:00\n---\n", encoding="utf-8")
    (ours / "members/sample.md").write_text("---\ntitle: サンプル株式会社\nsummary: 見本の会員です。\nsection: office\nkana: さんぷる\nkind: company\narea: all\n"
                                            "publishAt: 2020-01-01T00:00:00+09:00\n---\n", encoding="utf-8")
    for source in sorted(plain.glob("*/*.md")):
        section = source.parent.name
        _, front, body = source.read_text(encoding="utf-8").split("---\n", 2)
        values = dict(re.findall(r"^(\w+): (.*)$", front, re.M))
        head = f"title: {values['title']}\nsummary: {values['summary']}\nsection: office\n" + EXTRA[section].format(**values)
        if section == "articles":
            head += f"tags: {values['tags']}\n"
        target = ours / section / source.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(f"---\n{head}publishAt: {values['date']}\n---\n{body}", encoding="utf-8")
    (ours / ".done").write_text("")


def kakehashi(content, out, *options):
    run = Run([CLI, "build", "--content", str(content), "--out", str(out), "--json", *options])
    run.result = json.loads(run.output.strip().splitlines()[-1])
    return run


def retitle(content, round_):
    page = sorted((content / "articles").glob("*.md"))[0]
    page.write_text(re.sub(r"^title: .*$", f"title: 題名を改めました（{round_}回目）", page.read_text(encoding="utf-8"), count=1, flags=re.M), encoding="utf-8")


def watched(content, out, rounds):
    """Milliseconds from a changed title to the last file in place, as the resident generator reports and as seen from outside."""
    process = subprocess.Popen([CLI, "watch", "--content", str(content), "--out", str(out), "--json"], stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    figures = []
    for n in range(rounds):
        time.sleep(.5)
        start = time.perf_counter()
        retitle(content, 100 + n)
        result = json.loads(process.stdout.readline())
        figures.append(((time.perf_counter() - start) * 1000, result["elapsedMs"], result["rendered"]))
    process.terminate()
    process.wait()
    return figures


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    print(f"{given.count}件の文書を用意しています。", flush=True)
    plain, content = corpus(given.count)
    out = WORK / "out"
    hugo = shutil.which("hugo")
    variants = {
        "Kakehashi ページだけ": ("--no-rules", "--no-compression"),
        "Kakehashi + 規則": ("--no-compression",),
        "Kakehashi + 規則 + 圧縮": (),
    }
    runs = {name: [] for name in (*variants, *(["Hugo"] if hugo else []))}
    for n in range(given.rounds):
        print(f"{n + 1}回目（全{given.rounds}回）", flush=True)
        for name, flags in variants.items():
            shutil.rmtree(out, ignore_errors=True)
            runs[name].append(kakehashi(content, out, *flags))
        if hugo:
            runs["Hugo"].append(Run([str(HERE / "hugo/run-hugo.sh"), str(plain), str(WORK / "out-hugo")]))

    base = median([run.wall for run in runs["Hugo"]]) if hugo else None
    rows = [("全部を作る", "経過 秒", "CPU 秒", "最大メモリ MB", "ページ", "Hugoとの比")]
    for name, list_ in runs.items():
        wall = median([run.wall for run in list_])
        pages = str(list_[0].result["pages"]) if hasattr(list_[0], "result") else str(sum(1 for _ in (WORK / "out-hugo").rglob("*.html")))
        rows.append((name, f"{wall:.2f}", f"{median([run.cpu for run in list_]):.2f}", f"{median([run.peak for run in list_]):.0f}", pages,
                     f"{wall / base:.2f}" if base else "-"))
    print()
    table(rows)
    if not hugo:
        print("Hugoがないので、比を省きました。")

    unchanged = kakehashi(content, out)
    retitle(content, 1)
    changed = kakehashi(content, out)
    print()
    table([("続けて作る（新しいプロセス）", "経過 秒", "作ったページ"),
           ("何も変わらない", f"{unchanged.wall:.2f}", str(unchanged.result["rendered"])),
           ("題名を1つ変えた", f"{changed.wall:.2f}", str(changed.result["rendered"]))])
    figures = watched(content, out, 7)
    print()
    table([("常駐して題名を1つ変えた", "中央値 ミリ秒", "最小", "最大", "作ったページ"),
           ("変更の検知から最後のファイルまで", *(f"{f([row[1] for row in figures]):.0f}" for f in (median, min, max)), str(figures[-1][2])),
           ("ファイルの保存から報告まで", *(f"{f([row[0] for row in figures]):.0f}" for f in (median, min, max)), "")])


if __name__ == "__main__":
    main()
