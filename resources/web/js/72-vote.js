/* Votes. Points are given with + and −; the number fields under them are what is sent. May be changed until the vote closes. */
(function (f) {
  "use strict";
  const fields = (form) => f.all("input[data-points]", form);
  const number = (field) => Math.max(0, Math.floor(Number(field.value) || 0));
  const given = (form) => fields(form).reduce((sum, field) => sum + number(field), 0);
  const picked = (form) => f.all("input[name=choice]:checked", form);

  function circles(holder, filled, all) {
    holder.innerHTML = "";
    for (let i = 0; i < all; i += 1) holder.appendChild(f.make("i", i < filled ? "f" : ""));
  }

  /* A button that is disabled would lose the focus just when the last point has been given. */
  function full(button, is) { if (is) button.setAttribute("aria-disabled", "true"); else button.removeAttribute("aria-disabled"); }

  function draw(form) {
    const dots = Number(form.dataset.dots || 0);
    const most = Number(form.dataset.most || 0);
    if (dots) {
      const left = dots - given(form);
      fields(form).forEach((field) => {
        const row = field.closest(".v");
        const points = number(field);
        row.classList.toggle("on", points > 0);
        circles(row.querySelector("[data-pts]"), points, points);
        row.querySelector("[data-pts-text]").textContent = points ? f.sayN("points", points) : "";
        full(row.querySelector("[data-plus]"), left < 1 || points >= Number(form.dataset.per));
        row.querySelector("[data-minus]").disabled = points < 1; // it is not shown then
      });
      circles(form.querySelector("[data-dots]"), given(form), dots);
      form.querySelector("[data-left]").textContent = f.sayN("points_left", left);
    } else if (most) {
      const left = most - picked(form).length;
      f.all("input[name=choice]", form).forEach((box) => { box.disabled = !box.checked && left < 1; });
      form.querySelector("[data-left]").textContent = f.sayN("choices_left", left);
    }
    const some = dots ? given(form) > 0 : picked(form).length > 0;
    const send = form.querySelector("[data-send]");
    if (send) send.disabled = !some;
  }

  function state(form) {
    const place = form.querySelector("[data-state]");
    const items = f.outbox.own().filter((item) => item.kind === "vote.cast" && item.box === form.dataset.box);
    const item = items[items.length - 1];
    place.innerHTML = "";
    if (!item && !form.dataset.cast) return;
    if (!item || item.state === "saved") {
      place.appendChild(f.status("ok", "check-circle-fill", f.say("vote_saved")));
    } else if (item.state === "refused") {
      place.appendChild(f.status("bad", "warning-circle", item.message));
    } else {
      place.appendChild(f.status("wait", "hourglass-medium", f.say(item.state === "sending" && f.net.up ? "sending" : f.store.keeps ? "vote_waits" : "waits_open")));
    }
  }

  const mark = (base, box) => "cast|" + base + "|" + box;

  /* Has this person's vote been saved, by this page or an earlier one or another tab? */
  const look = (form) => f.store.all("drafts").then((kept) => {
    if (kept.some((one) => one.id === mark(f.base, form.dataset.box))) { form.dataset.cast = "1"; state(form); }
  });

  f.tools.add("vote.cast", {
    enhance: (form) => {
      form.addEventListener("change", () => {
        draw(form);
        if (form.dataset.most) f.hear(form.querySelector("[data-left]").textContent);
      });
      fields(form).forEach((field) => {
        const row = field.closest(".v");
        const step = (by) => {
          field.value = String(number(field) + by);
          field.dispatchEvent(new Event("input", { bubbles: true }));
          draw(form);
          f.hear(f.sayN("points", number(field)) + ". " + form.querySelector("[data-left]").textContent);
        };
        row.querySelector("[data-plus]").addEventListener("click", (event) => {
          if (event.currentTarget.getAttribute("aria-disabled")) f.hear(form.querySelector("[data-left]").textContent); else step(1);
        });
        row.querySelector("[data-minus]").addEventListener("click", () => {
          const focused = row.querySelector("[data-minus]") === document.activeElement;
          step(-1);
          if (focused && number(field) < 1) row.querySelector("[data-plus]").focus();
        });
      });
      draw(form);
      state(form);
      if (f.page.whole && !form.dataset.cast) f.store.remove("drafts", mark(f.base, form.dataset.box)); // taken out with a removed phone
      else look(form);
    },
    restored: draw,
    unsent: (form) => !form.dataset.cast && !form.dataset.sent && (given(form) > 0 || picked(form).length > 0),
    left: () => f.page.tell(f.say("vote_unsent"), "wait"),
    replaces: true,
    body: (form, pressed) => {
      const choices = {};
      if (!(pressed && pressed.name === "blank")) {
        fields(form).forEach((field) => { if (number(field)) choices[field.dataset.points] = number(field); });
        picked(form).forEach((box) => { choices[box.value] = 1; });
      } else {
        fields(form).forEach((field) => { field.value = "0"; });
        picked(form).forEach((box) => { box.checked = false; });
        draw(form);
      }
      return { choices: choices };
    },
    label: () => f.say("vote_label"),
    queued: (form) => { form.dataset.sent = "1"; },
    sent: (form) => state(form),
  });

  f.on("elsewhere", () => f.all('form[data-kind="vote.cast"]').forEach((form) => { look(form); setTimeout(() => look(form), 3000); }));
  f.on("outbox", () => f.all('form[data-kind="vote.cast"]').forEach(state));
  f.on("saved", (item) => {
    if (item.kind !== "vote.cast") return;
    f.store.put("drafts", { id: mark(item.base, item.box), base: item.base, fields: [] });
    if (item.base !== f.base) return;
    f.hear(f.say("vote_saved"));
    f.all('form[data-kind="vote.cast"]').forEach((form) => { if (form.dataset.box === item.box) { form.dataset.cast = "1"; state(form); } });
  });
  f.on("refused", (item) => { if (item.kind === "vote.cast") { f.page.tell(item.late ? f.say("vote_late") : item.message, "bad"); f.outbox.forget(item.id); } });
})(window.fasi);
