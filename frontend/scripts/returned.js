// What was typed into a form that came back with faults survives F5 and Back. The answer to a form stands under the address of
// the form's page (back.js), and that page, looked at again, is a fresh one. So the form's values stay in this tab, under a name
// that only this entry of its history knows, until a form of the entry has arrived. Passwords, codes and files are not kept, and
// forms with a draft (draft.js) keep themselves.
const box = "landsea.returned.";
const sentNow = `${box}sent`;
const neverKept = ["hidden", "password", "file", "submit", "button"];

const owner = () => document.documentElement.dataset.reader ?? "";
const isKept = (field) => field.name && !neverKept.includes(field.type) && !field.readOnly && field.autocomplete !== "one-time-code";
const picked = (field) => ["checkbox", "radio"].includes(field.type);
const addressOf = (form) => form.getAttribute("action") ?? "";
const formsTo = (action) => [...document.querySelectorAll("main form:not([data-draft])")].filter((form) => addressOf(form) === action);

/** Runs what may meet a closed storage (private mode), where nothing is kept. */
function quietly(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

function valuesOf(form) {
  return [...form.elements].filter(isKept).map((field) => [field.name, picked(field) ? field.checked : field.value, field.value]);
}

function putBack(form, values) {
  const left = [...values];
  for (const field of [...form.elements].filter(isKept)) {
    const at = left.findIndex(([name, , value]) => name === field.name && (!picked(field) || value === field.value));
    if (at < 0) continue;
    const [[, typed]] = left.splice(at, 1);
    if (picked(field)) field.checked = typed;
    else field.value = typed;
  }
  for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

function keep(form, id) {
  const kept = { owner: owner(), action: addressOf(form), at: formsTo(addressOf(form)).indexOf(form), values: valuesOf(form) };
  quietly(() => sessionStorage.setItem(box + id, JSON.stringify(kept)));
}

/** Forgets what a form held that was sent from the entry before, once this page shows that it arrived. */
function forgetArrived() {
  const id = quietly(() => sessionStorage.getItem(sentNow));
  if (!id) return;
  sessionStorage.removeItem(sentNow);
  const [visit] = performance.getEntriesByType("navigation");
  if (visit?.type === "navigate" && visit.responseStatus < 400) sessionStorage.removeItem(box + id);
}

function keepFromNow(form, id) {
  const now = () => keep(form, id);
  form.addEventListener("input", now);
  form.addEventListener("change", now);
  form.addEventListener("submit", () => quietly(() => sessionStorage.setItem(sentNow, id)));
}

/** Call it before back.js changes the address: a form without an action of its own was sent to the present one. */
export function findReturned() {
  if (!document.documentElement.dataset.backTo) return null;
  const here = location.href.split("#")[0];
  const sent = [...document.querySelectorAll('main form[method="post"]:not([data-draft])')].filter((form) => form.action === here);
  return sent.find((form) => form.querySelector(".fault, [data-faults]")) ?? (sent.length === 1 ? sent[0] : null);
}

export function keepReturned(form) {
  forgetArrived();
  if (form) {
    const id = crypto.randomUUID?.() ?? `${Date.now()}.${Math.random()}`;
    history.replaceState({ ...history.state, returned: id }, "");
    keep(form, id);
    keepFromNow(form, id);
    return;
  }
  const id = history.state?.returned;
  const kept = id && quietly(() => JSON.parse(sessionStorage.getItem(box + id)));
  if (!kept || kept.owner !== owner()) return;
  const again = formsTo(kept.action)[kept.at];
  if (!again) return;
  putBack(again, kept.values);
  keepFromNow(again, id);
}
