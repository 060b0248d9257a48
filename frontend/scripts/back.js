// The answer to a form stands at an address to which Back would send the form again, which the browser asks about on an error
// page of its own. <html data-back-to> names the page that shows the same to whoever comes back: it takes that place.
export function leadBackToPage() {
  const address = document.documentElement.dataset.backTo;
  if (address) history.replaceState(history.state, "", address);
}
