// The page's one voice: a short sentence shown at the foot and read aloud. `fill` puts words into a sentence that the
// server translated: fill("Question {here} of {all}", {here: 2, all: 4}).
const shownFor = 4000; // ms; the sentences are one line

export function say(sentence) {
  const place = document.getElementById("said");
  if (!place || !sentence) return;
  const line = document.createElement("p");
  line.textContent = sentence;
  place.replaceChildren(line);
  setTimeout(() => line.remove(), shownFor);
}

export function fill(sentence, words) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in words ? String(words[name]) : whole));
}
