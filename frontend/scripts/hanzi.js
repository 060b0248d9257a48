// Chinese is drawn with the device's own font: our slices cost some fifteen files of 20 to 60 KB for one page. Only a
// device that has none (it would show boxes) gets hanzi.css, and only on a page that holds Chinese.
let looked = false;

function drawn(sign) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 24;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.font = "20px sans-serif";
  pen.fillText(sign, 2, 20);
  return pen.getImageData(0, 0, 24, 24).data.join();
}

// Two different signs look alike only when both are the box that stands for a missing one.
const deviceCan = () => drawn("国") !== drawn("贸");

export function drawHanzi(root) {
  const sheet = document.documentElement.dataset.hanzi;
  if (looked || !sheet || !/\p{Script=Han}/u.test(root.textContent)) return;
  looked = true;
  if (deviceCan()) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheet }));
}
