/* The facilitator's remote. Every order says which step and whose turn its sender saw, so that two who press at the same moment
   never move the evening twice. Orders are for now: they are tried a few seconds and then told as not sent. A decision or note is
   for good: it is kept on the phone, with an id of its own, until the server has said "saved". */
(function (f) {
  "use strict";
  const PLENTY = 60000; // ms; with more left "next" asks once on itself
  const ASKING = 4000;
  const REST = 1200; // ms after moving on in which another press is taken for a slip
  const TWICE = 350; // ms in which two presses are one press of a trembling thumb
  const TRIES = [0, 800, 2000];
  const WAITS = [1000, 2000, 4000, 8000, 15000];
  const SILENCE = 25000; // ms; the server gives a sign of life every five seconds
  const form = f.$("remote");
  const next = f.$("next");
  const field = f.$("text");
  const language = document.documentElement.lang;
  let facts = {};
  let shown = {};
  let version = { boot: "", v: -1 };
  let over = false;

  /* --- what is shown --- */

  function apply(message) {
    if (over) return;
    if (message.boot !== undefined) {
      if (message.boot === version.boot && message.v < version.v) return;
      version = { boot: message.boot, v: message.v };
    }
    const before = facts.step ? facts.step.id : "";
    facts = message.facts;
    f.clock.timer = facts.timer;
    Object.keys(message.parts).forEach((name) => {
      if (shown[name] === message.parts[name]) return;
      shown[name] = message.parts[name];
      f.all('[data-part="' + name + '"]').forEach((element) => { element.innerHTML = message.parts[name]; });
    });
    const holds = (flags) => flags.split(" ").every((flag) => (flag[0] === "!" ? message.flags.indexOf(flag.slice(1)) < 0 : message.flags.indexOf(flag) >= 0));
    f.all("[data-when]").forEach((element) => {
      const visible = holds(element.dataset.when);
      if (!visible && element.contains(document.activeElement)) f.$("main").focus({ preventScroll: true });
      element.hidden = !visible;
    });
    measure();
    f.all("[data-off]").forEach((button) => {
      const off = holds(button.dataset.off);
      if (off && button === document.activeElement) f.$("main").focus({ preventScroll: true });
      button.disabled = off;
    });
    f.all("[aria-pressed]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.value === "screen:" + facts.screen));
    });
    f.$("pause").value = facts.paused ? "resume" : "pause";
    next.value = facts.step ? "next" : "start";
    const on = facts.step ? facts.step.id : "";
    if (on !== before) {
      calm();
      document.title = message.title;
      if (before) f.hear(f.say("step_on", { title: message.title }));
    } else if (asking) next.querySelector("[data-part]").textContent = f.say("sure");
    tick();
  }

  function digits(ms) {
    const seconds = Math.ceil(Math.abs(ms) / 1000 - 0.001);
    return (ms < 0 && seconds ? "+" : "") + Math.floor(seconds / 60) + ":" + ("0" + (seconds % 60)).slice(-2);
  }
  function put(element, text) { if (element && element.textContent !== text) element.textContent = text; }

  function tick() {
    const left = f.clock.left();
    if (left === null) return;
    put(document.querySelector("[data-left]"), digits(left));
    put(document.querySelector("[data-left-said]"), facts.paused ? f.say("paused") : left < 0 ? f.say("over") : f.say("left"));
    const turns = facts.turns;
    const spoken = document.querySelector("[data-since]");
    if (spoken && turns && turns.since && f.clock.now() !== null) put(spoken, digits(Math.max(0, f.clock.now() - turns.since)));
  }

  function tell(text, kind, kept) {
    if (over) return;
    const place = f.$("notices");
    const box = f.make("div", "notice stack tight " + (kind || ""));
    box.setAttribute("role", kind === "bad" ? "alert" : "status");
    box.appendChild(f.make("p", "", text));
    if (kept) box.appendChild(f.make("p", "quote", kept));
    const away = () => {
      if (box.contains(document.activeElement)) f.$("main").focus({ preventScroll: true });
      box.remove();
      f.show(place, place.children.length > 0);
    };
    if (kind) {
      const close = f.make("button", "link", f.say("understood"));
      close.type = "button";
      close.addEventListener("click", away);
      box.appendChild(close);
    }
    if (!kept) setTimeout(away, kind ? 20000 : 6000);
    while (place.children.length > 2) place.removeChild(place.firstChild);
    place.appendChild(box);
    f.show(place, true);
  }

  /* --- orders --- */

  let asking = 0;
  let moved = 0;
  const under = {}; // orders on their way, by command

  function calm() {
    if (!asking) return;
    clearTimeout(asking);
    asking = 0;
    next.querySelector("[data-part]").innerHTML = shown.next;
    next.classList.remove("asks");
    next.removeAttribute("data-ready");
  }

  function press(button) {
    const command = button.value;
    if (command === "record") { record(); return; }
    if (!command) return;
    if (command === "next") {
      if (!asking && f.clock.left() > PLENTY) {
        asking = setTimeout(calm, ASKING);
        next.removeAttribute("data-ready");
        next.querySelector("[data-part]").textContent = f.say("sure");
        next.classList.add("asks");
        f.hear(f.say("sure"));
        setTimeout(() => next.setAttribute("data-ready", ""), TWICE);
        return;
      }
      if (asking ? !next.hasAttribute("data-ready") : Date.now() - moved < REST) return;
      calm();
    }
    if (under[command]) return;
    under[command] = true;
    const colon = command.indexOf(":");
    const order = { command: colon < 0 ? command : "screen", id: f.uuid(), step: facts.step ? facts.step.id : null, turn: facts.turn };
    if (colon > 0) order.view = command.slice(colon + 1);
    button.setAttribute("aria-busy", "true");
    if (navigator.vibrate) { try { navigator.vibrate(25); } catch (refused) { /* a browser may refuse */ } }
    send(order, 0).then((answer) => {
      if (answer.ok && (command === "next" || command === "previous" || command === "start")) moved = Date.now();
      if (!answer.ok) tell(answer.message, "wait");
      if (!source) ask().catch(() => undefined);
    }, (trouble) => { if (!over) tell(f.say(trouble === "busy" ? "busy" : "not_sent"), "bad"); }).then(() => {
      delete under[command];
      button.removeAttribute("aria-busy");
    });
  }

  /* The same order again is carried out once, so trying again is always safe. */
  function send(order, attempt) {
    return new Promise((resolve) => { setTimeout(resolve, TRIES[attempt]); }).then(() => post(order, 4000)).catch((trouble) => {
      if (trouble === "gone" || trouble === "busy" || attempt + 1 >= TRIES.length) throw trouble;
      return send(order, attempt + 1);
    });
  }

  /* Resolves with the server's answer, also when a rule says no. */
  function post(order, ms) {
    const options = { method: "POST", body: JSON.stringify(order), headers: { "Content-Type": "application/json" } };
    return f.fetch(f.base + "?language=" + language, options, ms).then((response) => {
      if (response.status === 404) { gone(); throw "gone"; }
      if (response.status === 429) throw "busy";
      if (response.status >= 500) throw "full";
      return response.json();
    }).catch((trouble) => {
      if (typeof trouble === "string") throw trouble;
      net(false);
      throw "cut";
    }).then((answer) => { net(true); return answer; });
  }

  form.addEventListener("submit", (event) => {
    const button = event.submitter || pressed;
    if (button && button.name === "language") {
      if (box.length && !keeps) { event.preventDefault(); tell(f.say("stay"), "wait"); }
      return;
    }
    event.preventDefault();
    if (button) press(button);
  });
  let pressed = null; // browsers before 2021 do not tell which button sent a form
  form.addEventListener("click", (event) => { pressed = event.target.closest ? event.target.closest("button") : null; });

  /* --- decisions and notes --- */

  const key = "remote:" + f.base;
  let keeps = true; // does the browser keep things? the page says so honestly
  let box = [];
  let failures = 0;
  let timer = 0;
  let busy = false;

  function load(what, otherwise) {
    try { return JSON.parse(localStorage.getItem(key + what)) || otherwise; } catch (refused) { keeps = false; return otherwise; }
  }
  function keep(what, value) {
    try { localStorage.setItem(key + what, JSON.stringify(value)); } catch (refused) { keeps = false; }
  }
  const kind = () => (f.all('input[name="entry"]', form).find((one) => one.checked) || {}).value || "decide";
  const draft = () => keep(":draft", { text: field.value, entry: kind() });

  function record() {
    const text = field.value.trim();
    if (!text) { field.focus(); f.hear(f.say("write_first")); tell(f.say("write_first"), "wait"); return; }
    box.push({ id: f.uuid(), command: kind(), text: text });
    keep("", box);
    field.value = "";
    draft();
    flush();
  }

  function flush() {
    clearTimeout(timer);
    list();
    const item = box[0];
    if (busy || over || !item) return;
    busy = true;
    post(item, 8000).then((answer) => {
      busy = false;
      failures = 0;
      box = box.filter((one) => one.id !== item.id);
      keep("", box);
      if (answer.ok) tell(f.say(item.command + "_saved"), "", "");
      else if (!field.value.trim()) { field.value = item.text; draft(); tell(answer.message, "bad"); }
      else tell(answer.message, "bad", item.text);
      flush();
    }, () => {
      busy = false;
      list();
      if (!over) timer = setTimeout(flush, WAITS[Math.min(failures++, WAITS.length - 1)] * (0.7 + Math.random() * 0.6));
    });
  }

  function list() {
    if (over) return;
    const place = f.$("kept");
    place.innerHTML = "";
    box.forEach((item) => {
      const line = f.make("li", "card wait");
      line.appendChild(f.make("p", "quote", item.text));
      const waits = failures ? f.say(keeps ? "kept" : "kept_open") : f.say("sending");
      line.appendChild(f.status("wait", "hourglass-medium", waits));
      place.appendChild(line);
    });
    f.show(place, box.length > 0);
  }

  field.addEventListener("input", draft);
  form.addEventListener("change", draft);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    record();
  });

  /* --- the connection --- */

  let source = null;
  let heard = Date.now();
  let lost = 0;
  let cutStreams = 0;
  let attempts = 0;
  let again = 0;

  function net(up) {
    if (up) heard = Date.now();
    if (up === !lost) return;
    lost = up ? 0 : Date.now();
    if (up && box.length) { failures = 0; flush(); }
    setTimeout(show, up ? 0 : 1500); // shorter breaks are not worth a word
  }
  function show() {
    if (over) return;
    const bad = lost > 0;
    const line = f.$("lost-text");
    f.show(f.$("lost"), bad);
    put(line, bad ? f.say("lost") : "");
    put(f.$("net-text"), f.say(bad ? "net_trying" : "net_ok"));
    const icon = f.$("net-icon");
    icon.replaceChild(f.icon(bad ? "wifi-slash" : "wifi-high"), icon.firstElementChild);
    measure();
  }

  function close() { if (source) { source.onerror = null; source.close(); source = null; } }

  function open() {
    if (over) return;
    close();
    clearTimeout(again);
    if (!window.EventSource || cutStreams > 2) { ask().then(() => later(2500), fail); return; }
    const begun = Date.now();
    let got = false;
    source = new EventSource(f.base + "/stream?language=" + language);
    source.onmessage = (event) => { got = true; cutStreams = attempts = 0; net(true); apply(JSON.parse(event.data)); };
    source.addEventListener("t", (event) => { got = true; net(true); f.clock.sync(Number(event.data)); });
    source.addEventListener("gone", gone);
    source.onerror = () => {
      close();
      if (!got && Date.now() - begun < 8000) cutStreams += 1;
      ask().then(() => later(600), () => { cutStreams = 0; fail(); });
    };
  }
  function fail() { net(false); later(WAITS[Math.min(attempts++, 3)]); }
  function later(ms) {
    if (over) return;
    clearTimeout(again);
    again = setTimeout(open, ms * (0.7 + Math.random() * 0.6));
  }
  function ask() {
    return f.fetch(f.base + "/live?language=" + language, {}, 6000).then((response) => {
      if (response.status === 404) { gone(); throw new Error("gone"); }
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }).then((message) => { net(true); f.clock.sync(message.now); apply(message); });
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden || over) return;
    f.clock.forget();
    if (Date.now() - heard > 8000) { heard = Date.now(); open(); }
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  window.addEventListener("online", () => { attempts = 0; open(); });
  window.addEventListener("offline", () => net(false));

  /* The address is no longer good: nothing more is sent, and what was written can be copied. */
  function gone() {
    if (over) return;
    over = true;
    close();
    clearTimeout(again);
    clearTimeout(timer);
    const left = box.map((item) => item.text).concat(field.value.trim()).filter(Boolean);
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
  }

  /* What is fixed at the bottom must not hide what has the focus. */
  function measure() {
    const root = document.documentElement;
    const bar = document.querySelector(".steer");
    root.classList.remove("tight");
    let high = bar && !bar.hidden && getComputedStyle(bar).position === "fixed" ? bar.offsetHeight : 0;
    if (high > window.innerHeight * 0.45) { root.classList.add("tight"); high = 0; } // very large text
    root.style.setProperty("--steer", high + "px");
  }
  window.addEventListener("resize", measure);

  const message = JSON.parse(document.body.dataset.now);
  f.all("[data-part]").forEach((element) => { shown[element.dataset.part] = message.parts[element.dataset.part]; });
  f.clock.sync(message.now);
  apply(message);
  const kept = load(":draft", null);
  if (kept && kept.text && !field.value) {
    field.value = kept.text;
    f.all('input[name="entry"]', form).forEach((one) => { one.checked = one.value === kept.entry; });
  }
  box = load("", []);
  document.documentElement.classList.add("js");
  setInterval(tick, 500);
  setInterval(() => { if (source && Date.now() - heard > SILENCE) { heard = Date.now(); open(); } }, 5000);
  measure();
  flush();
  open();
})(window.fasi);
