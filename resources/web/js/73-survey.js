/* Surveys: one question at a time, back keeps the answers, skipping is allowed where the question allows it. */
(function (f) {
  "use strict";
  const pages = (form) => f.all("fieldset[data-question]", form);
  const answered = (page) => f.all("input:checked", page).length > 0 || f.all("textarea", page).some((field) => field.value.trim());

  const at = (form) => Number(form.dataset.pageNow || 0);

  function show(form, index, focus) {
    const all = pages(form);
    const now = Math.max(0, Math.min(index, all.length - 1));
    form.dataset.pageNow = String(now);
    all.forEach((page, i) => f.show(page, i === now));
    const last = now === all.length - 1;
    f.show(form.querySelector("[data-intro]"), now === 0);
    f.show(form.querySelector("[data-back]"), now > 0);
    f.show(form.querySelector("[data-next]"), !last);
    f.show(form.querySelector("[data-send]"), last);
    f.show(form.querySelector("[data-skip]"), !last && !all[now].hasAttribute("data-required"));
    form.querySelector("[data-where]").textContent = f.say("question_of", { n: now + 1, all: all.length });
    f.all("[data-progress] i", form).forEach((bar, i) => { bar.className = i <= now ? "f" : ""; });
    trouble(form, "");
    if (focus) { all[now].querySelector("legend").focus(); window.scrollTo(0, 0); }
  }

  function trouble(form, message) {
    const line = form.querySelector("[data-trouble]");
    line.textContent = message;
    f.show(line, Boolean(message));
    pages(form).forEach((page) => page.removeAttribute("aria-describedby"));
    if (message) pages(form)[at(form)].setAttribute("aria-describedby", "answer-trouble");
  }

  function missing(form, index) {
    const page = pages(form)[index];
    if (!page.hasAttribute("data-required") || answered(page)) return false;
    show(form, index, true);
    trouble(form, f.say("answer_first"));
    return true;
  }

  const mark = (base, box) => "answered|" + base + "|" + box;
  function done(form) {
    f.show(form, false);
    const thanks = f.$("survey-thanks");
    f.show(thanks, true);
  }

  f.tools.add("survey.answered", {
    enhance: (form) => {
      form.noValidate = true;
      show(form, 0, false);
      form.querySelector("[data-next]").addEventListener("click", () => { if (!missing(form, at(form))) show(form, at(form) + 1, true); });
      form.querySelector("[data-back]").addEventListener("click", () => show(form, at(form) - 1, true));
      form.querySelector("[data-skip]").addEventListener("click", () => {
        const page = pages(form)[at(form)];
        f.all("input:checked", page).forEach((box) => { box.checked = false; });
        f.all("textarea", page).forEach((field) => { field.value = ""; });
        f.tools.saveDraft(form);
        show(form, at(form) + 1, true);
      });
      const again = f.$("survey-again");
      if (again) again.addEventListener("click", () => { f.show(f.$("survey-thanks"), false); f.show(form, true); show(form, 0, true); });
      if (f.page.whole && !form.dataset.cast) { f.store.remove("drafts", mark(f.base, form.dataset.box)); return; } // as in a vote
      f.store.all("drafts").then((kept) => { if (kept.some((one) => one.id === mark(f.base, form.dataset.box))) { done(form); state(); } });
    },
    restored: (form, page) => show(form, page, false),
    unsent: (form) => !form.hidden && pages(form).some(answered),
    left: () => f.page.tell(f.say("survey_unsent"), "wait"),
    replaces: true,
    body: (form) => {
      const all = pages(form);
      for (let i = 0; i < all.length; i += 1) if (missing(form, i)) return null;
      const answers = {};
      all.forEach((page) => {
        const id = page.dataset.question;
        const chosen = f.all("input:checked", page).map((box) => Number(box.value));
        const written = f.all("textarea", page).map((field) => field.value.trim()).join("");
        if (page.dataset.type === "text") { if (written) answers[id] = written; }
        else if (page.dataset.type === "many") { if (chosen.length) answers[id] = chosen; }
        else if (chosen.length) answers[id] = chosen[0];
      });
      return { answers: answers };
    },
    label: () => f.say("survey_label"),
    queued: (form) => { done(form); f.$("main").focus({ preventScroll: true }); },
    sent: () => state(),
  });

  function state() {
    const place = f.$("survey-state");
    if (!place) return;
    const items = f.outbox.own().filter((item) => item.kind === "survey.answered" && item.step === place.dataset.step);
    const item = items[items.length - 1];
    place.innerHTML = "";
    if (!item || item.state === "saved") place.appendChild(f.status("ok", "check-circle-fill", f.say("survey_saved")));
    else if (item.state === "refused") place.appendChild(f.status("bad", "warning-circle", item.message));
    else place.appendChild(f.status("wait", "hourglass-medium", f.say(f.store.keeps ? "waits_stored" : "waits_open")));
  }

  f.on("outbox", state);
  f.on("saved", (item) => {
    if (item.kind !== "survey.answered") return;
    f.store.put("drafts", { id: mark(item.base, item.box), base: item.base, fields: [] });
    if (item.base === f.base) f.hear(f.say("survey_saved"));
  });
  f.on("refused", (item) => {
    if (item.kind !== "survey.answered") return;
    f.page.tell(item.late ? f.say("survey_late") : item.message, "bad");
    f.outbox.forget(item.id);
    f.show(f.$("survey-thanks"), false);
    f.all('form[data-kind="survey.answered"]').forEach((form) => { form.hidden = false; });
  });
})(window.fasi);
