// The worker that the browser keeps beside our pages: a page that its view lets be kept (header Landsea-Keep) is laid aside each time
// it comes, and shown when the network fails or keeps silent, with the moment it is of. It answers from what is kept only then: no old
// page is ever shown as new. Forms are not touched. `SHELL` is written before this file by the server.
const shellName = `landsea-shell-${SHELL.version}-${SHELL.language}`;
const keptPrefix = "landsea-kept-";
const mostPages = 60;
const longest = { nobody: 30 * 24 * 3600 * 1000, somebody: SHELL.signedInSeconds * 1000 }; // ms
const patience = { kept: 15_000, any: 60_000 }; // ms until what is kept is shown, and until the page says that there is no line

self.addEventListener("install", (event) => event.waitUntil(layShellAside().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(dropOldShells().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(fetch(event.data.keep).then((response) => keep(event.data.keep, response)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method !== "GET") {
    // What a person saw goes before they do; the form itself goes its own way.
    if (pathname === SHELL.signOut) event.waitUntil(forgetSignedIn());
    else if (pathname.endsWith("/leave")) event.waitUntil(forgetBelow(pathname.slice(0, -"leave".length)));
    else if (pathname.endsWith("/data/erase")) event.waitUntil(forgetBelow(pathname.slice(0, -"data/erase".length)));
  } else if (request.mode === "navigate") event.respondWith(openPage(event));
  else if (pathname.startsWith(SHELL.static)) event.respondWith(drawFrom(event));
});

async function layShellAside() {
  const shell = await caches.open(shellName);
  const pages = [SHELL.offline, SHELL.form].map(async (path) => {
    // Without cookies: these two are the same for everybody who uses this device.
    const response = await fetch(`${path}?lang=${SHELL.language}`, { credentials: "omit" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await shell.put(path, await dated(response));
  });
  await Promise.all([shell.addAll(SHELL.files), ...pages]);
}

async function dropOldShells() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("landsea-shell-") && name !== shellName).map((name) => caches.delete(name)));
}

/** The page from the network; what is kept where the network fails, or has not begun to answer in time. */
async function openPage(event) {
  const { request } = event;
  const coming = fetch(request).then((response) => {
    // A copy that nobody reads can hold up the page itself: none is made of what is not kept.
    const kept = response.headers.get("Landsea-Keep") ? response.clone() : response;
    event.waitUntil(keep(request.url, kept).catch(() => {}));
    return response;
  });
  event.waitUntil(coming.catch(() => {})); // what comes late is laid aside all the same
  const laidAside = () => keptPage(request.url).then((found) => found ?? coming);
  const inTime = Promise.race([coming, after(patience.kept).then(laidAside), after(patience.any).then(fail)]);
  return inTime.catch(async (fault) => (await keptPage(request.url)) ?? (await pageOfShell(request.url)) ?? Promise.reject(fault));
}

const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const fail = () => Promise.reject(new Error("no answer"));

async function drawFrom(event) {
  try {
    const response = await fetch(event.request);
    if (response.ok && /\.woff2$/.test(new URL(event.request.url).pathname)) {
      const copy = response.clone();
      event.waitUntil(caches.open(shellName).then((shell) => shell.put(event.request, copy)).catch(() => {}));
    }
    return response;
  } catch (fault) {
    return (await caches.match(event.request)) ?? Promise.reject(fault);
  }
}

/** Lays a page aside in the cache of whoever it is for, or forgets it when it may not be kept any more. */
async function keep(address, response) {
  const said = response.headers.get("Landsea-Keep");
  if (!said) {
    if (response.type === "basic") await forgetPage(address);
    return;
  }
  const [, owner = ""] = said.split(" ");
  const kept = await caches.open(keptPrefix + owner);
  await kept.delete(address);
  await kept.put(address, await dated(response));
  const pages = await kept.keys(); // the oldest first
  await Promise.all(pages.slice(0, Math.max(0, pages.length - mostPages)).map((page) => kept.delete(page)));
}

async function dated(response) {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  headers.set("Landsea-Kept-At", new Date().toISOString());
  return new Response(await response.text(), { headers });
}

const keptNames = async () => (await caches.keys()).filter((name) => name.startsWith(keptPrefix));

async function keptPage(address) {
  for (const name of (await keptNames()).sort().reverse()) {
    const kept = await caches.open(name);
    const found = await kept.match(address);
    if (!found) continue;
    const age = Date.now() - Date.parse(found.headers.get("Landsea-Kept-At"));
    if (age < (name === keptPrefix ? longest.nobody : longest.somebody)) return asOld(found);
    await kept.delete(address);
  }
  return null;
}

async function pageOfShell(address) {
  const shell = await caches.open(shellName);
  const found = await shell.match(new URL(address).pathname === SHELL.form ? SHELL.form : SHELL.offline);
  return found ? asOld(found) : null;
}

/** The page with the line that says of which moment it is. */
async function asOld(response) {
  const at = response.headers.get("Landsea-Kept-At");
  const text = await response.text();
  const language = /<html lang="([\w-]+)"/.exec(text)?.[1] ?? "en";
  const moment = momentInWords(language, at);
  const old = text
    .replace("<html ", `<html data-as-of="${at}" `)
    .replace("<div data-old-page hidden", "<div data-old-page")
    .replace("{moment}", moment);
  return new Response(old, { headers: response.headers });
}

/** By the calendar and in the digits of all our pages: browsers have others of their own for Thai years and Burmese digits. Of
    Lao, Khmer and Burmese many know no words of a day and write "2026 M12 1", or English: there it stands in digits, as Swedish
    writes it everywhere. */
function momentInWords(language, at) {
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  const dateStyle = isKnown ? "full" : "short";
  const said = { calendar: "gregory", numberingSystem: "latn", dateStyle, timeStyle: "short" };
  return new Intl.DateTimeFormat(isKnown ? language : "sv", said).format(new Date(at));
}

async function forgetPage(address) {
  for (const name of await keptNames()) await (await caches.open(name)).delete(address);
}

async function forgetBelow(path) {
  for (const name of await keptNames()) {
    const kept = await caches.open(name);
    for (const page of await kept.keys()) if (new URL(page.url).pathname.startsWith(path)) await kept.delete(page);
  }
}

/** What pages of somebody signed in were kept, and what they wrote that was still here. */
async function forgetSignedIn() {
  indexedDB.open("landsea").onsuccess = ({ target: { result: database } }) => {
    if (!database.objectStoreNames.contains("filings")) return database.close();
    const store = database.transaction("filings", "readwrite").objectStore("filings");
    store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return database.close();
      if (cursor.value.owner) cursor.delete();
      cursor.continue();
    };
  };
  await Promise.all((await keptNames()).filter((name) => name !== keptPrefix).map((name) => caches.delete(name)));
}
