// Where what waits lies on this device: one object store of IndexedDB, a row a filing: {key, at, owner, state: waits, refused or sent,
// fields: [[name, value]], files: [{name, file}], reasons, ref, link}.
function open() {
  return new Promise((done, fail) => {
    const opening = indexedDB.open("landsea", 2);
    // The worker may have opened it first, and made it empty.
    opening.onupgradeneeded = () => {
      if (!opening.result.objectStoreNames.contains("filings")) opening.result.createObjectStore("filings", { keyPath: "key" });
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
}

async function ask(mode, act) {
  const database = await open();
  return new Promise((done, fail) => {
    const work = database.transaction("filings", mode);
    const request = act(work.objectStore("filings"));
    work.oncomplete = () => done(request.result);
    work.onabort = work.onerror = () => fail(work.error ?? request.error);
  }).finally(() => database.close());
}

export const all = async () => (await ask("readonly", (store) => store.getAll())).sort((one, other) => one.at - other.at);
export const put = (row) => ask("readwrite", (store) => store.put(row));
export const remove = (key) => ask("readwrite", (store) => store.delete(key));
