// <form data-confirm="id-of-dialog">: asks in the page's own dialog before it is sent. Without script it is sent at once.
export function startConfirm(form) {
  const dialog = document.getElementById(form.dataset.confirm);
  if (!dialog?.showModal) return;
  let confirmed = false;
  let pressed = null;

  form.addEventListener(
    "submit",
    (event) => {
      if (confirmed) {
        confirmed = false;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed = event.submitter;
      dialog.returnValue = "";
      dialog.showModal();
      dialog.querySelector('[value="no"]')?.focus(); // not by autofocus: a browser tries that while the page loads, and complains
    },
    { capture: true },
  );
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "yes") {
      confirmed = true;
      form.requestSubmit(pressed);
    } else {
      pressed?.focus();
    }
  });
}
