// On another site: gives each frame of ours the height that the widget in it tells. Nothing else is read or changed there.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const tallest = 2000; // px; a widget is a piece of a page, whatever it says
  addEventListener("message", (event) => {
    const height = event.data?.landseaHeight;
    if (event.origin !== origin || !(height > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source) frame.height = Math.min(height, tallest);
    }
  });
})();
