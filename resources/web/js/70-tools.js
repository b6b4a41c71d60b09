/* What the tools' forms do when there is a script: they are sent without leaving the page, kept until saved, and say what
   became of them. Every form works without this too. `data-kind` is what a form sends. */
(function (f) {
  "use strict";
  const tools = (f.tools = {});
  const behaviours = {}; // kind -> {body(form), label(body), enhance(form), unsent(form), sent(form, item)}
  tools.add = (kind, behaviour) => { behaviours[kind] = behaviour; };
  const of = (form) => behaviours[form.dataset.kind] || {};
  const forms = (root) => f.all("form[data-kind]", root);

  tools.enhance = (root) => {
    forms(root).forEach((form) => { if (of(form).enhance) of(form).enhance(form); });
    silence(root);
    f.emit("outbox");
  };
  tools.unsent = (root) => forms(root).some((form) => (of(form).unsent ? of(form).unsent(form) : false));
  tools.keep = (root) => forms(root).forEach((form) => {
    if (form.draftTimer) { clearTimeout(form.draftTimer); form.draftTimer = 0; tools.saveDraft(form); }
  });
  tools.left = (root) => forms(root).forEach((form) => { if (of(form).left && tools.unsent(root)) of(form).left(form); });

  /* Field values by name, to carry over when the same step is drawn anew. */
  tools.values = (root) => {
    const active = document.activeElement;
    const all = f.all("textarea[name],input[name],select[name]", root).map((field) => ({
      name: field.name, type: field.type, own: field.value, checked: field.checked,
      focus: field === active, from: field.type === "textarea" ? field.selectionStart : null,
      touched: field.dataset.touched,
    }));
    const showing = root.querySelector("[data-page-now]");
    return { all: all, page: showing ? Number(showing.dataset.pageNow) : 0 };
  };
  tools.restore = (root, kept) => {
    const focused = [];
    kept.all.forEach((old) => {
      if (old.type === "hidden") return;
      const field = f.all('[name="' + old.name + '"]', root)
        .find((one) => (/^(radio|checkbox)$/.test(old.type) ? one.value === old.own : true));
      if (!field) return;
      if (/^(radio|checkbox)$/.test(old.type)) field.checked = old.checked; else field.value = old.own;
      if (old.focus) focused.push([field, old.from]);
    });
    forms(root).forEach((form) => { if (of(form).restored) of(form).restored(form, kept.page); });
    focused.forEach(([field, from]) => { // last: what is not shown cannot be focused
      field.focus({ preventScroll: true });
      if (from !== null && field.setSelectionRange) field.setSelectionRange(from, from);
    });
  };

  /* Where the focus is, in words, to find the same place when the same step is drawn anew. */
  const words = (element) => element.getAttribute("aria-label") || element.textContent.trim();
  tools.spot = (element) => ({ tag: element.tagName, words: words(element) });
  tools.find = (root, spot) => f.all(spot.tag, root).find((one) => words(one) === spot.words && one.offsetParent && !one.disabled);

  /* Half-filled forms survive a reload and a visit to another step. */
  const draftId = (form) => [f.base, form.dataset.step, form.dataset.kind, form.dataset.box || ""].join("|");
  tools.saveDraft = (form) => {
    const fields = tools.values(form).all.filter((field) => field.type !== "hidden")
      .filter((field) => (/^(radio|checkbox)$/.test(field.type) ? field.checked : field.own));
    return f.store.put("drafts", { id: draftId(form), base: f.base, fields: fields });
  };
  tools.dropDraft = (form) => f.store.remove("drafts", draftId(form));
  tools.drafts = (root) => {
    const wanted = forms(root).filter((form) => of(form).unsent);
    if (!wanted.length) return;
    f.store.all("drafts").then((drafts) => {
      wanted.forEach((form) => {
        const draft = drafts.find((one) => one.id === draftId(form));
        if (draft && !of(form).unsent(form)) tools.restore(form.parentNode, { all: draft.fields.map((field) => Object.assign({}, field, { focus: false })), page: 0 });
      });
    });
  };

  /* Who am I in what is going on: the same flags as on the server (phones/scene.py). */
  tools.flags = (facts) => {
    const floor = facts.floor || {};
    const queue = floor.queue || [];
    const place = queue.findIndex((one) => one.n === f.me) + 1;
    const speaking = floor.speaking || null;
    const flags = {};
    const mine = Boolean(speaking && speaking.n === f.me);
    flags["speaking"] = Boolean(speaking);
    flags["floor-mine"] = mine;
    flags["floor-queued"] = place > 0;
    flags["floor-open"] = Boolean(floor.open);
    flags["place-first"] = place === 1;
    flags["place-second"] = place === 2;
    flags["place-later"] = place > 2;
    flags["queue"] = queue.length > 0;
    flags["turn"] = Boolean(facts.turn);
    flags["turn-mine"] = Boolean(facts.turn && facts.turn.n === f.me);
    const name = (one) => (one ? one.name || f.say("nameless", { n: one.n }) : "");
    const texts = {
      speaker: name(speaking),
      waiting: queue.length ? f.sayN("queue", queue.length) : "",
      place: place ? f.say("place", { n: place }) : "",
      before: place > 1 ? name(queue[place - 2]) : "",
      ahead: place > 2 ? f.say("ahead", { n: place - 1 }) : "",
      turn: name(facts.turn),
    };
    return { flags: flags, texts: texts };
  };

  tools.personal = (root, facts) => {
    const mine = tools.flags(facts);
    const before = tools.mineBefore;
    f.all("[data-when]", root).forEach((element) => {
      const visible = element.dataset.when.split(" ").every((flag) => (flag[0] === "!" ? !mine.flags[flag.slice(1)] : mine.flags[flag]));
      if (element.hidden === visible) {
        const lost = !visible && element.contains(document.activeElement);
        element.hidden = !visible;
        if (lost) f.$("main").focus({ preventScroll: true });
      }
    });
    f.all("[data-fill]", root).forEach((element) => {
      const text = mine.texts[element.dataset.fill] || "";
      if (element.textContent !== text) element.textContent = text;
    });
    const now = mine.flags["floor-mine"] || mine.flags["turn-mine"];
    if (now && !before) {
      f.hear(f.say("your_turn"));
      if (navigator.vibrate) { try { navigator.vibrate(200); } catch (refused) { /* a browser may refuse before a touch */ } }
    }
    tools.mineBefore = now;
  };

  /* The facilitator has silenced this phone, or lets it be heard again: what the room would see cannot be sent meanwhile. */
  let muted = Boolean(f.$("muted") && !f.$("muted").hidden);
  function silence(root) {
    if (!muted) return;
    f.all("form[data-public] button", root).forEach((button) => {
      if (button === document.activeElement) f.$("main").focus({ preventScroll: true });
      button.disabled = true;
      button.setAttribute("aria-describedby", "muted");
    });
  }
  tools.mute = (now) => {
    if (muted === now) return;
    muted = now;
    f.show(f.$("muted"), muted);
    if (muted) { silence(f.$("main")); f.hear(f.$("muted").textContent); return; }
    f.all("form[data-public] button", f.$("main")).forEach((button) => { button.disabled = false; button.removeAttribute("aria-describedby"); });
    f.hear(f.say("unmuted"));
  };

  /* Sending. `data-direct`: not kept for later (a raised hand is for now), told at once when it cannot be sent. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const behaviour = of(form);
    if (!form.dataset || !form.dataset.kind || !behaviour.body) return;
    event.preventDefault();
    const body = behaviour.body(form, event.submitter || tools.pressed);
    if (body === null) return;
    const thing = { step: form.dataset.step, kind: form.dataset.kind, box: form.dataset.box || "", body: body, label: behaviour.label ? behaviour.label(body, form) : "" };
    if (form.hasAttribute("data-direct")) { direct(form, thing); return; }
    clearTimeout(form.draftTimer);
    form.draftTimer = 0;
    tools.dropDraft(form);
    f.outbox.add(thing, behaviour.replaces).then((item) => { if (behaviour.sent) behaviour.sent(form, item); });
    if (behaviour.queued) behaviour.queued(form, thing);
    f.page.clean();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest ? event.target.closest("button") : null;
    if (button) tools.pressed = button; // browsers before 2021 do not tell which button sent a form
  });
  window.addEventListener("pagehide", () => { if (f.$("main")) tools.keep(f.$("main")); });
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form || !form.dataset.kind) return;
    if (event.target.type === "textarea") f.page.typed();
    clearTimeout(form.draftTimer);
    form.draftTimer = setTimeout(() => { form.draftTimer = 0; tools.saveDraft(form); }, 250);
  });

  /* The button stays what it is while the answer is on its way: one that is disabled would lose the focus. */
  function direct(form, thing) {
    if (form.dataset.busy) return;
    const buttons = f.all("button", form);
    form.dataset.busy = "1";
    buttons.forEach((button) => button.setAttribute("aria-disabled", "true"));
    const free = () => {
      delete form.dataset.busy;
      buttons.forEach((button) => button.removeAttribute("aria-disabled"));
    };
    f.post(Object.assign({ id: f.uuid(), base: f.base }, thing)).then((answer) => {
      free();
      silence(form);
      if (answer.gone) f.emit("gone", answer);
      else if (!answer.ok) f.page.tell(answer.message, "bad");
      else f.stream.ask().then(() => { if (of(form).done) of(form).done(); }, () => undefined);
    }, () => { free(); f.page.tell(f.say("raise_hand"), "wait"); });
  }
})(window.fasi);
