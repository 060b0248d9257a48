// <form data-waits="key">: a filing that cannot go because there is no line waits on this device, with its photos, and goes by itself
// when a page of ours is open and the line is back. The field named by data-waits is the form's key: the server files it once. What is
// waiting, has arrived or was refused is shown on every page until it is put away; words come from <template data-waiting-words>.
import { lineIsAway, inWords } from "./offline.js";
import { fill } from "./say.js";
import { filesNotSent, giveFiles } from "./uploader.js";
import { all, put, remove } from "./waiting_store.js";

const page = document.documentElement;
const lastReader = "landsea.reader";
// A page from what is kept may be another reader's: then whoever was here last when there was a line.
const owner = () => (page.hasAttribute("data-as-of") ? localStorage.getItem(lastReader) : page.dataset.reader) ?? "";
const flag = "landsea.waiting"; // spares pages without anything waiting the opening of a database
const notSent = ["csrfmiddlewaretoken", "action", "papers"];

const newKey = () => [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export function startWaiting(form) {
  const key = form.elements[form.dataset.waits];
  const offer = form.querySelector("[data-waits-offer]");
  // A form from what is kept has a key that an earlier one may have used.
  if (page.hasAttribute("data-as-of")) key.value = newKey();
  const show = () => {
    if (offer) offer.hidden = !lineIsAway();
  };
  for (const kind of ["online", "offline"]) window.addEventListener(kind, show);
  for (const kind of ["htmx:sendError", "htmx:afterOnLoad"]) document.addEventListener(kind, show);
  show();
  form.addEventListener(
    "submit",
    async (event) => {
      if (!lineIsAway() || !("indexedDB" in window)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { name: pressed, value: act } = event.submitter ?? {};
      if (pressed === "strike") return; // it sends nothing, and cannot be asked without a line
      const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !notSent.includes(name));
      if (pressed === "action" && act === "urgent") fields.push([pressed, act]);
      await put({ key: key.value, at: Date.now(), owner: owner(), state: "waits", fields, files: filesNotSent(form), reasons: [] });
      localStorage.setItem(flag, "yes");
      form.reset();
      form.querySelectorAll(".files").forEach((list) => list.replaceChildren());
      key.value = newKey();
      form.dispatchEvent(new Event("draft:sent"));
      await showWaiting("kept");
      await sendAll(); // the page may be old, and the line back
    },
    { capture: true },
  );
}

export async function startSending() {
  window.addEventListener("online", sendAll);
  try {
    if (page.dataset.reader !== undefined && !page.hasAttribute("data-as-of")) localStorage.setItem(lastReader, page.dataset.reader);
  } catch {
    return; // storage is closed: nothing waits here
  }
  if (!localFlag()) return;
  await showWaiting();
  await sendAll();
}

function localFlag() {
  try {
    return localStorage.getItem(flag) !== null && "indexedDB" in window;
  } catch {
    return false;
  }
}

const own = async () => (await all()).filter((one) => one.owner === owner());

async function sendAll() {
  if (!localFlag()) return;
  const lock = navigator.locks?.request.bind(navigator.locks) ?? ((_name, _how, act) => act(true));
  await lock("landsea.waiting", { ifAvailable: true }, async (free) => {
    const words = free && (await readWords());
    const waits = (await own()).filter((one) => one.state === "waits");
    if (!words || !waits.length) return;
    try {
      const { token } = await (await fetch(words.url, { headers: { Accept: "application/json" } })).json();
      for (const one of waits) await put(await sent(one, words.url, token));
    } catch {
      // No line yet: it waits on.
    }
  });
  await showWaiting();
}

/** The row as it is after the server's answer. */
async function sent(one, url, token) {
  const body = new FormData();
  for (const [name, value] of [...one.fields.filter(([name]) => name !== "key"), ["key", one.key]]) body.append(name, value);
  for (const { name, file } of one.files) body.append("papers", file, name);
  const response = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": token, Accept: "application/json" } });
  const answer = await response.json();
  if (response.ok) return { ...one, ...answer, state: "sent", fields: [], files: [], reasons: [] };
  if (response.status === 422) return { ...one, state: "refused", reasons: answer.refused };
  return { ...one, later: true };
}

async function readWords() {
  const here = document.querySelector("[data-waiting-words]");
  if (here) return here.dataset;
  try {
    const text = await (await fetch(page.dataset.keptPages)).text();
    return new DOMParser().parseFromString(text, "text/html").querySelector("[data-waiting-words]").dataset;
  } catch {
    return null;
  }
}

async function showWaiting(just) {
  const items = await own();
  if (!items.length && !(await all()).length) localStorage.removeItem(flag);
  let place = document.querySelector("[data-waiting-place]");
  const words = items.length ? await readWords() : null;
  if (!words) return void place?.remove();
  if (!place) {
    place = document.createElement("section");
    Object.assign(place, { className: "waiting" });
    place.setAttribute("data-waiting-place", "");
    place.setAttribute("role", "status");
    document.getElementById("main").prepend(place);
  }
  place.replaceChildren(...items.map((one) => card(one, words, just)));
  if (just) place.scrollIntoView({ block: "center" });
}

function card(one, words, just) {
  const box = document.createElement("div");
  box.className = `notice ${{ waits: "waits", sent: "done", refused: "refused" }[one.state]}`;
  const inside = document.createElement("div");
  box.append(inside);
  const text = (sentence, name = "p") => inside.appendChild(Object.assign(document.createElement(name), { textContent: sentence, dir: "auto" }));
  const press = (sentence, act) => {
    const button = inside.appendChild(Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: sentence }));
    button.addEventListener("click", act);
  };
  const away = async () => {
    await remove(one.key);
    await showWaiting();
  };
  if (one.state === "sent") {
    text(fill(words.sent, { ref: one.ref }), "strong");
    if (one.link) {
      text(words.link);
      inside.appendChild(Object.assign(document.createElement("a"), { href: one.link, textContent: one.link }));
      text("");
    }
    press(words.away, away);
    return box;
  }
  text(one.state === "refused" ? words.refused : just ? words.kept : fill(words.waits, { moment: inWords(one.at) }), "strong");
  for (const reason of one.reasons) text(reason);
  text(one.fields.find(([name]) => name === "text")?.[1] ?? "");
  if (one.files.length) text(fill(words.files, { number: one.files.length }));
  if (one.later) text(words.later);
  if (one.state === "waits") press(words.now, sendAll);
  else press(words.again, () => putBack(one, words.form, away));
  press(words.drop, away);
  return box;
}

/** Back into the form, which is on this page or is opened: then with this key in its address. */
async function putBack(one, address, away) {
  const form = document.querySelector("form[data-waits]");
  if (!form) return void location.assign(`${address}#${one.key}`);
  for (const [name, value] of one.fields) {
    const field = [form.dataset.waits, "action"].includes(name) ? null : form.elements[name];
    if (!field) continue;
    if (field instanceof RadioNodeList) field.value = value;
    else if (field.type === "checkbox") field.checked = field.value === value; // another page's is not this one's
    else if (field.type !== "hidden") field.value = value;
  }
  giveFiles(form, one.files);
  form.dispatchEvent(new Event("input", { bubbles: true }));
  await away();
  form.querySelector("textarea, input:not([type=hidden])")?.focus();
}

export async function putBackByAddress() {
  const key = location.hash.slice(1);
  if (!/^[0-9a-f]{64}$/.test(key) || !localFlag() || !document.querySelector("form[data-waits]")) return;
  const one = (await own()).find((item) => item.key === key);
  history.replaceState(history.state, "", location.pathname);
  if (one) await putBack(one, "", async () => (await remove(one.key), showWaiting()));
}
