// [data-chips] inside a form: what was understood is changed where it stands. A press on a chip opens its choices, which come
// as a <template> with the chip; a choice goes into the form's own field, so that without this script, and for the server,
// the fields are all there is. Escape closes, and the keyboard goes back to the chip.
import { say } from "./say.js";

const shown = 8; // found in a list at once

const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

export function startChips(side) {
  const form = side.closest("form");
  const place = side.querySelector("[data-chip-place]");
  if (!form || !place) return;
  const struck = form.elements.struck;
  let back = ""; // the kind whose chip gets the keyboard when the chips have come anew

  const opener = (kind) => side.querySelector(`[data-chip-open="${CSS.escape(kind)}"]`);

  function close(kind) {
    place.replaceChildren();
    opener(kind)?.setAttribute("aria-expanded", "false");
  }

  function strikeOut(kind, out) {
    const kinds = new Set(struck.value.split(" ").filter(Boolean));
    if (out) kinds.add(kind);
    else kinds.delete(kind);
    struck.value = [...kinds].join(" ");
  }

  function choose(panel, value, words) {
    const { field, kind } = panel.dataset;
    form.elements[field].value = value;
    strikeOut(kind, false);
    changed(kind, field, words);
  }

  function strike(kind, field) {
    if (kind === "urgency") form.elements.lane.value = "normal";
    else if (form.elements[field]) form.elements[field].value = "";
    strikeOut(kind, true);
    changed(kind, field, "");
  }

  function changed(kind, field, words) {
    back = kind;
    close(kind);
    say(words);
    const element = form.elements[field];
    (element instanceof RadioNodeList ? element[0] : element).dispatchEvent(new Event("change", { bubbles: true }));
  }

  function pick(option) {
    const row = document.createElement("li");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "pick", textContent: option.textContent });
    Object.assign(button.dataset, { value: option.value, words: option.textContent });
    row.append(button);
    return row;
  }

  function look(panel, input) {
    const wanted = folded(input.value.trim());
    const options = [...form.elements[panel.dataset.field].options].filter((option) => option.value);
    const found = wanted ? options.filter((option) => folded(option.textContent).includes(wanted)).slice(0, shown) : [];
    const list = panel.querySelector("[data-chip-found]");
    list.replaceChildren(...found.map(pick));
    if (wanted && !found.length) say(side.dataset.none);
  }

  function open(kind) {
    const template = side.querySelector(`template[data-chip-choices="${CSS.escape(kind)}"]`);
    if (!template) return;
    const before = place.querySelector("[data-kind]")?.dataset.kind;
    if (before) close(before);
    if (before === kind) return;
    place.replaceChildren(template.content.cloneNode(true));
    opener(kind).setAttribute("aria-expanded", "true");
    place.querySelector("button, input")?.focus();
  }

  // A field left empty says what stands for it: what was read of the filer's own words, so that nobody types it twice; and
  // while they are being read, that they are. A list says it in its first line, which stands for "nothing chosen".
  const readFields = ["place_text", "goods", "country"].map((name) => form.elements[name]).filter(Boolean);
  const nothing = form.elements.country?.options[0].text;

  function sayInFields(reading = "") {
    const where = side.querySelector("[data-chip-country]")?.dataset.chipCountry;
    for (const field of readFields) {
      const chip = side.querySelector(`[data-chip] a[href="#${CSS.escape(field.id)}"]`)?.closest("[data-chip]");
      const words = chip?.dataset.chipWords ?? "";
      if (field.tagName === "INPUT") field.placeholder = words || reading;
      else {
        const country = chip?.matches(".read") ? words : where;
        field.options[0].text = country ? `${country} (${side.dataset.read})` : reading || nothing;
      }
    }
  }

  // Chips are links to their fields until this runs; then they open what is beside them.
  function dress() {
    sayInFields();
    for (const link of side.querySelectorAll("[data-chip-open]")) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", String(place.querySelector("[data-kind]")?.dataset.kind === link.dataset.chipOpen));
    }
  }

  side.addEventListener("click", (event) => {
    const link = event.target.closest("[data-chip-open]");
    const striking = event.target.closest("button[name=strike]");
    const panel = event.target.closest("[data-kind]");
    const button = event.target.closest("button");
    if (link) {
      event.preventDefault();
      open(link.dataset.chipOpen);
    } else if (striking) {
      event.preventDefault();
      const field = side.querySelector(`[data-chip="${CSS.escape(striking.value)}"] a`)?.hash.slice("#id_".length);
      strike(striking.value, field);
    } else if (panel && button?.hasAttribute("data-chip-close")) {
      close(panel.dataset.kind);
      opener(panel.dataset.kind)?.focus();
    } else if (panel && button?.dataset.strike) {
      strike(button.dataset.strike, panel.dataset.field);
    } else if (panel && button && "value" in button.dataset) {
      choose(panel, button.dataset.value, button.dataset.words);
    }
  });
  side.addEventListener("input", (event) => {
    if (event.target.matches("[data-chip-search]")) look(event.target.closest("[data-kind]"), event.target);
    // Letters typed to search are no answer of the form.
    if (event.target.closest("[data-kind]")) event.stopPropagation();
  });
  side.addEventListener("change", (event) => {
    if (event.target.closest("[data-kind]")) event.stopPropagation();
  });
  side.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter and Escape are the input method's while it writes Chinese or Vietnamese
    const panel = event.target.closest("[data-kind]");
    if (event.key === " " && event.target.matches("[data-chip-open]")) {
      event.preventDefault();
      event.target.click();
    } else if (panel && event.key === "Escape") {
      close(panel.dataset.kind);
      opener(panel.dataset.kind)?.focus();
    } else if (panel && event.key === "Enter" && event.target.tagName === "INPUT") {
      event.preventDefault();
      event.stopPropagation();
      const value = event.target.value.trim();
      if (event.target.matches("[data-chip-write]") && value) choose(panel, value, value);
      else panel.querySelector("[data-chip-found] button")?.click();
    }
  });
  side.addEventListener("htmx:beforeRequest", () => {
    if (form.elements.text?.value.trim()) sayInFields(side.dataset.reading);
  });
  side.addEventListener("htmx:afterRequest", () => sayInFields());
  side.addEventListener("htmx:beforeSwap", () => {
    back ||= document.activeElement?.dataset.chipOpen ?? "";
  });
  side.addEventListener("htmx:afterSwap", () => {
    dress();
    if (!back) return;
    (opener(back) ?? side.querySelector("[data-chip-open]"))?.focus();
    back = "";
  });
  dress();
}
