// A <details> used as a menu closes with Escape, when one clicks elsewhere, and when the keyboard goes on past it: it
// would hide where one is.
export function startMenus(menu) {
  const summary = menu.querySelector("summary");
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  menu.addEventListener("toggle", () => {
    if (!menu.open) return;
    const outside = (event) => {
      if (menu.contains(event.target)) return;
      menu.open = false;
      document.removeEventListener("click", outside);
    };
    document.addEventListener("click", outside);
  });
}
