// <form data-draft="name" data-draft-owner="...">: what is typed is kept on this device until the server says that it
// arrived (an element with data-draft-sent="name" on the next page), at most three days. Files, passwords, hidden
// fields and what says data-not-kept (it belongs to the page one came from) are never kept. The owner (a signed-in person's opaque id, or empty) keeps people who share a device apart.
const keptFor = 3 * 24 * 3600 * 1000; // ms
const pause = 400; // ms after the last key

const keyOf = (name, owner) => `landsea.draft.${name}.${owner ?? ""}`;

function keepable(field) {
  return field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type) && !field.readOnly && !field.hasAttribute("data-not-kept");
}

function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    if (draft && Date.now() - draft.at < keptFor) return draft.fields;
    localStorage.removeItem(key);
  } catch {
    // Storage is closed (private mode) or holds something else: there is no draft then.
  }
  return null;
}

function write(key, form) {
  const fields = [...form.elements].filter(keepable).flatMap((field) => {
    if (["checkbox", "radio"].includes(field.type)) return field.checked ? [[field.name, field.value]] : [];
    return field.value.trim() ? [[field.name, field.value]] : [];
  });
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields }));
  } catch {
    // Full or closed: the form itself still holds everything.
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Closed storage holds nothing.
  }
}

/** Puts kept values into fields that nobody has filled; returns whether any changed. In a list
 * of a form that a page filled in (<form data-filled>) its choice stays. */
function restore(form, kept) {
  const stays = (field) => form.hasAttribute("data-filled") && field.value;
  let changed = false;
  for (const field of [...form.elements].filter(keepable)) {
    const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
    if (!values.length) continue;
    if (["checkbox", "radio"].includes(field.type)) {
      const before = field.checked;
      field.checked = values.includes(field.value);
      changed ||= before !== field.checked;
    } else if (field.tagName === "SELECT" ? field.value !== values[0] && !stays(field) : !field.value) {
      field.value = values[0];
      changed = true;
    }
  }
  return changed;
}

export function startDrafts(form) {
  const key = keyOf(form.dataset.draft, form.dataset.draftOwner);
  const notice = form.querySelector("[data-draft-notice]");
  const kept = read(key);
  // A page that came back from the server with faults already holds what was typed, and holds it better.
  if (kept?.length && !form.hasAttribute("data-returned") && restore(form, kept)) {
    if (notice) notice.hidden = false;
    form.dispatchEvent(new Event("draft:restored", { bubbles: true }));
  }

  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => write(key, form), pause);
  };
  const now = () => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    write(key, form);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", () => write(key, form));
  form.addEventListener("draft:sent", () => {
    clearTimeout(waiting);
    waiting = undefined;
    forget(key);
  });
  window.addEventListener("pagehide", now);

  notice?.querySelector("[data-draft-forget]")?.addEventListener("click", () => {
    clearTimeout(waiting);
    waiting = undefined;
    forget(key);
    form.reset();
    notice.hidden = true;
    // Papers that the server holds for this form are left behind with it.
    if (form.dataset.afresh && form.querySelector(".files > li")) location.assign(form.dataset.afresh);
  });
}

export function forgetSentDrafts(root) {
  for (const sent of root.querySelectorAll("[data-draft-sent]")) {
    forget(keyOf(sent.dataset.draftSent, sent.dataset.draftOwner));
  }
}
