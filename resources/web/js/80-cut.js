/* The connection, in words: a bar that is always there, and a page of its own when it has been gone for a while. It says what is
   kept in this phone and what to do; nobody has to understand networks. */
(function (f) {
  "use strict";
  const BLIP = 1500; // ms; shorter breaks are not worth a word
  const LONG = 10000;
  const net = (f.net = { up: true });
  let since = f.mark();
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
    items.forEach((item) => list.appendChild(f.make("p", "", f.unsent.line(item))));
    f.unsent.copying(f.$("cut-copy"), items);
  }

  function seconds() {
    const next = Math.max(f.stream.nextTry, 0) - f.steady();
    return next > 0 ? Math.ceil(next / 1000) : 0;
  }

  function draw() {
    const away = net.up ? 0 : f.since(since);
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
    ["nav.links", "#own-code"].forEach((place) => f.show(document.querySelector(place), !visible)); // they are of no use now
    if (visible) { kept(); if (focused) f.$("cut-title").focus(); } else if (focused) f.$("main").focus({ preventScroll: true });
  }

  f.on("net", (up) => {
    if (net.up === up) return;
    net.up = up;
    since = f.mark();
    wanted = closed = false;
    f.emit("outbox");
    if (f.$("cut")) draw();
    else if (f.$("net")) bar(!up, up ? "wifi-high" : "wifi-slash", f.say(up ? "net_ok" : "net_trying"));
  });
  f.on("outbox", () => { if (f.$("cut") && !f.$("cut").hidden) kept(); });

  net.buttons = () => {
    f.$("retry").addEventListener("click", () => { f.stream.retry(); f.outbox.flush(); });
    f.$("cut-back").addEventListener("click", () => { wanted = false; closed = true; open(false); f.$("main").focus(); draw(); });
    f.$("net-help").addEventListener("click", () => { wanted = true; closed = false; draw(); f.$("cut-title").focus(); });
    net.measure();
  };

  /* The page is reached under a name that is not the laptop's own any more: told until it is read, or until it works again. */
  let astray = null;
  f.on("misplaced", (message) => {
    if (astray || document.body.dataset.page !== "room") return;
    astray = f.page.tell(message + " " + f.say("misplaced", { code: f.code }), "bad");
  });
  /* A stream that is open from before still speaks under the old name: while something waits, only what is saved tells. */
  function found() {
    if (!astray || f.outbox.waiting().length) return;
    astray.remove();
    astray = null;
    f.page.tidy();
  }
  f.on("net", (up) => { if (up) found(); });
  f.on("saved", found);

  let drawing = 0;
  /* A link would lead to the browser's own page of errors while there is no connection; and what is half-written is put by. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("nav.links a") : null;
    if (!link) return;
    f.tools.keep(f.$("main"));
    const stays = !f.store.keeps && f.outbox.waiting().length > 0; // this page alone has it, and would take it along
    if (net.up && !stays) return;
    event.preventDefault();
    if (stays) { f.outbox.flush(); f.page.tell(f.say("waits_open"), "wait"); return; }
    f.stream.ask().then(() => { window.location.href = link.href; }, () => f.page.tell(f.say("net_trying"), "wait"));
  });

  net.start = () => {
    drawing = setInterval(draw, 1000);
    window.addEventListener("resize", net.measure);
    f.on("net", net.measure);
  };
  /* How high the bar is, and what sticks above it: neither may hide what has the focus. With very large letters nothing sticks. */
  net.measure = () => {
    const root = document.documentElement;
    const sum = document.querySelector("#main .sum");
    root.classList.remove("tight");
    const foot = f.$("net") ? f.$("net").offsetHeight : 0;
    let high = sum && getComputedStyle(sum).position === "sticky" ? sum.offsetHeight : 0;
    if (high + foot > window.innerHeight / 2) { root.classList.add("tight"); high = 0; }
    root.style.setProperty("--foot", foot + "px");
    root.style.setProperty("--sum", high + "px");
  };

  /* The address is no longer good: nothing more is sent, what was written can be copied, and the way back is told. `answer` is
     the server's, and says why. */
  let over = false;
  f.on("gone", (answer) => {
    if (over || document.body.dataset.page !== "room") return;
    over = true;
    f.stream.stop();
    const main = f.$("main");
    const removed = answer.error === "removed";
    ["#cut", "#muted", "#own-code", "nav.links", "#net"].forEach((place) => f.show(document.querySelector(place), false));
    clearInterval(drawing);
    f.show(main, true);
    main.innerHTML = "";
    main.appendChild(f.make("h1", "", f.say(removed ? "removed_title" : "gone_title")));
    main.appendChild(f.make("p", "", removed ? answer.message : f.say("gone_text")));
    main.appendChild(net.kept(f.outbox.kept(f.base)));
    if (answer.erased && !removed) f.people.forget(f.base);
    else if (f.code && !removed) main.appendChild(f.make("p", "", f.say("gone_code", { code: f.code })));
    const link = f.make("a", removed ? "btn" : "btn pri", f.say(removed ? "refresh" : "join_again"));
    link.href = removed ? f.base : "/";
    main.appendChild(link);
    main.appendChild(net.languages());
    main.focus();
  });

  /* The page in another language, by an address: the form of the page has nobody to send to any more. */
  net.languages = () => {
    const nav = f.make("nav", "links push");
    nav.setAttribute("aria-label", f.say("language"));
    f.all("#languages button").forEach((button) => {
      const link = f.make("a", "link", button.textContent);
      link.lang = button.value;
      link.href = f.base + "?language=" + button.value;
      nav.appendChild(link);
    });
    return nav;
  };

  /* The unsent things of an address that is no longer good. */
  net.kept = (items) => {
    const card = f.make("div", "card wait stack tight");
    card.appendChild(f.make("p", "lab", f.say("gone_kept")));
    items.forEach((item) => card.appendChild(f.make("p", "quote", item.label || f.unsent.line(item))));
    const place = f.make("div", "stack tight");
    f.unsent.copying(place, items);
    card.appendChild(place);
    card.hidden = !items.length;
    return card;
  };
})(window.fasi);
