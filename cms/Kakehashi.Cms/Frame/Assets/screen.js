// Everything works without this file. It adds: focus on mistakes, the line of a finding, counters, writing buttons, autosave, a live view.
import { markdown } from "./markdown.js";
import { autosave } from "./autosave.js";

document.querySelector("[data-focus]")?.focus();

for (const control of document.querySelectorAll("[data-limit]")) {
  const counter = document.createElement("span");
  counter.className = "counter";
  const limit = Number(control.dataset.limit);
  const show = () => {
    const left = limit - control.value.replace(/\r\n/g, "\n").length;
    counter.toggleAttribute("data-over", left < 0);
    counter.textContent = left < 0 ? `${-left}字多いです（${limit}字まで）` : `あと${left}字（${limit}字まで）`;
  };
  show();
  control.addEventListener("input", show);
  // Beside the label, whose words name the control and must not change while somebody types.
  (control.closest(".surface, label") ?? control).after(counter);
}

for (const filter of document.querySelectorAll("[data-filter]")) {
  const label = filter.querySelector("[data-filter-label]");
  const options = [...filter.querySelectorAll(".option")];
  if (options.length < 8) continue;
  label.hidden = false;
  label.querySelector("input").addEventListener("input", (event) => {
    const wanted = event.target.value.normalize("NFKC").toLowerCase();
    for (const option of options)
      option.hidden = !option.textContent.normalize("NFKC").toLowerCase().includes(wanted) && !option.querySelector("input").checked;
  });
}

// A finding leads to its line, not only to its field.
for (const link of document.querySelectorAll("a[data-line]")) {
  link.addEventListener("click", (event) => {
    const text = document.querySelector(link.hash);
    if (text?.localName !== "textarea") return;
    event.preventDefault();
    const lines = text.value.split("\n");
    const before = lines.slice(0, Number(link.dataset.line) - 1);
    const start = before.reduce((length, line) => length + line.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[before.length] ?? "").length);
    text.scrollTop = (text.scrollHeight * before.length) / lines.length - text.clientHeight / 3;
    text.scrollIntoView({ block: "center" });
  });
}

document.querySelectorAll("[data-markdown]").forEach(markdown);
document.querySelectorAll("[data-editor]").forEach(autosave);
