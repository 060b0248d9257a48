// <form data-progress="Sending, {percent} %"> holds a <div data-progress-place hidden><progress><p></div>: a form with
// files or rows that is sent through htmx (hx-boost) shows how far it is, and cannot be pressed twice. A bar without a
// value stays one that only moves, with the words that stand beside it: for work whose length is not known.
import { fill } from "./say.js";

export function startProgress(form) {
  const place = form.querySelector("[data-progress-place]");
  const bar = place?.querySelector("progress");
  const line = place?.querySelector("p");
  if (!bar || !line) return;

  const counts = bar.hasAttribute("value");

  form.addEventListener("htmx:beforeRequest", () => {
    form.setAttribute("aria-busy", "true");
    place.hidden = false;
  });
  form.addEventListener("htmx:xhr:progress", (event) => {
    const { loaded, total, lengthComputable } = event.detail;
    if (!counts || !lengthComputable || !total) return;
    const percent = Math.floor((100 * loaded) / total);
    bar.value = percent;
    line.textContent = fill(form.dataset.progress, { percent });
  });
  form.addEventListener("htmx:afterRequest", () => {
    form.removeAttribute("aria-busy");
    place.hidden = true;
  });
}
