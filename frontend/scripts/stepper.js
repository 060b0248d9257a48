// <form data-stepper> with <fieldset class="question"> children and a .stepper-bar: on a phone one question a screen,
// above 48rem all on one page. The phone's own back button goes one question back. Fields of a question that is not
// shown stay in the form and are sent. A button [data-step=send] in the bar stands in for the page's own one, which
// [data-when] selects, on the last question and when that is there.
import { fill } from "./say.js";

const phone = window.matchMedia("(max-width: 47.99rem)");

export function startStepper(form) {
  const questions = [...form.querySelectorAll(".question")];
  const bar = form.querySelector(".stepper-bar");
  const where = bar?.querySelector("[data-where]");
  const [back, on, send] = ["back", "on", "send"].map((name) => bar?.querySelector(`[data-step="${name}"]`));
  if (questions.length < 2 || !where || !back || !on) return;
  const last = questions.length - 1;
  // A form that came back opens at the first question that has something to put right, or else where it is sent.
  const wrong = questions.findIndex((question) => question.querySelector(".fault:not([hidden])"));
  const start = wrong >= 0 ? wrong : "returned" in form.dataset ? last : 0;
  let here = start;

  function show() {
    const stepping = phone.matches;
    form.toggleAttribute("data-stepping", stepping);
    questions.forEach((question, index) => {
      question.hidden = stepping && index !== here;
    });
    for (const part of form.querySelectorAll("[data-last-question]")) part.hidden = stepping && here !== last;
    bar.hidden = !stepping;
    back.hidden = here === 0;
    on.hidden = here === last;
    if (send) send.hidden = here !== last || !form.querySelector(send.dataset.when);
    where.textContent = fill(where.dataset.where, { here: here + 1, all: questions.length });
  }

  function go(to, remember) {
    here = Math.min(Math.max(to, 0), last);
    show();
    if (remember) history.pushState({ question: here, steps: (history.state?.steps ?? 0) + 1 }, "");
    window.scrollTo(0, form.getBoundingClientRect().top + window.scrollY - 16);
    const heading = questions[here].querySelector("legend, h2");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }

  const firstUnready = () =>
    [...questions[here].querySelectorAll("input, select, textarea")].find((field) => !field.checkValidity());

  on.addEventListener("click", () => {
    const field = firstUnready();
    if (field) field.reportValidity();
    else go(here + 1, true);
  });
  // No step of its own leads to the question at which a form comes back, so the way from there is none of the browser's.
  back.addEventListener("click", () => {
    if (history.state?.steps) return history.back();
    go(here - 1, false);
    history.replaceState({ question: here, steps: 0 }, "");
  });
  window.addEventListener("popstate", (event) => {
    if (form.isConnected && phone.matches) go(event.state?.question ?? start, false);
  });
  // A field that the browser refuses may sit on a hidden question, where nobody would see why.
  form.addEventListener(
    "invalid",
    (event) => {
      const index = questions.findIndex((question) => question.contains(event.target));
      if (phone.matches && index >= 0 && index !== here && questions[index].hidden) go(index, true);
    },
    { capture: true },
  );
  // Enter in a one-line field means "go on", not "send half of it".
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !phone.matches || here === last || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    on.click();
  });
  // "Change" leads to a field that may sit on a hidden question.
  form.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    const index = target ? questions.findIndex((question) => question.contains(target)) : -1;
    if (index < 0 || event.defaultPrevented) return; // a chip's link opens its choices instead
    event.preventDefault();
    const fold = target.closest("details");
    if (fold) fold.open = true;
    if (phone.matches && index !== here) go(index, true);
    target.focus();
    target.scrollIntoView({ block: "center" });
  });
  phone.addEventListener("change", show);
  if (send) form.addEventListener("htmx:afterSettle", show);
  show();
}
