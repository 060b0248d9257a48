// Keys for a list of work: j and k walk the rows, Enter opens (the row holds a link), "/" goes to the search field.
// One-letter keys can be switched off (WCAG 2.1.4) with a checkbox [data-keys]; the device remembers it.
const keysOff = "landsea.keys.off";

function stored() {
  try {
    return localStorage.getItem(keysOff) === "yes";
  } catch {
    return false;
  }
}

const typing = (target) => target.closest?.("input, textarea, select, [contenteditable], dialog[open]");

export function startQueue(queue) {
  const toggle = document.querySelector("[data-keys]");
  let off = stored();
  if (toggle) {
    toggle.closest("[hidden]")?.removeAttribute("hidden");
    toggle.checked = !off;
    toggle.addEventListener("change", () => {
      off = !toggle.checked;
      try {
        localStorage.setItem(keysOff, off ? "yes" : "no");
      } catch {
        // Not remembered then; it holds for this page.
      }
    });
  }

  const links = () => [...queue.querySelectorAll("[data-row]")];
  const walk = (by) => {
    const rows = links();
    const here = rows.indexOf(document.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(here + by, 0), rows.length - 1);
    rows[next]?.focus();
  };

  const onKey = (event) => {
    if (!queue.isConnected) {
      document.removeEventListener("keydown", onKey); // htmx took this list away
      return;
    }
    if (off || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const search = document.querySelector("[data-search]");
    if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "/" && search) {
      event.preventDefault();
      search.focus();
    }
  };
  document.addEventListener("keydown", onKey);
}
