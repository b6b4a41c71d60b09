/* The connection, in words: a bar that is always there, and a page of its own when it has been gone for a while. It says what is
   kept in this phone and what to do; nobody has to understand networks. */
(function (f) {
  "use strict";
  const BLIP = 1500; // ms; shorter breaks are not worth a word
  const LONG = 10000;
  const net = (f.net = { up: true });
  let since = 0;
  let wanted = false; // the person opened or closed the page of their own will
  let closed = false;

  function bar(bad, iconName, text, wait) {
    const footer = f.$("net");
    footer.classList.toggle("bad", bad);
    const place = f.$("net-icon") || footer;
    if (place.dataset.icon !== iconName) {
      place.dataset.icon = iconName;
      const old = place.querySelector(".ic");
      place.replaceChild(f.icon(iconName), old);
    }
    const line = f.$("net-text");
    if (line.textContent !== text) line.textContent = text;
    f.show(line, !wait);
    f.show(f.$("net-wait"), Boolean(wait));
    if (wait && f.$("net-wait").textContent !== wait) f.$("net-wait").textContent = wait;
  }

  function kept() {
    const items = f.outbox.waiting();
    f.show(f.$("cut-kept"), items.length > 0);
    f.$("cut-count").textContent = f.sayN(f.store.keeps ? "kept" : "kept_open", items.length);
    const list = f.$("cut-list");
    list.innerHTML = "";
    items.forEach((item) => list.appendChild(f.make("p", "", f.say("label_" + item.kind.replace(".", "_"), { text: item.label }) || item.label)));
  }

  function seconds() {
    const next = Math.max(f.stream.nextTry, 0) - Date.now();
    return next > 0 ? Math.ceil(next / 1000) : 0;
  }

  function draw() {
    const away = net.up ? 0 : Date.now() - since;
    const panel = f.$("cut");
    if (net.up || away < BLIP) {
      bar(false, "wifi-high", f.say("net_ok"));
      f.show(f.$("net-help"), false);
      open(false);
      return;
    }
    const auto = away > LONG && !closed && !f.tools.unsent(f.$("main"));
    open(wanted || auto || !panel.hidden);
    if (panel.hidden) bar(true, "wifi-slash", f.say("net_trying"));
    else bar(true, "hourglass-medium", f.say("net_trying"), seconds() ? f.sayN("net_wait", seconds()) : f.say("net_now"));
    f.show(f.$("net-help"), panel.hidden);
  }

  function open(visible) {
    const panel = f.$("cut");
    if (panel.hidden !== visible) { if (visible) kept(); return; }
    const inside = visible ? f.$("main") : panel;
    const focused = inside.contains(document.activeElement) || document.activeElement === f.$("net-help");
    panel.hidden = !visible;
    f.show(f.$("main"), !visible);
    f.show(document.querySelector("nav.links"), !visible); // neither would work now
    if (visible) { kept(); if (focused) f.$("cut-title").focus(); } else if (focused) f.$("main").focus({ preventScroll: true });
  }

  f.on("net", (up) => {
    if (net.up === up) return;
    net.up = up;
    since = Date.now();
    wanted = closed = false;
    f.emit("outbox");
    if (f.$("cut")) draw();
  });
  f.on("outbox", () => { if (f.$("cut") && !f.$("cut").hidden) kept(); });

  net.buttons = () => {
    f.$("retry").addEventListener("click", () => { f.stream.retry(); f.outbox.flush(); });
    f.$("cut-back").addEventListener("click", () => { wanted = false; closed = true; open(false); f.$("main").focus(); draw(); });
    f.$("net-help").addEventListener("click", () => { wanted = true; closed = false; draw(); f.$("cut-title").focus(); });
    net.measure();
  };

  net.start = () => {
    setInterval(draw, 1000);
    window.addEventListener("resize", net.measure);
    f.on("net", net.measure);
  };
  /* How high the bar is: what sticks above it needs to know. */
  net.measure = () => { if (f.$("net")) document.documentElement.style.setProperty("--foot", f.$("net").offsetHeight + "px"); };

  /* The address is no longer good: nothing more is sent, and what was written can be copied. */
  f.on("gone", () => {
    f.stream.stop();
    const left = f.outbox.waiting().map((item) => item.label).filter(Boolean);
    const main = f.$("main");
    f.show(f.$("cut"), false);
    f.show(main, true);
    main.innerHTML = "";
    main.appendChild(f.make("h1", "", f.say("gone_title")));
    main.appendChild(f.make("p", "", f.say("gone_text")));
    if (left.length) {
      const card = f.make("div", "card wait stack tight");
      card.appendChild(f.make("p", "lab", f.say("gone_kept")));
      left.forEach((text) => card.appendChild(f.make("p", "quote", text)));
      main.appendChild(card);
    }
    const link = f.make("a", "btn pri", f.say("join_again"));
    link.href = "/";
    main.appendChild(link);
    main.focus();
  });
})(window.fasi);
