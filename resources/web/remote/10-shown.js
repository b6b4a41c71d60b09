/* The facilitator's remote: what is shown on it. Everything the remote's files share is in f.remote: what the workshop's facts
   are, and whether the address is over. */
(function (f) {
  "use strict";
  const r = f.remote = { facts: {}, shown: {}, over: false, form: f.$("remote"), next: f.$("next"), field: f.$("text") };
  r.WAITS = [1000, 2000, 4000, 8000, 15000]; // ms until something is tried again
  r.language = document.documentElement.lang;
  let version = { boot: "", v: -1 };

  r.apply = function (message) {
    if (r.over) return;
    if (message.boot !== undefined) {
      if (message.boot === version.boot && message.v < version.v) return;
      version = { boot: message.boot, v: message.v };
    }
    const before = r.facts.step ? r.facts.step.id : "";
    r.facts = message.facts;
    f.clock.timer = r.facts.timer;
    Object.keys(message.parts).forEach((name) => {
      if (r.shown[name] === message.parts[name]) return;
      r.shown[name] = message.parts[name];
      f.all('[data-part="' + name + '"]').forEach((element) => { element.innerHTML = message.parts[name]; });
    });
    const holds = (flags) => flags.split(" ").every((flag) => (flag[0] === "!" ? message.flags.indexOf(flag.slice(1)) < 0 : message.flags.indexOf(flag) >= 0));
    f.all("[data-when]").forEach((element) => {
      const visible = holds(element.dataset.when);
      if (!visible && element.contains(document.activeElement)) f.$("main").focus({ preventScroll: true });
      element.hidden = !visible;
    });
    r.measure();
    f.all("[data-off]").forEach((button) => {
      const off = holds(button.dataset.off);
      if (off && button === document.activeElement) f.$("main").focus({ preventScroll: true });
      button.disabled = off;
    });
    f.all("[aria-pressed]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.value === "screen:" + r.facts.screen));
    });
    f.$("pause").value = r.facts.paused ? "resume" : "pause";
    r.next.value = r.facts.step ? "next" : "start";
    const on = r.facts.step ? r.facts.step.id : "";
    if (on !== before) {
      r.calm();
      document.title = message.title;
      if (before) f.hear(f.say("step_on", { title: message.title }));
    } else if (r.asking) r.next.querySelector("[data-part]").textContent = f.say("sure");
    r.tick();
  };

  function digits(ms) {
    const seconds = Math.ceil(Math.abs(ms) / 1000 - 0.001);
    return (ms < 0 && seconds ? "+" : "") + Math.floor(seconds / 60) + ":" + ("0" + (seconds % 60)).slice(-2);
  }
  r.put = function (element, text) { if (element && element.textContent !== text) element.textContent = text; };

  r.tick = function () {
    const left = f.clock.left();
    if (left === null) return;
    r.put(document.querySelector("[data-left]"), digits(left));
    r.put(document.querySelector("[data-left-said]"), r.facts.paused ? f.say("paused") : left < 0 ? f.say("over") : f.say("left"));
    const turns = r.facts.turns;
    const spoken = document.querySelector("[data-since]");
    if (spoken && turns && turns.since && f.clock.now() !== null) r.put(spoken, digits(Math.max(0, f.clock.now() - turns.since)));
  };

  r.tell = function (text, kind, kept) {
    if (r.over) return;
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
  };

  /* What is fixed at the bottom must not hide what has the focus. */
  r.measure = function () {
    const root = document.documentElement;
    const bar = document.querySelector(".steer");
    root.classList.remove("tight");
    let high = bar && !bar.hidden && getComputedStyle(bar).position === "fixed" ? bar.offsetHeight : 0;
    if (high > window.innerHeight * 0.45) { root.classList.add("tight"); high = 0; } // very large text
    root.style.setProperty("--steer", high + "px");
  };
  window.addEventListener("resize", r.measure);
})(window.fasi);
