/* Begins. The class "js" comes last: if anything above fails in an old browser, the page stays a plain page with plain forms. */
(function (f) {
  "use strict";
  const root = document.documentElement;
  const page = document.body.dataset.page;

  let sized = Promise.resolve(); // one after another: the last one pressed is the one that stays
  function size(button) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const now = /size-(\d)/.exec(root.className);
      const next = ((now ? Number(now[1]) : 0) + 1) % 3;
      root.classList.remove("size-1", "size-2");
      if (next) root.classList.add("size-" + next);
      f.hear(f.say("size", { n: next + 1 }));
      if (f.net.measure) f.net.measure();
      if (f.base) sized = sized.then(() => f.fetch(f.base + "/size", form({ aa: next }))).catch(() => undefined);
      else { const field = document.querySelector("#join [name=aa]"); if (field) field.value = String(next); }
    });
  }

  const form = (fields) => ({
    method: "POST", redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: Object.keys(fields).map((key) => encodeURIComponent(key) + "=" + encodeURIComponent(fields[key])).join("&"),
  });

  function startJoin() {
    const joining = f.$("join");
    let sent = false;
    if (joining) joining.addEventListener("submit", (event) => {
      if (sent) { event.preventDefault(); return; }
      sent = true;
      setTimeout(() => { sent = false; }, 8000);
    });
    window.addEventListener("pageshow", () => { sent = false; });
  }

  /* Another language: everything around the step is taken from a fresh page, fields being filled stay as they are. */
  function languages() {
    document.addEventListener("submit", (event) => {
      if (event.target.id !== "languages") return;
      const chosen = event.submitter || f.tools.pressed;
      if (!chosen) return;
      event.preventDefault();
      const fields = f.tools.values(f.$("main"));
      f.fetch(f.base + "/language", form({ language: chosen.value }))
        .then(() => f.fetch(f.base, {})).then((response) => response.text())
        .then((text) => {
          const fresh = new DOMParser().parseFromString(text, "text/html");
          root.lang = fresh.documentElement.lang;
          document.title = fresh.title;
          document.body.dataset.words = fresh.body.dataset.words;
          f.words = JSON.parse(fresh.body.dataset.words);
          ["header", "#cut", "nav.links", "footer", "main", "#own-code", "#muted"].forEach((place) => {
            document.querySelector(place).innerHTML = fresh.querySelector(place).innerHTML;
          });
          [".skip", "nav.links", "#notices", "#own-code", "#muted"].forEach((place) => {
            const mine = document.querySelector(place);
            const other = fresh.querySelector(place);
            if (other.hasAttribute("aria-label")) mine.setAttribute("aria-label", other.getAttribute("aria-label"));
            else mine.textContent = other.textContent;
          });
          f.$("notices").innerHTML = "";
          around();
          first(JSON.parse(fresh.body.dataset.now));
          f.tools.restore(f.$("main"), fields);
          f.$("main").focus({ preventScroll: true });
          f.page.tidy();
          f.stream.retry();
        }).catch(() => f.page.tell(f.say("net_trying"), "wait"));
    });
  }

  function first(message) {
    f.page.now.key = message.key;
    f.page.now.step = message.step;
    f.page.whole = true; // drawn for this person alone: it says whether their ballot is in the box
    f.tools.enhance(f.$("main"));
    f.page.whole = false;
    f.tools.drafts(f.$("main"));
    f.clock.sync(message.now);
    f.page.apply({ key: message.key, step: message.step, facts: message.facts });
    f.emit("mine");
  }

  function around() {
    size(f.$("aa"));
    if (page === "room") f.net.buttons();
  }

  /* Between two people: says what is not saved yet, and goes on sending. */
  function startNext() {
    const line = f.$("next-waits");
    f.on("outbox", () => {
      const n = f.outbox.waiting().length;
      f.show(line, n > 0);
      f.show(f.$("next-saved"), !n);
      line.querySelector("span").textContent = f.sayN(f.store.keeps ? "kept" : "kept_open", n);
    });
  }

  if (page === "join" || page === "next") {
    if (f.$("aa")) size(f.$("aa"));
    startJoin();
    if (page === "next") startNext();
    f.people.load().then(f.outbox.load);
  } else if (page === "gone") {
    f.outbox.look().then(() => f.$("kept").appendChild(f.net.kept(f.outbox.kept(f.base))));
    if (f.$("kept").dataset.status === "404") {
      f.people.load().then(() => {
        const me = f.people.of(f.base);
        if (me) f.$("kept").appendChild(f.make("p", "", f.say("gone_code", { code: me.code })));
      });
    }
  } else if (page === "room") {
    around();
    languages();
    f.net.start();
    first(JSON.parse(document.body.dataset.now));
    f.store.ready().then(f.people.remember).then(() => f.outbox.load()).then(() => f.page.refresh());
    f.stream.start();
    f.here();
  }
  root.classList.add("js");
  if (f.net.measure) f.net.measure();
})(window.fasi);
