// <div data-faults tabindex="-1">: what a form was not sent for, brought into sight and into focus when the page comes back with it.
export function startFaults(faults) {
  faults.focus({ preventScroll: true });
  faults.scrollIntoView({ block: "center" });
}
