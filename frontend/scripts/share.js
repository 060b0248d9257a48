// <button data-share data-title="..." data-url="..." data-done="Copied." hidden>: the device's own way of passing something on, and where
// it has none the address is copied. Nothing but title and address goes; whoever gets it needs no account.
import { say } from "./say.js";

export function startShare(button) {
  const { title, url, done } = button.dataset;
  if (!navigator.share && !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      if (navigator.share) return await navigator.share({ title, url });
      await navigator.clipboard.writeText(`${title}\n${url}`);
      say(done);
    } catch {
      // Given up by the person, or not allowed: the link for mail stands beside it.
    }
  });
}
