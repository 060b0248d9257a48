// What a page does for when there is no line: registers the worker (late: see the house's NOTES), forgets what another account kept
// on this device, holds back forms that could not go, and fills the page that lists what is kept.
import { fill, say } from "./say.js";

const page = document.documentElement;
const keptPrefix = "landsea-kept-";
const seen = "landsea.seen";

/** Whether there is no line as far as this page knows. */
export const lineIsAway = () => !navigator.onLine || page.hasAttribute("data-as-of") || lost;
let lost = false;
document.addEventListener("htmx:sendError", () => (lost = true));
document.addEventListener("htmx:afterOnLoad", () => (lost = false));

/** A moment in the page's language, by the calendar and in the digits of all our pages: browsers count Thai years by another
    calendar and write Burmese in digits of its own. Of Lao, Khmer and Burmese many know no words of a day: there it stands in
    digits, as Swedish writes it. */
export const inWords = (at) => {
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(page.lang).length > 0;
  return new Intl.DateTimeFormat(isKnown ? page.lang : "sv", {
    calendar: "gregory",
    numberingSystem: "latn",
    dateStyle: isKnown ? "medium" : "short",
    timeStyle: "short",
  }).format(new Date(at));
};

export async function startOffline() {
  holdFormsBack();
  const { worker, reader } = page.dataset;
  if (worker === undefined || page.hasAttribute("data-as-of")) return;
  await forgetOthers(reader);
  if (!("serviceWorker" in navigator) || !(secondView() || document.querySelector("form[data-waits]"))) return;
  const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
  whenIdle(async () => {
    try {
      await navigator.serviceWorker.register(worker);
      const { active } = await navigator.serviceWorker.ready;
      // The page that brought the worker came before it could lay it aside.
      if (!navigator.serviceWorker.controller || !pageCameThroughWorker()) active?.postMessage({ keep: location.href });
    } catch {
      // Not a secure address, or storage is closed: everything works as without it.
    }
  });
}

const pageCameThroughWorker = () => performance.getEntriesByType("navigation")[0]?.workerStart > 0;

function secondView() {
  try {
    const before = sessionStorage.getItem(seen);
    sessionStorage.setItem(seen, "yes");
    return before !== null;
  } catch {
    return false;
  }
}

async function forgetOthers(reader) {
  if (!("caches" in window)) return;
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(keptPrefix) && ![keptPrefix, keptPrefix + reader].includes(name));
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Without a line a sent form would lead to the browser's own page, and what was typed could be lost. */
function holdFormsBack() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (navigator.onLine || form.method !== "post" || event.defaultPrevented || form.hasAttribute("data-waits")) return;
    event.preventDefault();
    say(document.querySelector("[data-old-page]")?.dataset.notSent);
  });
}

export async function showKept(list) {
  if (!("caches" in window)) return;
  const rows = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(keptPrefix)) continue;
    const kept = await caches.open(name);
    for (const request of await kept.keys()) {
      const response = await kept.match(request);
      const title = new DOMParser().parseFromString(await response.text(), "text/html").title;
      rows.push({ url: request.url, title, at: response.headers.get("Landsea-Kept-At") });
    }
  }
  rows.sort((one, other) => other.at.localeCompare(one.at));
  list.replaceChildren(...rows.map((row) => line(row, list.dataset.asOfWords)));
  const none = document.querySelector("[data-kept-none]");
  const forget = document.querySelector("[data-kept-forget]");
  none.hidden = Boolean(rows.length);
  forget.hidden = !rows.length;
  document.querySelector("[data-line-away]").hidden = !lineIsAway();
  forget.onclick = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(keptPrefix)).map((name) => caches.delete(name)));
    await showKept(list);
  };
}

function line({ url, title, at }, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const moment = document.createElement("span");
  Object.assign(link, { href: url, textContent: title, dir: "auto" });
  Object.assign(moment, { className: "soft", textContent: fill(words, { moment: inWords(at) }) });
  item.append(link, " ", moment);
  return item;
}
