/* Decisions and notes of the remote. They are for good: each is kept on the phone, with an id of its own, until the server has
   said "saved". */
(function (f) {
  "use strict";
  const r = f.remote;
  const key = "remote:" + f.base;
  r.keeps = true; // does the browser keep things? the page says so honestly
  r.box = [];
  let failures = 0;
  let timer = 0;
  let busy = false;

  function load(what, otherwise) {
    try { return JSON.parse(localStorage.getItem(key + what)) || otherwise; } catch (refused) { r.keeps = false; return otherwise; }
  }
  function keep(what, value) {
    try { localStorage.setItem(key + what, JSON.stringify(value)); } catch (refused) { r.keeps = false; }
  }
  const kind = () => (f.all('input[name="entry"]', r.form).find((one) => one.checked) || {}).value || "decide";
  const draft = () => keep(":draft", { text: r.field.value, entry: kind() });

  r.record = function () {
    const text = r.field.value.trim();
    if (!text) { r.field.focus(); f.hear(f.say("write_first")); r.tell(f.say("write_first"), "wait"); return; }
    r.box.push({ id: f.uuid(), command: kind(), text: text });
    keep("", r.box);
    r.field.value = "";
    draft();
    r.flush();
  };

  r.flush = function () {
    clearTimeout(timer);
    list();
    const item = r.box[0];
    if (busy || r.over || !item) return;
    busy = true;
    r.post(item, 8000).then((answer) => {
      busy = false;
      failures = 0;
      r.box = r.box.filter((one) => one.id !== item.id);
      keep("", r.box);
      if (answer.ok) r.tell(f.say(item.command + "_saved"), "", "");
      else if (!r.field.value.trim()) { r.field.value = item.text; draft(); r.tell(answer.message, "bad"); }
      else r.tell(answer.message, "bad", item.text);
      r.flush();
    }, () => {
      busy = false;
      list();
      if (!r.over) timer = setTimeout(r.flush, r.WAITS[Math.min(failures++, r.WAITS.length - 1)] * (0.7 + Math.random() * 0.6));
    });
  };

  function list() {
    if (r.over) return;
    const place = f.$("kept");
    place.innerHTML = "";
    r.box.forEach((item) => {
      const line = f.make("li", "card wait");
      line.appendChild(f.make("p", "quote", item.text));
      const waits = failures ? f.say(r.keeps ? "kept" : "kept_open") : f.say("sending");
      line.appendChild(f.status("wait", "hourglass-medium", waits));
      place.appendChild(line);
    });
    f.show(place, r.box.length > 0);
  }

  r.field.addEventListener("input", draft);
  r.form.addEventListener("change", draft);
  r.field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    r.record();
  });

  /* Once more from the start: the connection is back. */
  r.hurry = function () { failures = 0; r.flush(); };

  /* Nothing more is sent; gives what has not been. */
  r.giveUp = function () {
    clearTimeout(timer);
    return r.box.map((item) => item.text).concat(r.field.value.trim()).filter(Boolean);
  };

  /* What was half written, and what waits, since the last time. */
  r.findKept = function () {
    const kept = load(":draft", null);
    if (kept && kept.text && !r.field.value) {
      r.field.value = kept.text;
      f.all('input[name="entry"]', r.form).forEach((one) => { one.checked = one.value === kept.entry; });
    }
    r.box = load("", []);
  };
})(window.fasi);
