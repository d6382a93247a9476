#!/usr/bin/env python3
"""Deterministic benchmark corpus: N Markdown articles of a fictitious prefectural DX platform.

    make-corpus.py --count N --out DIR [--seed S]

Writes 3-6 KB (UTF-8) files with YAML front matter (title, date, slug, category, tags, summary, draft):
    DIR/articles/  70 %   news
    DIR/issues/     5 %   課題 postings
    DIR/seeds/     20 %   シーズ pages
    DIR/events/     5 %   events
Same count and seed: the same bytes, on any machine (only random.Random(seed) is drawn from, in one fixed order).
Dates are minutes apart and unique, so every generator sorts alike. Each body has h2/h3, lists, one table, links (one
of them to an earlier page of the same section), one image with alt text, and one blockquote. All names are invented.
"""
import argparse
import datetime
import pathlib
import random

SECTIONS = (("articles", "お知らせ", 70, ("実証実験を始めました", "成果を公開します", "導入の手引きをまとめました", "中間報告をお知らせします")),
            ("issues", "課題", 5, ("解決策の提案を募集します", "困りごとを公開します", "協力いただける事業者を探しています")),
            ("seeds", "シーズ", 20, ("使える技術を紹介します", "導入事例のある製品を登録しました", "試行に協力できます")),
            ("events", "イベント", 5, ("説明会を開きます", "体験会の参加者を募集します", "意見交換会を行います")))
CATEGORIES = ("kurashi", "fukushi", "nogyo", "kanko", "bosai", "kyoiku", "sangyo", "gyosei")
TAGS = ("AI", "RPA", "IoT", "GIS", "オープンデータ", "ノーコード", "クラウド", "電子申請", "窓口改革", "書かない窓口",
        "データ連携", "標準化", "ガバメントクラウド", "マイナンバー", "キャッシュレス", "ドローン", "スマート農業", "遠隔医療",
        "見守り", "子育て", "移住", "観光", "防災", "避難所", "河川監視", "除雪", "道路点検", "水道", "森林", "教育",
        "GIGA", "人材育成", "デジタルデバイド", "アクセシビリティ", "セキュリティ", "チャットボット", "生成AI", "伴走支援",
        "実証実験", "公募")
PLACES = ("みどり野市", "あさぎり町", "しらかば村", "うみかぜ市", "ひなた町", "ゆうなぎ村", "かわせみ市", "つきのわ町")
THEMES = ("窓口手続きのオンライン化", "公共施設の予約", "農業用水の遠隔監視", "高齢者の見守り", "避難所の受付", "道路損傷の通報",
          "学校と家庭の連絡", "観光客の周遊分析", "空き家の調査", "議事録の作成", "補助金申請の審査", "バスの運行情報")
WHO = ("担当課の職員", "住民の方々", "参加企業", "地域の自治会", "農業者の皆さん", "現場の技術者", "学校の先生方", "県の推進本部")
DOES = ("紙の申請書を減らす方法を検討しました", "データを一か所に集めて共有できるようにしました", "現地で機器の設置と通信の確認を行いました",
        "操作に不慣れな方への支援のあり方を話し合いました", "手続きにかかる時間を前年度と比べて測定しました",
        "個人情報の取り扱いを見直し、運用の手順書を整えました", "費用と効果を試算し、次年度の計画に反映します",
        "ほかの市町村でも使えるように仕様を公開する予定です")
WHY = ("人口の減少で職員の数が限られる中、", "これまで電話と郵送に頼っていた業務について、", "利用者の声を取り入れながら、",
       "小さく試して早く改めるという考え方のもと、", "セキュリティの基準を満たしたうえで、", "年度末の繁忙期に備えて、",
       "通信環境が十分でない山間部でも、", "県と市町村が共同で調達することで、")
HEADS = ("背景", "取り組みの概要", "進め方", "得られた効果", "見えてきた課題", "今後の予定", "参加するには", "費用と体制")
SUBHEADS = ("対象となる方", "使った技術", "評価の方法", "スケジュール", "役割分担", "問い合わせ")
UNITS = ("処理件数", "平均所要時間", "利用者数", "満足度", "紙の枚数", "職員の作業時間")


def sentence(r):
    return f"{r.choice(WHY)}{r.choice(PLACES)}では{r.choice(WHO)}とともに、{r.choice(THEMES)}に関して{r.choice(DOES)}。"


def paragraph(r, n):
    text = "".join(sentence(r) for _ in range(n))
    return text if r.random() < .6 else f"{text}くわしくは[{r.choice(THEMES)}](/articles/)と**{r.choice(TAGS)}**のページをご覧ください。"


def page(r, section, label, acts, i, date):
    """The text of page i of a section, and its slug."""
    slug = f"{section[:-1]}-{i:05d}"
    place, theme = r.choice(PLACES), r.choice(THEMES)
    tags = r.sample(TAGS, r.randint(2, 5))
    front = ["---", f'title: "【{label}】{place}の{theme}について{r.choice(acts)}（第{i}号）"', f"date: {date:%Y-%m-%dT%H:%M:%S}+09:00",
             f"slug: {slug}", f"category: {r.choice(CATEGORIES)}", f"tags: [{', '.join(chr(34) + t + chr(34) for t in tags)}]",
             f'summary: "{sentence(r)}"', "draft: false", "---", ""]
    heads = r.sample(HEADS, 4)
    body = [paragraph(r, r.randint(2, 4)), "", f"## {heads[0]}", "", paragraph(r, r.randint(2, 4)), "", f"### {r.choice(SUBHEADS)}", ""]
    body += [f"- **{r.choice(UNITS)}**：{r.choice(THEMES)}で{r.randint(3, 60)}%の改善" for _ in range(r.randint(3, 5))]
    body += ["", f"## {heads[1]}", "", f"![{place}で行われた{theme}の様子](/images/photo-{r.randint(1, 40):02d}.jpg)", "",
             paragraph(r, r.randint(2, 4)), "", "| 指標 | 実施前 | 実施後 |", "|:--|--:|--:|"]
    body += [f"| {u} | {r.randint(200, 9000):,} | {r.randint(20, 900):,} |" for u in r.sample(UNITS, r.randint(3, 5))]
    body += ["", f"## {heads[2]}", ""] + [f"{k}. {r.choice(WHO)}が{r.choice(DOES)}" for k in range(1, r.randint(4, 6))]
    body += ["", f"> {sentence(r)}", "", f"## {heads[3]}", "", paragraph(r, r.randint(1, 3)), "", f"### {r.choice(SUBHEADS)}", "",
             f"[前回の記事](/{section}/{section[:-1]}-{max(1, i - r.randint(1, 30)):05d}/)もご覧ください。"
             f"様式は[`application-{i % 97}.xlsx`](/files/application-{i % 97}.xlsx)から入手できます。", ""]
    return slug, "\n".join(front + body)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--count", type=int, required=True)
    p.add_argument("--out", type=pathlib.Path, required=True)
    p.add_argument("--seed", type=int, default=20260401)
    a = p.parse_args()
    r = random.Random(a.seed)
    last = datetime.datetime(2026, 3, 31, 17, 0)
    counts = [a.count * share // 100 for _, _, share, _ in SECTIONS]
    counts[0] += a.count - sum(counts)
    number = size = 0
    for (section, label, _, acts), count in zip(SECTIONS, counts):
        folder = a.out / section
        folder.mkdir(parents=True, exist_ok=True)
        for i in range(1, count + 1):
            slug, text = page(r, section, label, acts, i, last - datetime.timedelta(minutes=37 * number))
            (folder / f"{slug}.md").write_text(text, encoding="utf-8", newline="\n")
            number, size = number + 1, size + len(text.encode())
    print(", ".join(f"{s[0]}/ {c}" for s, c in zip(SECTIONS, counts)), f"- {number} files, {size} bytes")


if __name__ == "__main__":
    main()
