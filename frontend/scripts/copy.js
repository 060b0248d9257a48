// <button data-copy="id-of-field" data-done="Copied." hidden>: without script the field can be copied by hand.
import { say } from "./say.js";

export function startCopy(button) {
  const field = document.getElementById(button.dataset.copy);
  if (!field) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      say(button.dataset.done);
    } catch {
      // No permission, or not a secure address: leave it selected for the reader's own copy command.
      field.focus();
      field.select();
    }
  });
}
