/* Turns to speak, ground rules and rounds: for now, not for later, so they are sent at once or not at all. */
(function (f) {
  "use strict";
  const nothing = { body: () => ({}) };
  f.tools.add("floor.asked", { body: (form) => ({ reply: form.elements.reply.value === "1" }) });
  f.tools.add("floor.withdrawn", nothing);
  f.tools.add("discussion.passed", nothing);
  f.tools.add("discussion.rules_accepted", {
    body: () => ({}),
    label: () => f.say("rules_label"),
    queued: (form) => { f.show(form, false); f.show(f.$("rules-done"), true); },
  });
  const settled = (item) => { if (item.base === f.base && item.kind === "discussion.rules_accepted") f.outbox.forget(item.id); };
  f.on("saved", settled);
  f.on("refused", settled);
})(window.fasi);
