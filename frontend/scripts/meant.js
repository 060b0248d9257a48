// <button name="meant" data-meant="Mohan" data-meant-country="CN">: which of several places is meant goes into the form's own fields, and
// the form reads itself again. Without script the button sends the form, and the server does the same.
export function startMeant(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-meant], button[data-goods-meant]");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.goodsMeant) return takeGoods(form, button.dataset.goodsMeant);
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

// <button name="goods_meant" data-goods-meant="rice 1006.30">: which of several goods it is about.
function takeGoods(form, written) {
  const { goods, struck } = form.elements;
  goods.value = written;
  if (struck) struck.value = struck.value.split(" ").filter((kind) => kind !== "goods").join(" ");
  goods.focus();
  goods.dispatchEvent(new Event("change", { bubbles: true }));
}
