// <input data-needed="visibility=named" data-or="party" data-says="…"> is asked for where another field of its form has that
// value, unless the other one is filled; so nobody learns of it only when all is to be sent. The server asks for it as well.
export function startNeeded(input) {
  const form = input.form;
  if (!form) return;
  const [name, value] = input.dataset.needed.split("=");

  function check() {
    const filled = [input, form.elements[input.dataset.or]].some((field) => field?.value.trim());
    input.setCustomValidity(form.elements[name]?.value === value && !filled ? input.dataset.says : "");
  }

  // A press comes before the button's own act, so a draft that was put back is looked at as well.
  for (const kind of ["input", "change", "click"]) form.addEventListener(kind, check, { capture: true });
  check();
}
