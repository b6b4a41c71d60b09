/* The connection of the remote: a stream, or asking where streams are cut; and the end of an address. */
(function (f) {
  "use strict";
  const SILENCE = 25000; // ms; the server gives a sign of life every five seconds
  const r = f.remote;
  let source = null;
  let heard = Date.now();
  let lost = 0;
  let cutStreams = 0;
  let attempts = 0;
  let again = 0;

  r.net = function (up) {
    if (up) heard = Date.now();
    if (up === !lost) return;
    lost = up ? 0 : Date.now();
    if (up && r.box.length) r.hurry();
    setTimeout(show, up ? 0 : 1500); // shorter breaks are not worth a word
  };
  function show() {
    if (r.over) return;
    const bad = lost > 0;
    const line = f.$("lost-text");
    f.show(f.$("lost"), bad);
    r.put(line, bad ? f.say("lost") : "");
    r.put(f.$("net-text"), f.say(bad ? "net_trying" : "net_ok"));
    const icon = f.$("net-icon");
    icon.replaceChild(f.icon(bad ? "wifi-slash" : "wifi-high"), icon.firstElementChild);
    r.measure();
  }

  function close() { if (source) { source.onerror = null; source.close(); source = null; } }

  r.open = function () {
    if (r.over) return;
    close();
    clearTimeout(again);
    if (!window.EventSource || cutStreams > 2) { r.ask().then(() => later(2500), fail); return; }
    const begun = Date.now();
    let got = false;
    source = new EventSource(f.base + "/stream?language=" + r.language);
    source.onmessage = (event) => { got = true; cutStreams = attempts = 0; r.net(true); r.apply(JSON.parse(event.data)); };
    source.addEventListener("t", (event) => { got = true; r.net(true); f.clock.sync(Number(event.data)); });
    source.addEventListener("gone", () => r.gone());
    source.onerror = () => {
      close();
      if (!got && Date.now() - begun < 8000) cutStreams += 1;
      r.ask().then(() => later(600), () => { cutStreams = 0; fail(); });
    };
  };
  function fail() { r.net(false); later(r.WAITS[Math.min(attempts++, 3)]); }
  function later(ms) {
    if (r.over) return;
    clearTimeout(again);
    again = setTimeout(r.open, ms * (0.7 + Math.random() * 0.6));
  }
  r.ask = function () {
    return f.fetch(f.base + "/live?language=" + r.language, {}, 6000).then((response) => {
      if (response.status === 404) { r.gone(); throw new Error("gone"); }
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }).then((message) => { r.net(true); f.clock.sync(message.now); r.apply(message); });
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden || r.over) return;
    f.clock.forget();
    if (Date.now() - heard > 8000) { heard = Date.now(); r.open(); }
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) r.open(); });
  window.addEventListener("online", () => { attempts = 0; r.open(); });
  window.addEventListener("offline", () => r.net(false));

  /* The address is no longer good: nothing more is sent, and what was written can be copied. */
  r.gone = function () {
    if (r.over) return;
    r.over = true;
    close();
    clearTimeout(again);
    const left = r.giveUp();
    const main = f.$("main");
    main.innerHTML = "";
    main.appendChild(f.make("h1", "", f.say("gone_title")));
    main.appendChild(f.make("p", "", f.say("gone_text")));
    if (left.length) {
      const card = f.make("div", "card wait stack tight");
      card.appendChild(f.make("p", "lab", f.say("gone_kept")));
      left.forEach((text) => card.appendChild(f.make("p", "quote", text)));
      main.appendChild(card);
    }
    document.title = f.say("gone_title");
    main.focus();
  };

  r.follows = () => source !== null;
  r.listen = function () { if (source && Date.now() - heard > SILENCE) { heard = Date.now(); r.open(); } };
})(window.fasi);
