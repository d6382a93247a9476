/** Gives a Markdown text its writing buttons, and turns pasted cells of a spreadsheet into a table. */
export function markdown(surface) {
  const text = surface.querySelector("textarea");
  const maker = surface.querySelector("[data-table]");
  const caret = surface.querySelector("[data-caret]");

  for (const button of surface.querySelectorAll("[data-write]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.dataset.write === "table") {
        maker.hidden = !maker.hidden;
        button.setAttribute("aria-expanded", String(!maker.hidden));
        if (!maker.hidden) maker.querySelector("input").focus();
        return;
      }
      writers[button.dataset.write](text);
    });
  }

  surface.querySelector("[data-make-table]").addEventListener("click", () => {
    const size = (name) => Math.max(1, Math.min(50, Number(maker.querySelector(`[data-${name}]`).value) || 2));
    const [rows, columns] = [size("rows"), size("columns")];
    const cells = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => (row ? "　" : `見出し${column + 1}`)));
    insertBlock(text, table(cells));
    maker.hidden = true;
    surface.querySelector("[data-write=table]").setAttribute("aria-expanded", "false");
  });

  text.addEventListener("paste", (event) => {
    const rows = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((row) => row.split("\t"));
    if (rows.length < 2 || rows[0].length < 2 || rows.some((row) => row.length !== rows[0].length)) return;
    event.preventDefault();
    insertBlock(text, table(rows));
  });

  // Where a picture or a document goes when its button is pressed.
  const remember = () => { caret.value = text.value.slice(0, text.selectionEnd).replace(/\r\n/g, "\n").length; };
  text.addEventListener("blur", remember);
  text.form.addEventListener("submit", remember);
}

const table = ([head, ...body]) =>
  [head, head.map(() => "---"), ...body].map((row) => `| ${row.map((cell) => cell.trim().replaceAll("|", "｜") || "　").join(" | ")} |`).join("\n");

const writers = {
  heading: (text) => prefixLines(text, () => "## ", "見出し"),
  subheading: (text) => prefixLines(text, () => "### ", "小見出し"),
  bullets: (text) => prefixLines(text, () => "- ", "項目"),
  numbers: (text) => prefixLines(text, (i) => `${i + 1}. `, "項目"),
  bold: (text) => wrap(text, "**", "**", "太字にする語"),
  language: (text) => wrap(text, "{lang=en:", "}", "外国語の文", "en"),
  link: (text) => wrap(text, "[", "](https://)", "リンクの文字", "https://"),
};

// execCommand keeps the browser's own undo (Ctrl+Z); nothing else does.
function replace(text, start, end, words) {
  text.focus();
  text.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, start, end, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function prefixLines(text, prefix, sample) {
  const start = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const stop = text.value.indexOf("\n", text.selectionEnd);
  const end = stop < 0 ? text.value.length : stop;
  const lines = text.value.slice(start, end).split("\n").map((line) => line.replace(/^(#{1,6} |- |\d+\. )/, ""));
  const marked = lines.map((line, i) => prefix(i) + (line || sample)).join("\n");
  const before = start > 0 && text.value[start - 2] !== "\n" ? "\n" : "";
  replace(text, start, end, before + marked);
  if (lines.length === 1 && !lines[0]) text.setSelectionRange(text.selectionEnd - sample.length, text.selectionEnd);
}

function wrap(text, before, after, sample, select) {
  const { selectionStart: start, selectionEnd: end } = text;
  const words = text.value.slice(start, end) || sample;
  replace(text, start, end, before + words + after);
  const at = select ? start + before.length + words.length + after.indexOf(select) : start + before.length;
  text.setSelectionRange(at, at + (select ?? words).length);
}

function insertBlock(text, block) {
  const before = text.value.slice(0, text.selectionStart);
  const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  replace(text, text.selectionStart, text.selectionEnd, `${gap}${block}\n\n`);
}
