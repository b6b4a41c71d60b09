/* Following the workshop: one open stream (SSE). When it breaks, one plain request tells whether the network is gone or only
   streams are cut on the way; if streams are cut, the page asks every few seconds instead. */
(function (f) {
  "use strict";
  const SILENCE = 40000; // ms; the server's heartbeat comes every 15 s
  const FIRST = 8000; // ms; a stream begins with a word at once, unless something on the way holds it back
  const SPREAD = 1000; // ms; a hundred phones whose streams fall in the same moment do not ask in the same moment
  const WAITS = [500, 1500, 3000, 6000, 10000];
  const stream = (f.stream = { nextTry: 0 });
  let source = null;
  let heard = f.mark();
  let failures = 0;
  let cutStreams = 0;
  let timer = 0;
  let waiting = 0;
  let over = false;

  stream.start = () => { open(); setInterval(watch, 5000); };
  stream.stop = () => { over = true; close(); clearTimeout(timer); f.emit("stopped"); };

  function alive() {
    heard = f.mark();
    failures = 0;
    stream.nextTry = 0;
    f.emit("net", true);
  }

  /* What this phone shows already need not be drawn and sent again. */
  function shown() {
    const key = f.page.now.key;
    return key ? "?key=" + encodeURIComponent(key) : "";
  }

  function close() {
    clearTimeout(waiting);
    if (source) { source.onerror = null; source.close(); source = null; }
  }

  function open() {
    if (over) return;
    close();
    clearTimeout(timer);
    if (!window.EventSource || cutStreams > 2) { ask().then(() => later(3000), fail); return; }
    let got = false;
    const fallen = () => {
      close();
      if (!got) cutStreams += 1;
      clearTimeout(timer);
      timer = setTimeout(() => ask().then(() => later(1000), (trouble) => { cutStreams = 0; fail(trouble); }), got ? Math.random() * SPREAD : 0);
    };
    waiting = setTimeout(fallen, FIRST);
    const begun = () => { got = true; clearTimeout(waiting); alive(); };
    source = new EventSource(f.base + "/stream" + shown());
    source.onmessage = (event) => { cutStreams = 0; begun(); f.emit("message", JSON.parse(event.data)); };
    source.addEventListener("t", (event) => { begun(); f.clock.sync(Number(event.data)); });
    source.addEventListener("mine", () => f.page.mineLater());
    source.addEventListener("gone", () => ask().catch(() => f.emit("gone", {}))); // the answer says why
    source.onerror = fallen;
  }

  /* `wait`: the server is there but asks for patience. */
  function fail(wait) {
    if (typeof wait === "number") { later(wait); return; }
    f.emit("net", false);
    later(WAITS[Math.min(failures++, WAITS.length - 1)]);
  }

  /* Spread, so that a hundred phones that lost the network together do not come back in the same second. */
  function later(ms) {
    if (over) return;
    clearTimeout(timer);
    const wait = ms * (0.7 + Math.random() * 0.6);
    stream.nextTry = f.steady() + wait;
    timer = setTimeout(open, wait);
  }

  /* Everything as it is now, with what is this phone's own. */
  function ask() {
    return f.fetch(f.base + "/live" + shown(), {}, 8000).then((response) => {
      if (f.over(response).gone) {
        return response.json().then((answer) => { f.emit("gone", Object.assign(answer, f.over(response))); throw new Error("gone"); });
      }
      if (response.status === 421) return f.misplaced(response);
      if (response.status === 429) throw Math.max(1000, 1000 * Number(response.headers.get("Retry-After") || 0));
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }).then((message) => { alive(); f.clock.sync(message.now); f.emit("message", message); return message; });
  }
  stream.ask = ask;
  stream.retry = () => { failures = 0; open(); };

  function watch() {
    if (source && f.since(heard) > SILENCE) { close(); ask().then(() => later(500), fail); }
  }

  /* A phone that slept has an old stream and an old idea of time. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || over) return;
    f.clock.forget();
    if (f.since(heard) > 20000) { heard = f.mark(); open(); }
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted && !over) stream.retry(); });
  window.addEventListener("online", () => { if (!over) stream.retry(); });
  window.addEventListener("offline", () => { if (!over) f.emit("net", false); });
})(window.fasi);
