// A form proves by a token that a page of ours sent it. Signing in gives the browser another token, and a page that stood open in
// another tab still holds the old one: what was typed there would be answered with "please send this once more". So a form takes
// the token of now, which stands in our cookie, when it is sent.
const cookie = /(?:^|;\s*)csrftoken=([^;]+)/;

export function sendWithTokenOfNow() {
  document.addEventListener(
    "submit",
    ({ target }) => {
      const field = target.querySelector?.("input[name=csrfmiddlewaretoken]");
      const now = cookie.exec(document.cookie)?.[1];
      if (field && now) field.value = now;
    },
    true,
  );
}
