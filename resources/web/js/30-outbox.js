/* What this phone has sent or wants to send. Every thing is stored first, sent in order with an id of its own, and
   forgotten only when the server has said "saved". The same id twice is saved once, so sending again is always safe. */
(function (f) {
  "use strict";
  const WAITS = [1000, 2000, 4000, 8000, 15000];
  const outbox = (f.outbox = { items: [] });
  let busy = false;
  let failures = 0;
  let timer = 0;
  let last = 0;

  const changed = () => f.emit("outbox");
  outbox.waiting = () => outbox.items.filter((item) => item.state === "waiting" || item.state === "sending");
  outbox.nextTry = 0;

  outbox.load = () => f.store.all("outbox").then((items) => {
    const known = outbox.items.map((item) => item.id);
    const found = items.filter((item) => known.indexOf(item.id) < 0);
    found.forEach((item) => { if (item.state !== "refused") item.state = "waiting"; });
    outbox.items = found.concat(outbox.items).sort((a, b) => a.place - b.place);
    last = outbox.items.reduce((most, item) => Math.max(most, item.place), 0);
    changed();
    outbox.flush();
  });

  /* `replaces`: an unsent earlier thing of the same kind and step gives way (a changed vote). */
  outbox.add = (thing, replaces) => {
    if (replaces) {
      outbox.items.filter((old) => old.step === thing.step && old.kind === thing.kind && old.state !== "sending")
        .forEach((old) => outbox.forget(old.id));
    }
    const item = Object.assign({ id: f.uuid(), base: f.base, place: ++last, state: "waiting" }, thing);
    outbox.items.push(item);
    changed();
    return f.store.put("outbox", Object.assign({}, item)).then(() => { outbox.flush(); return item; });
  };

  outbox.forget = (id) => {
    outbox.items = outbox.items.filter((item) => item.id !== id);
    changed();
    return f.store.remove("outbox", id);
  };

  outbox.flush = () => { clearTimeout(timer); timer = 0; pump(); };

  function pump() {
    const item = outbox.items.find((one) => one.state === "waiting");
    if (busy || !item) return;
    busy = true;
    item.state = "sending";
    item.note = "";
    changed();
    f.post(item).then((answer) => {
      busy = false;
      failures = 0;
      settle(item, answer);
      pump();
    }, (wait) => {
      busy = false;
      item.state = "waiting";
      const pause = wait > 0 ? wait : WAITS[Math.min(failures++, WAITS.length - 1)];
      const spread = pause * (0.7 + Math.random() * 0.6);
      outbox.nextTry = Date.now() + spread;
      clearTimeout(timer);
      timer = setTimeout(outbox.flush, spread);
      changed();
    });
  }

  function settle(item, answer) {
    if (answer.ok) {
      item.state = "saved";
      item.at = answer.at;
      item.ids = answer.ids;
      f.store.remove("outbox", item.id);
      f.emit("saved", item);
    } else {
      item.state = "refused";
      item.message = answer.message;
      item.late = answer.error === "step_closed" || answer.error === "wrong_step" || /_not_open$/.test(answer.error);
      f.store.put("outbox", Object.assign({}, item));
      f.emit("refused", item);
    }
    changed();
  }

  /* Sends one thing. Resolves with the server's answer; rejects with milliseconds to wait (0 = as you think best). */
  f.post = (item) => {
    const message = { id: item.id, step: item.step, kind: item.kind, body: item.body };
    const options = { method: "POST", body: JSON.stringify(message), headers: { "Content-Type": "application/json" } };
    return f.fetch(f.base + "/events", options).then((response) => {
      if (response.status === 404 || response.status === 410) { f.emit("gone"); throw 60000; }
      if (response.status === 429 || response.status >= 500) {
        f.emit("net", true);
        item.note = response.status >= 500 ? f.say("full") : "";
        throw 1000 * Number(response.headers.get("Retry-After") || 0);
      }
      f.emit("net", true);
      return response.json();
    }).catch((trouble) => {
      if (typeof trouble === "number") throw trouble;
      f.emit("net", false);
      throw 0;
    });
  };

  f.on("net", (up) => { if (up && !busy && failures && outbox.waiting().length) { failures = 0; outbox.flush(); } });
})(window.fasi);
