// <button name="meant" data-meant="Mohan" data-meant-country="CN">: which of several places is meant goes into the form's own fields, and
// the form reads itself again. Without script the button sends the form, and the server does the same.
export function startMeant(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-meant]");
    if (!button) return;
    event.preventDefault();
    const { place_text: place, country, struck } = form.elements;
    place.value = button.dataset.meant;
    country.value = button.dataset.meantCountry;
    const isSide = button.value === button.dataset.meantCountry; // no place is said: one that was struck out stays so
    if (struck && !isSide) struck.value = struck.value.split(" ").filter((kind) => kind !== "place").join(" ");
    place.focus();
    country.dispatchEvent(new Event("change", { bubbles: true }));
    place.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
