// Everything works without this file. It adds: focus on mistakes, counters, writing buttons, autosave, a live view.
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
  (control.closest(".surface") ?? control).after(counter);
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

document.querySelectorAll("[data-markdown]").forEach(markdown);
document.querySelectorAll("[data-editor]").forEach(autosave);
