// <form data-recent="search" data-recent-owner="...">: what was looked for stays on this device, at most eight, newest first,
// and stands under the box while it is empty. Nothing of it is sent anywhere. Each can be taken out, all can be forgotten, and
// it can be switched off. A form without the attribute keeps nothing: forms that hold somebody's own words have none.
import { say } from "./say.js";

const most = 8;

export function startRecent(form) {
  const box = form.querySelector("input[type=search]");
  const part = form.querySelector("[data-recent-part]");
  if (!box || !part) return;
  const key = `landsea.recent.${form.dataset.recent}.${form.dataset.recentOwner ?? ""}`;
  const list = part.querySelector("[data-recent-list]");
  const off = part.querySelector("[data-recent-off]");

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(key)) ?? {};
      return { off: kept.off === true, words: Array.isArray(kept.words) ? kept.words.filter((one) => typeof one === "string") : [] };
    } catch {
      return { off: false, words: [] }; // storage is closed (private mode) or holds something else
    }
  }

  function write(kept) {
    try {
      if (kept.words.length || kept.off) localStorage.setItem(key, JSON.stringify(kept));
      else localStorage.removeItem(key);
    } catch {
      // Full or closed: then there are no recent searches.
    }
    show();
  }

  function row(words) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${form.getAttribute("action")}?${new URLSearchParams({ [box.name]: words })}`;
    link.textContent = words;
    link.dir = "auto";
    const out = document.createElement("button");
    Object.assign(out, { type: "button", className: "link-button", textContent: part.dataset.takeOut });
    out.setAttribute("aria-label", `${part.dataset.takeOut}: ${words}`);
    out.addEventListener("click", () => {
      const kept = read();
      write({ ...kept, words: kept.words.filter((one) => one !== words) });
      say(part.dataset.gone);
      (list.querySelector("button") ?? box).focus();
    });
    item.append(link, " ", out);
    return item;
  }

  function show() {
    const kept = read();
    off.checked = kept.off;
    list.replaceChildren(...kept.words.map(row));
    part.querySelector("[data-recent-some]").hidden = !kept.words.length;
    part.hidden = Boolean(box.value.trim()) || (!kept.words.length && !kept.off);
  }

  form.addEventListener("submit", () => {
    const words = box.value.trim().replace(/\s+/g, " ");
    const kept = read();
    if (words && !kept.off) write({ ...kept, words: [words, ...kept.words.filter((one) => one !== words)].slice(0, most) });
  });
  box.addEventListener("input", show);
  off.addEventListener("change", () => write({ off: off.checked, words: [] }));
  part.querySelector("[data-recent-forget]").addEventListener("click", () => {
    write({ off: read().off, words: [] });
    say(part.dataset.gone);
    box.focus();
  });
  show();
}
