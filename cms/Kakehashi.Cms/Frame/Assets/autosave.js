const INTERVAL = 10_000;

/** Keeps the form on the server while somebody types, says so, and offers the page's look below the form. */
export function autosave(form) {
  const said = form.querySelector("[data-saved]");
  const view = liveView(form);
  let [dirty, leaving, busy] = [false, false, false];
  let underWay = new AbortController();

  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", (event) => {
    leaving = event.submitter?.formTarget !== "_blank";
    if (leaving) underWay.abort();
  });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("beforeunload", (event) => { if (dirty && !leaving) event.preventDefault(); });
  setInterval(keep, INTERVAL);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
  form.querySelector("[data-live]")?.addEventListener("live", async () => { dirty = true; await keep(); });

  async function keep() {
    if (!dirty || busy || leaving) return;
    [dirty, busy] = [false, true];
    underWay = new AbortController();
    const data = new FormData(form);
    data.set("step", "autosave");
    try {
      const response = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(data), headers: { "X-Autosave": "1" }, signal: underWay.signal });
      if (response.status === 401) say("サインアウトしています。「下書きを保存する」を押すと、続きから始められます。", true);
      else if (response.ok || response.status === 413 || response.status === 409) say((await response.json()).message, !response.ok);
      else say("自動保存できませんでした。「下書きを保存する」を押してください。", true);
      if (response.ok) view?.();
    } catch {
      if (!leaving) say("つながらないため、自動保存できません。つながると、また保存します。", true);
    } finally {
      busy = false;
    }
  }

  function say(words, failed = false) {
    said.textContent = words;
    dirty ||= failed;
  }
}

function liveView(form) {
  const card = form.querySelector("[data-live]");
  if (!card) return null;
  card.hidden = false;
  let frame = null;
  card.querySelector("[data-live-open]").addEventListener("click", (event) => {
    if (!frame) {
      const heading = document.createElement("h2");
      heading.textContent = "見た目（自動保存のたびに新しくなります）";
      frame = document.createElement("iframe");
      frame.className = "page-view";
      frame.title = "書いている内容の見た目";
      frame.setAttribute("sandbox", "allow-same-origin");
      const section = document.createElement("div");
      section.className = "live";
      section.append(heading, frame);
      form.querySelector(".sheet").append(section);
      event.currentTarget.textContent = "見た目を新しくする";
    }
    card.dispatchEvent(new Event("live"));
    frame.scrollIntoView({ block: "nearest" });
  });
  return () => {
    if (!frame) return;
    const top = frame.contentWindow?.scrollY ?? 0;
    frame.onload = () => frame.contentWindow.scrollTo(0, top);
    frame.src = `/preview/unsaved${form.dataset.autosave}?frame`;
  };
}
