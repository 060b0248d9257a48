// A link into a folded part of the page opens it, in browsers too that leave it folded; an address with such a part does as well.
const open = (id) => {
  const target = id ? document.getElementById(id) : null;
  for (let fold = target?.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) {
    fold.open = true;
  }
};

export function startUnfolding() {
  open(decodeURIComponent(location.hash.slice(1)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && !event.defaultPrevented) open(decodeURIComponent(link.hash.slice(1)));
  });
}
