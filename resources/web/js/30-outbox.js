/* What the people of this phone have sent or want to send. Every thing is stored first, sent in order with an id of its own and to
   the address of whoever wrote it, and forgotten only when the server has said "saved". The same id twice is saved once, so
   sending again is always safe, from another tab too: the store is what all tabs share, and it is read before every sending. */
(function (f) {
  "use strict";
  const WAITS = [1000, 2000, 4000, 8000, 15000];
  const outbox = (f.outbox = { items: [] });
  const closed = {}; // addresses that are no longer good: what is for them is kept, not sent
  let busy = false;
  let failures = 0;
  let timer = 0;
  let last = 0;

  const changed = () => f.emit("outbox");
  const isOwn = (item) => item.base === f.base;
  outbox.own = () => outbox.items.filter(isOwn);
  outbox.waiting = () => outbox.items.filter((item) => (item.state === "waiting" || item.state === "sending") && !closed[item.base]);
  outbox.kept = (base) => outbox.items.filter((item) => item.base === base && item.state !== "saved");

  /* Takes in what the store has: things from before this page, and from other tabs. What another tab has sent or replaced is no
     longer there. */
  function sync() {
    return f.store.every("outbox").then((found) => {
      const there = new Set(found.map((item) => item.id));
      const known = new Set(outbox.items.map((item) => item.id));
      const gone = f.store.keeps ? outbox.items.filter((item) => item.stored && item.state === "waiting" && !there.has(item.id)) : [];
      const fresh = found.filter((item) => !known.has(item.id));
      fresh.forEach((item) => { item.stored = true; if (item.state !== "refused") item.state = "waiting"; });
      if (!gone.length && !fresh.length) return;
      outbox.items = outbox.items.filter((item) => gone.indexOf(item) < 0).concat(fresh).sort((a, b) => a.place - b.place);
      last = outbox.items.reduce((most, item) => Math.max(most, item.place), last);
      if (gone.some(isOwn)) f.emit("elsewhere");
      changed();
    });
  }

  outbox.look = sync;
  outbox.load = () => sync().then(() => {
    outbox.own().filter((item) => item.state === "refused").forEach((item) => f.emit("refused", item));
    outbox.flush();
  });

  /* `replaces`: an unsent earlier thing of the same kind and step gives way (a changed vote). */
  outbox.add = (thing, replaces) => {
    if (replaces) {
      outbox.own().filter((old) => old.step === thing.step && old.kind === thing.kind && old.state !== "sending")
        .forEach((old) => outbox.forget(old.id));
    }
    last = Math.max(last + 1, Date.now()); // later than what another tab has put there
    const item = Object.assign({ id: f.uuid(), base: f.base, place: last, state: "waiting" }, thing);
    outbox.items.push(item);
    changed();
    return f.store.put("outbox", Object.assign({}, item)).then(() => { item.stored = true; outbox.flush(); return item; });
  };

  outbox.forget = (id) => {
    outbox.items = outbox.items.filter((item) => item.id !== id);
    changed();
    return f.store.remove("outbox", id);
  };

  outbox.flush = () => { clearTimeout(timer); timer = 0; pump(); };

  function pump() {
    if (busy) return;
    busy = true;
    sync().then(() => {
      const item = outbox.waiting().find((one) => one.state === "waiting");
      if (!item) { busy = false; return; }
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
        clearTimeout(timer);
        timer = setTimeout(outbox.flush, pause * (0.7 + Math.random() * 0.6));
        changed();
      });
    });
  }

  function settle(item, answer) {
    if (answer.gone) {
      item.state = "waiting";
      closed[item.base] = true;
      if (isOwn(item)) f.emit("gone", answer);
    } else if (answer.ok) {
      item.state = "saved";
      item.at = answer.at;
      item.ids = answer.ids;
      f.emit("saved", item); // before it leaves the store: what another tab then looks for is there
      f.store.remove("outbox", item.id);
      if (!isOwn(item)) outbox.items = outbox.items.filter((other) => other !== item);
    } else {
      item.state = "refused";
      item.message = answer.message;
      item.late = answer.error === "step_closed" || answer.error === "wrong_step" || /_not_open$/.test(answer.error);
      f.store.put("outbox", Object.assign({}, item));
      if (isOwn(item)) f.emit("refused", item); // somebody else of this phone hears of it on their own page
    }
    changed();
  }

  /* Is the address no longer good, and is it so because the person was erased or removed? */
  f.over = (response) => ({ gone: response.status === 404 || response.status === 410, erased: response.status === 410 });

  /* The laptop no longer answers to the name in this page's address. That is no answer to what was sent: it stays, and the person is
     told where the page is now. */
  f.misplaced = (response) => response.json().then((answer) => {
    f.emit("misplaced", answer.message);
    throw new Error("misplaced");
  });

  /* Sends one thing. Resolves with the server's answer; rejects with milliseconds to wait (0 = as you think best). */
  f.post = (item) => {
    const message = { id: item.id, step: item.step, kind: item.kind, body: item.body };
    const options = { method: "POST", body: JSON.stringify(message), headers: { "Content-Type": "application/json" } };
    return f.fetch(item.base + "/events", options).then((response) => {
      if (response.status === 421) return f.misplaced(response);
      f.emit("net", true);
      if (response.status === 429 || response.status >= 500) {
        item.note = response.status >= 500 ? f.say("full") : "";
        throw 1000 * Number(response.headers.get("Retry-After") || 0);
      }
      return response.json().then((answer) => Object.assign(answer, f.over(response)));
    }).catch((trouble) => {
      if (typeof trouble === "number") throw trouble;
      f.emit("net", false);
      throw 0;
    });
  };

  f.on("net", (up) => { if (up && !busy && failures && outbox.waiting().length) { failures = 0; outbox.flush(); } });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) outbox.flush(); });
})(window.fasi);
