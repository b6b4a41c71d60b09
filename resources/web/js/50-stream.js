/* Following the workshop: one open stream (SSE). When it breaks, one plain request tells whether the network is gone or only
   streams are cut on the way; if streams are cut, the page asks every few seconds instead. */
(function (f) {
  "use strict";
  const SILENCE = 40000; // ms; the server's heartbeat comes every 15 s
  const WAITS = [500, 1500, 3000, 6000, 10000];
  const stream = (f.stream = { nextTry: 0 });
  let source = null;
  let heard = Date.now();
  let failures = 0;
  let cutStreams = 0;
  let timer = 0;
  let over = false;

  stream.start = () => { open(); setInterval(watch, 5000); };
  stream.stop = () => { over = true; close(); clearTimeout(timer); };

  function alive() {
    heard = Date.now();
    failures = 0;
    stream.nextTry = 0;
    f.emit("net", true);
  }

  /* What this phone shows already need not be drawn and sent again. */
  function shown() {
    const key = f.page.now.key;
    return key ? "?key=" + encodeURIComponent(key) : "";
  }

  function close() { if (source) { source.onerror = null; source.close(); source = null; } }

  function open() {
    if (over) return;
    close();
    clearTimeout(timer);
    if (!window.EventSource || cutStreams > 2) { ask().then(() => later(3000), fail); return; }
    const begun = Date.now();
    let got = false;
    source = new EventSource(f.base + "/stream" + shown());
    source.onmessage = (event) => { got = true; cutStreams = 0; alive(); f.emit("message", JSON.parse(event.data)); };
    source.addEventListener("t", (event) => { got = true; alive(); f.clock.sync(Number(event.data)); });
    source.addEventListener("mine", () => f.page.mineLater());
    source.addEventListener("gone", () => f.emit("gone"));
    source.onerror = () => {
      close();
      if (!got && Date.now() - begun < 8000) cutStreams += 1;
      ask().then(() => later(1000), () => { cutStreams = 0; fail(); });
    };
  }

  function fail() {
    f.emit("net", false);
    later(WAITS[Math.min(failures++, WAITS.length - 1)]);
  }

  /* Spread, so that a hundred phones that lost the network together do not come back in the same second. */
  function later(ms) {
    if (over) return;
    clearTimeout(timer);
    const wait = ms * (0.7 + Math.random() * 0.6);
    stream.nextTry = Date.now() + wait;
    timer = setTimeout(open, wait);
  }

  /* Everything as it is now, with what is this phone's own. */
  function ask() {
    return f.fetch(f.base + "/live" + shown(), {}, 8000).then((response) => {
      if (response.status === 404 || response.status === 410) { f.emit("gone"); throw new Error("gone"); }
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }).then((message) => { alive(); f.clock.sync(message.now); f.emit("message", message); return message; });
  }
  stream.ask = ask;
  stream.retry = () => { failures = 0; open(); };

  function watch() {
    if (source && Date.now() - heard > SILENCE) { close(); ask().then(() => later(500), fail); }
  }

  /* A phone that slept has an old stream and an old idea of time. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || over) return;
    f.clock.forget();
    if (Date.now() - heard > 20000) { heard = Date.now(); open(); }
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted && !over) stream.retry(); });
  window.addEventListener("online", () => { if (!over) stream.retry(); });
  window.addEventListener("offline", () => { if (!over) f.emit("net", false); });
})(window.fasi);
