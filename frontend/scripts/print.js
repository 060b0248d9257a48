// <button data-print hidden>: prints the page; without script the browser's own menu does.
export function startPrint(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
