/* The page follows the workshop: new steps replace what is shown, small changes replace small parts, and nobody's half-filled
   field is ever wiped. While somebody is writing, a new step waits until they pause or say so. */
(function (f) {
  "use strict";
  const PATIENCE = 20000; // ms after the last keystroke
  const main = f.$("main");
  const page = (f.page = { now: { key: "", step: "", facts: {} } });
  let held = null;
  let touched = null;
  let holdTimer = 0;
  let mineTimer = 0;

  page.typed = () => { touched = f.mark(); };
  page.clean = () => { touched = null; if (held) move(); };
  page.busy = () => touched !== null && f.since(touched) < PATIENCE
    && f.all("textarea", main).some((field) => field.offsetParent !== null && field.value.trim());

  /* An answer to an earlier question may come after a newer push; a restarted server counts from the beginning. */
  function isOld(message) {
    const now = page.now;
    const old = message.boot !== undefined && message.boot === now.boot && message.v < now.v;
    if (!old && message.boot !== undefined) { now.boot = message.boot; now.v = message.v; }
    return old;
  }

  page.apply = (message) => {
    if (!isOld(message)) everybodys(message);
    if (message.muted !== undefined) f.tools.mute(message.muted);
    if (message.mine !== undefined && !held && message.step === page.now.step) putMine(message.mine);
    page.refresh();
  };

  function everybodys(message) {
    page.now.facts = message.facts;
    f.clock.timer = page.now.facts.timer || null;
    if (message.html !== undefined && message.key !== page.now.key) {
      if (message.step !== page.now.step && page.busy()) { hold(message); return; }
      swap(message);
    } else if (held) {
      if (message.key === held.key) Object.assign(held.parts, message.parts || {});
    } else {
      put(message.parts || {});
    }
  }

  page.refresh = () => {
    f.tools.personal(main, page.now.facts);
    f.clock.draw();
    f.net.measure();
  };

  function put(parts) {
    Object.keys(parts).forEach((name) => {
      f.all('[data-part="' + name + '"]', main).forEach((element) => { element.innerHTML = parts[name]; });
    });
  }

  function putMine(html) {
    const place = main.querySelector("[data-mine]");
    if (!place) return;
    if (place.contains(document.activeElement)) { page.mineLater(4000); return; }
    place.innerHTML = html;
    f.emit("mine");
  }

  /* What is this phone's own is asked for a little later, each phone at its own moment. */
  page.mineLater = (most) => {
    if (mineTimer) return;
    mineTimer = setTimeout(() => {
      mineTimer = 0;
      f.stream.ask().catch(() => undefined);
    }, Math.random() * (most === undefined ? 2000 : most));
  };

  function swap(message) {
    held = null;
    const same = message.step === page.now.step;
    const focused = document.activeElement;
    const answered = f.$("held") && f.$("held").contains(focused); // the notice goes, and the focus must not go with it
    const inside = main.contains(focused) || focused === document.body || answered;
    const spot = same && main.contains(focused) ? f.tools.spot(focused) : null;
    const fields = same ? f.tools.values(main) : null;
    const mine = same && main.querySelector("[data-mine]");
    f.show(f.$("held"), false);
    f.tools.keep(main);
    if (!same) f.tools.left(main);
    main.innerHTML = message.html;
    page.now.key = message.key;
    page.now.step = message.step;
    if (message.title) document.title = message.title;
    if (message.workshop) document.querySelector("header b").textContent = message.workshop;
    const place = main.querySelector("[data-mine]");
    if (place && mine && message.mine === undefined) place.innerHTML = mine.innerHTML;
    if (place && message.mine === undefined) page.mineLater();
    f.tools.enhance(main);
    if (fields) f.tools.restore(main, fields);
    f.tools.drafts(main);
    if (spot && document.activeElement === document.body) (f.tools.find(main, spot) || main).focus({ preventScroll: true });
    if (!same) {
      touched = null;
      window.scrollTo(0, 0);
      if (inside && (answered || document.activeElement === document.body)) main.focus({ preventScroll: true });
      f.hear(message.heading);
    }
  }

  function hold(message) {
    held = Object.assign({ parts: {} }, message);
    let notice = f.$("held");
    if (!notice) {
      notice = f.make("div", "notice wait stack tight");
      notice.id = "held";
      notice.appendChild(f.make("p", "", ""));
      const go = f.make("button", "btn", f.say("go_on"));
      go.type = "button";
      go.addEventListener("click", move);
      notice.appendChild(go);
      f.$("notices").appendChild(notice);
    }
    notice.firstChild.textContent = f.say("moved_on", { title: message.heading });
    f.show(notice, true);
    f.show(f.$("notices"), true);
    f.hear(notice.firstChild.textContent);
    waitForQuiet();
  }

  function waitForQuiet() {
    clearTimeout(holdTimer);
    holdTimer = setTimeout(() => { if (held) { if (page.busy()) waitForQuiet(); else move(); } }, 2000);
  }

  function move() {
    if (!held) return;
    const message = held;
    touched = null;
    swap(message);
    put(message.parts);
    page.refresh();
    page.tidy();
  }

  page.tidy = () => {
    const notices = f.$("notices");
    f.show(notices, f.all("#notices > *").some((element) => !element.hidden));
  };

  /* A message to the person: what was saved, what was not and why. */
  page.tell = (text, kind, kept, understood) => {
    f.all("#notices > [data-told]").filter((old) => old.dataset.told === text && !kept).forEach((old) => old.remove());
    const box = f.make("div", "notice fresh stack tight " + (kind || ""));
    box.dataset.told = text;
    if (kind === "bad") box.setAttribute("role", "alert"); else f.hear(text);
    box.appendChild(f.make("p", "", text));
    if (kept) box.appendChild(f.make("p", "quote", kept));
    const away = () => {
      const focused = box.contains(document.activeElement);
      box.remove();
      page.tidy();
      if (focused) main.focus({ preventScroll: true });
      if (understood) understood();
    };
    if (kind) {
      const close = f.make("button", "link", f.say("understood"));
      close.type = "button";
      close.addEventListener("click", away);
      box.appendChild(close);
    }
    if (!kind) setTimeout(away, 8000); // trouble stays until it has been read
    f.$("notices").appendChild(box);
    f.show(f.$("notices"), true);
    if (kind && !page.busy() && box.getBoundingClientRect().top < 0) window.scrollTo(0, 0); // it stands at the top of the page
    return box;
  };

  f.on("message", page.apply);
  f.on("elsewhere", () => page.mineLater()); // another tab has sent something: what is one's own has changed
})(window.fasi);
