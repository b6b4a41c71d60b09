/* Where unsent things live until the server has said "saved": IndexedDB, so that they outlive the page; memory if the
   browser refuses storage. `store.keeps` says which, because the page tells it honestly. Also kept: half-filled forms, and who
   has used this phone. */
(function (f) {
  "use strict";
  const BOXES = ["outbox", "drafts", "people"];
  const memory = { outbox: new Map(), drafts: new Map(), people: new Map() };
  let opened = null;
  const store = (f.store = { keeps: false });

  function open() {
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => resolve(null), 3000); // some private modes never answer
      const done = (db) => { clearTimeout(giveUp); resolve(db); };
      let request;
      try { request = indexedDB.open("fasilitaattori", 2); } catch (refused) { done(null); return; }
      request.onupgradeneeded = () => {
        BOXES.filter((name) => !request.result.objectStoreNames.contains(name))
          .forEach((name) => request.result.createObjectStore(name, { keyPath: "id" }));
      };
      request.onsuccess = () => {
        request.result.onversionchange = () => { request.result.close(); }; // a newer page is waiting for it
        done(request.result);
      };
      request.onerror = () => done(null);
      request.onblocked = () => done(null);
    });
  }

  function database() {
    opened = opened || open().then((db) => { store.keeps = Boolean(db); return db; });
    return opened;
  }

  /* Runs one request; when the database fails in the middle of the evening (storage full), memory takes over. */
  function run(name, mode, ask, instead) {
    return database().then((db) => new Promise((resolve) => {
      const fallBack = () => { store.keeps = false; f.emit("memory"); resolve(instead()); };
      if (!db) { fallBack(); return; }
      try {
        const transaction = db.transaction(name, mode);
        const request = ask(transaction.objectStore(name));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = fallBack;
        transaction.onabort = fallBack;
      } catch (refused) { fallBack(); }
    }));
  }

  store.ready = () => database();
  store.put = (name, item) => {
    memory[name].set(item.id, item);
    return run(name, "readwrite", (box) => box.put(item), () => undefined);
  };
  store.remove = (name, id) => {
    memory[name].delete(id);
    return run(name, "readwrite", (box) => box.delete(id), () => undefined);
  };
  /* Everything, whoever's on this phone; and this person's own. */
  store.every = (name) =>
    run(name, "readonly", (box) => box.getAll(), () => Array.from(memory[name].values())).then((items) => items || []);
  store.all = (name) => store.every(name).then((items) => items.filter((item) => item.base === f.base));
})(window.fasi);
