// [data-uploader] around a plain <input type="file" multiple>. With data-url each chosen file is sent at once, with its
// own progress, and the form then carries only the receipts (hidden fields named data-receipt). Without data-url the
// files are listed and travel with the form. Without script the plain field works.
//
// The address answers 2xx with {"receipt": "...", "name": "...", "note": "..."} (note: an optional sentence, as "The
// place was taken out of this photo."), otherwise {"fault": "a sentence that says what to do"}.
import { fill, say } from "./say.js";
import { makeSmaller } from "./smaller.js";

const files = new WeakMap(); // of an entry in the list: the file itself, for as long as it has not arrived

/** The files of a form that have not arrived at the server, for keeping them until there is a line. */
export function filesNotSent(form) {
  const entries = [...form.querySelectorAll("[data-uploader] .files > li")].filter((item) => files.has(item));
  return entries.map((item) => ({ name: files.get(item).name, file: files.get(item) }));
}

/** Gives files to the uploader of a form, as if somebody had chosen them there. */
export function giveFiles(form, kept) {
  const named = kept.map(({ name, file }) => new File([file], name, { type: file.type }));
  form.querySelector("[data-uploader]")?.dispatchEvent(new CustomEvent("files:given", { detail: named }));
}

const atOnce = 2; // a slow line is not made faster by more

export function startUploader(place) {
  const input = place.querySelector('input[type="file"]');
  const list = place.querySelector(".files");
  const model = place.querySelector("template");
  const form = input?.form;
  if (!input || !list || !model || !form) return;
  const { url, receipt, most, words } = { ...place.dataset, words: place.dataset };
  const queue = [];
  let running = 0;
  // The browser's own button speaks the browser's language; what is chosen is listed below, so nothing of it is missed.
  input.parentElement.classList.add("own-words");

  function entry(file) {
    const item = model.content.firstElementChild.cloneNode(true);
    item.querySelector("[data-name]").textContent = file.name;
    item.querySelector("[data-size]").textContent = readable(file.size);
    item.querySelector("[data-remove]").setAttribute("aria-label", fill(words.removeWords, { name: file.name }));
    files.set(item, file);
    list.append(item);
    return item;
  }

  function faultOn(item, sentence) {
    const line = item.querySelector(".fault");
    line.querySelector("[data-sentence]").textContent = sentence;
    line.hidden = false;
    item.querySelector("progress").hidden = true;
    item.querySelector("[data-again]").hidden = false;
    say(sentence);
  }

  function send(file, item) {
    const request = new XMLHttpRequest();
    const bar = item.querySelector("progress");
    const size = item.querySelector("[data-size]");
    item.querySelector(".fault").hidden = true;
    item.querySelector("[data-again]").hidden = true;
    bar.hidden = false;
    bar.value = 0;
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      bar.value = Math.floor((100 * event.loaded) / event.total);
      size.textContent = fill(words.sendingWords, { size: readable(file.size), percent: bar.value });
    });
    request.addEventListener("loadend", () => {
      running -= 1;
      next();
      if (!item.isConnected) return;
      const answer = parsed(request.responseText);
      size.textContent = readable(file.size);
      if (request.status >= 200 && request.status < 300 && answer.receipt) {
        bar.hidden = true;
        files.delete(item);
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: receipt, value: answer.receipt });
        item.append(field);
        size.textContent = answer.note ? `${readable(file.size)} · ${answer.note}` : readable(file.size);
        say(fill(words.arrivedWords, { name: file.name }));
      } else {
        faultOn(item, answer.fault ?? words.failedWords);
      }
      busy();
    });
    item.querySelector("[data-remove]").addEventListener("click", () => request.abort());
    const body = new FormData();
    body.append("file", file);
    if (form.elements.key) body.append("key", form.elements.key.value);
    request.open("POST", url);
    request.setRequestHeader("X-CSRFToken", form.querySelector('[name="csrfmiddlewaretoken"]')?.value ?? "");
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  }

  function next() {
    while (running < atOnce && queue.length) {
      const [file, item] = queue.shift();
      if (!item.isConnected) continue;
      running += 1;
      makeSmaller(file).then((small) => sendUnlessLeft(small, item));
    }
    busy();
  }

  function sendUnlessLeft(file, item) {
    if (item.isConnected) {
      send(file, item);
      return;
    }
    running -= 1;
    next();
  }

  const busy = () => form.toggleAttribute("data-uploading", Boolean(running || queue.length));

  function take(files) {
    const room = most ? Number(most) - list.children.length : Infinity;
    if (files.length > room) say(fill(words.mostWords, { most }));
    for (const file of [...files].slice(0, Math.max(0, room))) {
      const item = entry(file);
      item.querySelector("[data-again]").addEventListener("click", () => {
        queue.push([file, item]);
        next();
      });
      item.querySelector("[data-remove]").addEventListener("click", () => leave(item));
      queue.push([file, item]);
    }
    next();
  }

  function leave(item) {
    item.remove();
    input.focus();
    busy();
  }

  // Files that travel with the form live in the input itself, so taking one out means writing the list anew.
  function show() {
    list.replaceChildren();
    [...input.files].forEach((file, index) => {
      const item = entry(file);
      item.querySelector("[data-remove]").addEventListener("click", () => {
        const rest = new DataTransfer();
        [...input.files].filter((_, other) => other !== index).forEach((other) => rest.items.add(other));
        input.files = rest.files;
        show();
        input.focus();
      });
    });
  }

  input.addEventListener("change", () => {
    if (!url) {
      show();
      return;
    }
    const chosen = [...input.files];
    input.value = "";
    take(chosen);
  });
  place.addEventListener("files:given", (event) => take(event.detail));
  for (const kind of ["dragover", "dragleave", "drop"]) {
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.querySelector(".drop").classList.toggle("over", kind === "dragover");
      if (kind !== "drop" || !event.dataTransfer.files.length) return;
      if (url) take(event.dataTransfer.files);
      else {
        input.files = event.dataTransfer.files;
        show();
      }
    });
  }
  // Files that did not arrive yet would be missing from what is sent.
  form.addEventListener(
    "submit",
    (event) => {
      if (!form.hasAttribute("data-uploading")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say(words.waitWords);
    },
    { capture: true },
  );
  // What came with the page (a form that returned) can be taken out as well.
  for (const item of list.children) {
    item.querySelector("[data-remove]")?.addEventListener("click", () => leave(item));
  }
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function readable(bytes) {
  const language = document.documentElement.lang || "en";
  // Counted as Django's filesizeformat counts, so that a file keeps its size when the page comes back.
  const [value, unit] = bytes < 2 ** 20 ? [bytes / 2 ** 10, "KB"] : [bytes / 2 ** 20, "MB"];
  return `${value.toLocaleString(language, { maximumFractionDigits: 1, numberingSystem: "latn" })} ${unit}`;
}
