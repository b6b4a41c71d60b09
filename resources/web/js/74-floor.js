/* Turns to speak, ground rules and rounds: for now, not for later, so they are sent at once or not at all. */
(function (f) {
  "use strict";
  const hears = (key) => ({ body: () => ({}), done: () => f.hear(f.say(key)) });
  f.tools.add("floor.asked", {
    body: (form) => ({ reply: form.elements.reply.value === "1" }),
    done: () => {
      const mine = f.tools.flags(f.page.now.facts);
      if (mine.flags["floor-queued"]) f.hear(f.say("queued_at", { place: mine.texts.place }));
    },
  });
  f.tools.add("floor.withdrawn", hears("turn_withdrawn"));
  f.tools.add("discussion.passed", hears("turn_passed"));
  f.tools.add("discussion.rules_accepted", {
    body: () => ({}),
    label: () => f.say("rules_label"),
    queued: (form) => {
      const focused = form.contains(document.activeElement);
      f.show(form, false);
      f.show(f.$("rules-done"), true);
      if (focused) f.$("main").focus({ preventScroll: true });
      f.hear(f.$("rules-done").textContent);
    },
  });
  const settled = (item) => { if (item.base === f.base && item.kind === "discussion.rules_accepted") f.outbox.forget(item.id); };
  f.on("saved", settled);
  f.on("refused", settled);
})(window.fasi);
