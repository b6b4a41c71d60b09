/* Ideas: one at a time, the field is free again at once; every sent one stays on the page with what became of it. */
(function (f) {
  "use strict";
  const text = (form) => form.elements.text;

  function count(form) {
    const counter = form.querySelector("[data-counter]");
    if (counter) counter.textContent = text(form).value.length + " / " + text(form).maxLength;
  }

  function trouble(form, message) {
    const line = form.querySelector("[data-trouble]");
    line.textContent = message;
    f.show(line, Boolean(message));
    text(form).classList.toggle("bad", Boolean(message));
    if (message) text(form).setAttribute("aria-invalid", "true"); else text(form).removeAttribute("aria-invalid");
  }

  f.tools.add("ideas.added", {
    enhance: (form) => {
      form.noValidate = true;
      text(form).addEventListener("input", () => { count(form); if (text(form).value.trim()) trouble(form, ""); });
      count(form);
    },
    restored: count,
    unsent: (form) => Boolean(text(form).value.trim()),
    left: (form) => f.page.tell(f.say("left_unsent"), "wait", text(form).value),
    body: (form) => {
      const written = text(form).value.trim();
      if (!written) { trouble(form, f.say("write_first")); text(form).focus(); return null; }
      const theme = form.querySelector("[name=theme]:checked");
      return theme ? { text: written, theme: theme.value } : { text: written };
    },
    label: (body) => body.text,
    queued: (form) => { text(form).value = ""; count(form); text(form).focus(); },
  });

  f.tools.add("ideas.withdrawn", {
    body: (form) => ({ idea: form.elements.idea.value }),
    label: () => f.say("withdrawal"),
    queued: (form) => {
      const note = form.closest("li");
      const focused = form.contains(document.activeElement);
      if (note) note.hidden = true;
      if (focused) home();
      f.hear(f.say("withdrawn"));
    },
  });

  function line(item) {
    if (item.note) return f.status("wait", "hourglass-medium", item.note);
    if (item.state === "saved") return f.status("ok", "check-circle-fill", f.say("sent_at", { time: f.time(item.at) }));
    if (item.state === "refused") return f.status("bad", "warning-circle", item.message);
    if (item.state === "sending" && f.net.up) return f.status("wait", "hourglass-medium", f.say("sending"));
    return f.status("wait", "hourglass-medium", f.say(f.store.keeps ? "waits_stored" : "waits_open"));
  }

  /* Where one goes on when what had the focus is no more. */
  function home() { (document.querySelector('form[data-kind="ideas.added"] textarea') || f.$("main")).focus({ preventScroll: true }); }

  /* The notes that are not yet on the server's own list. */
  function draw() {
    const list = f.$("unsent-ideas");
    if (!list) return;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.removes : "";
    const shown = f.outbox.own().filter((item) => item.kind === "ideas.added" && item.step === list.dataset.step);
    list.innerHTML = "";
    let back = null;
    shown.slice().reverse().forEach((item) => {
      const note = f.make("li", "card note " + (item.state === "saved" ? "" : item.state === "refused" ? "bad" : "wait"));
      note.appendChild(f.make("p", "quote", item.body.text));
      note.appendChild(line(item));
      if (item.state === "refused") {
        const remove = f.make("button", "link", f.say("remove"));
        remove.type = "button";
        remove.dataset.removes = item.id;
        remove.appendChild(f.make("span", "away", " " + item.body.text));
        remove.addEventListener("click", () => { f.outbox.forget(item.id); home(); });
        note.appendChild(remove);
        if (focused === item.id) back = remove;
      }
      list.appendChild(note);
    });
    if (back) back.focus({ preventScroll: true });
    const none = f.$("no-ideas");
    if (none) f.show(none, !shown.length && !document.querySelector("[data-mine] li:not([hidden])"));
  }

  /* A note that was refused when its step is no longer on: its words are shown until the writer has seen them. */
  const told = new Set();
  function tellLost() {
    const list = f.$("unsent-ideas");
    f.outbox.own().filter((item) => item.kind === "ideas.added" && item.state === "refused" && !told.has(item.id))
      .filter((item) => !list || list.dataset.step !== item.step)
      .forEach((item) => { told.add(item.id); f.page.tell(item.message, "bad", item.body.text, () => f.outbox.forget(item.id)); });
  }

  f.on("outbox", () => { draw(); if (f.$("notices")) tellLost(); });
  f.on("saved", (item) => {
    if (item.base !== f.base) return;
    if (item.kind === "ideas.added") { f.hear(f.say("sent_at", { time: f.time(item.at) })); f.page.mineLater(); }
    if (item.kind === "ideas.withdrawn") { f.outbox.forget(item.id); f.page.mineLater(); }
  });
  f.on("refused", (item) => {
    if (item.kind !== "ideas.withdrawn") return;
    f.page.tell(item.message, "bad");
    f.outbox.forget(item.id);
    f.page.mineLater();
  });
  /* The server's list now has the saved ones. */
  f.on("mine", () => {
    const there = f.all("[data-mine] [data-id]").map((note) => note.dataset.id);
    f.outbox.own().filter((item) => item.state === "saved" && item.ids && there.indexOf(item.ids[0]) >= 0)
      .forEach((item) => f.outbox.forget(item.id));
    draw();
  });
})(window.fasi);
