// Starts every module on the page, and again on whatever htmx brings in. Each page works without any of this.
import htmx from "htmx.org";
import { leadBackToPage } from "./back.js";
import { startBoxes } from "./boxes.js";
import { startChips } from "./chips.js";
import { tellZone } from "./clock.js";
import { startConfirm } from "./confirm.js";
import { startCopy } from "./copy.js";
import { forgetSentDrafts, startDrafts } from "./draft.js";
import { startFaults } from "./faults.js";
import { drawHanzi } from "./hanzi.js";
import { showHere } from "./here.js";
import { startMeant } from "./meant.js";
import { startMenus } from "./menus.js";
import { startNeeded } from "./needed.js";
import { showKept, startOffline } from "./offline.js";
import { startPrint } from "./print.js";
import { startProgress } from "./progress.js";
import { startQueue } from "./queue.js";
import { startRecent } from "./recent.js";
import { findReturned, keepReturned } from "./returned.js";
import { startShare } from "./share.js";
import { startStepper } from "./stepper.js";
import { sendWithTokenOfNow } from "./token.js";
import { startUnfolding } from "./unfold.js";
import { startUploader } from "./uploader.js";
import { putBackByAddress, startSending, startWaiting } from "./waiting.js";

window.htmx = htmx;
const returned = findReturned();
leadBackToPage();
sendWithTokenOfNow();
tellZone();

const starters = [
  ["form[data-waits]", startWaiting], // before drafts and uploads: without a line nothing of a form may go on
  ["form[data-draft]", startDrafts],
  ["form[data-stepper]", startStepper],
  ["[data-needed]", startNeeded],
  ["form.filing", startMeant],
  ["[data-chips]", startChips],
  ["[data-uploader]", startUploader],
  ["[data-progress]", startProgress],
  ["form[data-confirm]", startConfirm],
  ["[data-copy]", startCopy],
  ["[data-queue]", startQueue],
  ["form[data-recent]", startRecent],
  ["details[data-menu]", startMenus],
  [".site-nav, .tabs", showHere],
  ["[data-kept-list]", showKept],
  ["[data-share]", startShare],
  ["[data-boxes]", startBoxes],
  ["[data-print]", startPrint],
  ["[data-faults]", startFaults], // last: where the reader looks first
];

const started = new WeakMap();

function start(root) {
  forgetSentDrafts(root);
  drawHanzi(root);
  for (const [selector, starter] of starters) {
    const found = root.matches?.(selector) ? [root] : [];
    for (const element of [...found, ...root.querySelectorAll(selector)]) {
      const known = started.get(element) ?? new Set();
      if (known.has(starter)) continue;
      started.set(element, known.add(starter));
      starter(element);
    }
  }
}

htmx.onLoad(start);

document.addEventListener("DOMContentLoaded", async () => {
  keepReturned(returned);
  startUnfolding();
  await startOffline();
  await startSending();
  await putBackByAddress();
});
