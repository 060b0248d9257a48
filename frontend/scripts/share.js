// <button data-share data-title="..." data-url="..." hidden>: the device's own way of passing something on, where it has one. Nothing but
// title and address goes. Beside it stands the same text to copy.
export function startShare(button) {
  const { title, url } = button.dataset;
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () => navigator.share({ title, url }).catch(() => {})); // given up by the person
}
