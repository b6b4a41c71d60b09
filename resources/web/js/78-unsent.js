/* What has not been saved, in words, and a way to take the words along: a button that copies. A page that is not https has no
   clipboard of its own, so the old way is tried, and the field that it needs stays for copying by hand. */
(function (f) {
  "use strict";
  const unsent = (f.unsent = {});

  /* The words somebody has written; "" where there are none (a vote). */
  unsent.words = (item) => {
    const body = item.body || {};
    const values = (of, read) => Object.keys(of).map((key) => read(of[key]));
    const texts = body.answers ? values(body.answers, (answer) => answer) : body.marks ? values(body.marks, (mark) => mark.words) : [body.text];
    return texts.filter((text) => typeof text === "string" && text).join("\n");
  };

  /* One line for the person; whose it is, if it is somebody else's of this phone. */
  unsent.line = (item) => {
    const what = f.say("label_" + item.kind.replace(".", "_"), { text: item.label }) || item.label;
    const other = item.base === f.base ? null : f.people.of(item.base);
    return other ? f.say("of_whom", { name: f.people.name(other), text: what }) : what;
  };

  /* Fills `place` with the button; the field comes when it is pressed. Empty when nobody has written words. */
  unsent.copying = (place, items) => {
    const text = items.map(unsent.words).filter(Boolean).join("\n\n");
    const old = place.querySelector("textarea");
    if (old && old.value === text) return;
    place.innerHTML = "";
    if (!text) return;
    const field = f.make("textarea", "field");
    field.readOnly = true;
    field.rows = Math.min(8, text.split("\n").length + 1);
    field.value = text;
    field.hidden = true;
    field.setAttribute("aria-label", f.say("unsent_texts"));
    const button = f.make("button", "btn", f.say("copy"));
    button.type = "button";
    const told = f.make("p", "small muted");
    told.setAttribute("role", "status");
    button.addEventListener("click", () => {
      field.hidden = false;
      field.focus();
      field.select();
      field.setSelectionRange(0, text.length); // iPhones need this
      let copied = false;
      try { copied = document.execCommand("copy"); } catch (refused) { /* said below */ }
      told.textContent = f.say(copied ? "copied" : "copy_by_hand");
    });
    [button, field, told].forEach((part) => place.appendChild(part));
  };
})(window.fasi);
