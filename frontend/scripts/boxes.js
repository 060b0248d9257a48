// <ol data-boxes="question" data-boxes-owner="...">: what is ticked stays on this device, under the question it belongs to and the
// reader's mark, so that people who share a device are kept apart. Beside it [data-boxes-said="{done} of {all} …"] counts.
// Without script the list can be ticked and printed, and forgets.
import { fill } from "./say.js";

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return []; // Storage is closed, or holds something else.
  }
};

function write(key, ticked) {
  try {
    if (ticked.length) localStorage.setItem(key, JSON.stringify(ticked));
    else localStorage.removeItem(key);
  } catch {
    // Full or closed: the ticks last as long as the page.
  }
}

export function startBoxes(list) {
  const key = `landsea.boxes.${list.dataset.boxes}.${list.dataset.boxesOwner ?? ""}`;
  const boxes = [...list.querySelectorAll("[data-box]")];
  const said = list.parentElement.querySelector("[data-boxes-said]");
  const count = () => {
    if (!said) return;
    said.hidden = false;
    said.textContent = fill(said.dataset.boxesSaid, { done: boxes.filter((box) => box.checked).length, all: boxes.length });
  };
  const kept = read(key);
  for (const box of boxes) box.checked = kept.includes(box.dataset.box);
  count();
  list.addEventListener("change", () => {
    write(
      key,
      boxes.filter((box) => box.checked).map((box) => box.dataset.box),
    );
    count();
  });
}
