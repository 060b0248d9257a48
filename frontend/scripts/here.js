// A row of links that is wider than a phone begins where the reader is.
export function showHere(row) {
  const here = row.querySelector("[aria-current]");
  if (!here) return;
  const left = here.getBoundingClientRect().left - row.getBoundingClientRect().left;
  row.scrollLeft += left - (row.clientWidth - here.offsetWidth) / 2;
}
