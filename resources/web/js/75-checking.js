/* The summary checked in the hall: each point right or to be mended. What is marked may be changed until the checking ends; all marks
   of a page are sent together, so that a later sending takes the place of one that has not left yet. */
(function (f) {
  "use strict";
  const KIND = "checking.marked";
  const points = (form) => f.all("[data-point]", form);
  const chosen = (point) => { const box = point.querySelector("input:checked"); return box ? box.value : ""; };
  const field = (point) => point.querySelector("textarea");
  const all = () => f.all('form[data-kind="' + KIND + '"]');

  /* The field for words is there when there is something to mend, and a mark is asked for anew until there is one. */
  function draw(form) {
    points(form).forEach((point) => {
      f.show(point.querySelector("[data-words]"), chosen(point) === "mend");
      const again = point.querySelector("[data-again]");
      if (again) f.show(again, !chosen(point));
    });
  }

  function trouble(point, message) {
    const line = point.querySelector("[data-trouble]");
    line.textContent = message;
    f.show(line, Boolean(message));
    field(point).classList.toggle("bad", Boolean(message));
    if (message) field(point).setAttribute("aria-describedby", line.id); else field(point).removeAttribute("aria-describedby");
  }

  function state(form) {
    const place = form.querySelector("[data-state]");
    const items = f.outbox.own().filter((item) => item.kind === KIND && item.step === form.dataset.step);
    const item = items[items.length - 1];
    place.innerHTML = "";
    if (!item && !form.dataset.cast) return;
    if (form.dataset.changed) return; // what is on the page is not what was sent
    if (!item || item.state === "saved") place.appendChild(f.status("ok", "check-circle-fill", f.say("check_saved")));
    else if (item.state === "refused") place.appendChild(f.status("bad", "warning-circle", item.message));
    else place.appendChild(f.status("wait", "hourglass-medium", f.say(item.state === "sending" && f.net.up ? "sending" : f.store.keeps ? "check_waits" : "waits_open")));
  }

  const mark = (base, step) => "marked|" + base + "|" + step;
  const look = (form) => f.store.all("drafts").then((kept) => {
    if (kept.some((one) => one.id === mark(f.base, form.dataset.step))) { form.dataset.cast = "1"; state(form); }
  });

  f.tools.add(KIND, {
    enhance: (form) => {
      form.noValidate = true;
      const changed = () => { form.dataset.changed = "1"; draw(form); state(form); };
      form.addEventListener("change", changed);
      form.addEventListener("input", changed);
      points(form).forEach((point) => field(point).addEventListener("input", () => { if (field(point).value.trim()) trouble(point, ""); }));
      draw(form);
      state(form);
      look(form);
    },
    restored: draw,
    unsent: (form) => Boolean(form.dataset.changed) || (!form.dataset.cast && points(form).some(chosen)),
    left: (form) => f.page.tell(f.say("check_unsent"), "wait", points(form).map((point) => field(point).value.trim()).filter(Boolean).join("\n")),
    replaces: true,
    body: (form, pressed) => {
      if (pressed && pressed.name === "all") {
        points(form).forEach((point) => { point.querySelector("input[value=right]").checked = true; });
        draw(form);
      }
      const marked = points(form).filter(chosen);
      if (!marked.length) { f.page.tell(f.say("check_first"), "wait"); return null; }
      const wordless = marked.filter((point) => chosen(point) === "mend" && !field(point).value.trim());
      wordless.forEach((point) => trouble(point, f.say("check_words")));
      if (wordless.length) { field(wordless[0]).focus(); return null; }
      const marks = {};
      marked.forEach((point) => {
        const right = chosen(point) === "right";
        marks[point.dataset.point] = { right: right, words: right ? "" : field(point).value.trim(), version: Number(point.dataset.version) };
      });
      return { marks: marks };
    },
    label: () => f.say("check_label"),
    queued: (form) => { delete form.dataset.changed; },
    sent: (form) => state(form),
  });

  f.on("outbox", () => all().forEach(state));
  f.on("elsewhere", () => all().forEach(look));
  f.on("saved", (item) => {
    if (item.kind !== KIND) return;
    f.store.put("drafts", { id: mark(item.base, item.step), base: item.base, fields: [] });
    if (item.base !== f.base) return;
    f.hear(f.say("check_saved"));
    all().forEach((form) => { if (form.dataset.step === item.step) { form.dataset.cast = "1"; state(form); } });
  });
  f.on("refused", (item) => {
    if (item.kind !== KIND) return;
    f.page.tell(item.late ? f.say("check_late") : item.message, "bad", f.unsent.words(item));
    f.outbox.forget(item.id);
  });
})(window.fasi);
