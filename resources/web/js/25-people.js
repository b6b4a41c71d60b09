/* Who has used this phone: several people may share one. Each has an address and a code of their own; the phone remembers them, so
   that changing over needs no typing, and so that the code is at hand when the laptop's address has changed. */
(function (f) {
  "use strict";
  const WEEK = 7 * 24 * 3600 * 1000; // ms; then the phone has forgotten
  const people = (f.people = { all: [] });
  const data = document.body.dataset;

  /* The latest first; one who has come back by code has two addresses, and only the newer is shown. */
  people.load = () => f.store.every("people").then((found) => {
    const since = Date.now() - WEEK;
    found.filter((one) => one.at < since).forEach((one) => people.forget(one.base));
    const sorted = found.filter((one) => one.at >= since).sort((a, b) => b.at - a.at);
    people.all = sorted.filter((one, i) => sorted.findIndex((other) => other.workshop === one.workshop && other.number === one.number) === i);
    draw();
    f.emit("people");
  });
  people.here = () => people.all.filter((one) => one.workshop === data.workshop);

  people.remember = () => f.store.put("people", {
    id: f.base, base: f.base, number: f.me, name: data.name, code: f.code, workshop: data.workshop, at: Date.now(),
  }).then(people.load);
  people.forget = (base) => f.store.remove("people", base);

  people.name = (one) => one.name || f.say("nameless", { n: one.number });
  people.of = (base) => people.all.find((one) => one.base === base) || null;

  /* To somebody else's page, if it can be reached: without a connection the browser would show its own page of errors instead. */
  function change(list, one) {
    f.fetch(one.base + "/state", {}, 6000).then(() => { window.location.href = one.base; }, () => {
      const told = list.parentNode.querySelector("[data-told]") || list.parentNode.appendChild(f.make("p", "notice wait"));
      told.setAttribute("data-told", "");
      told.setAttribute("role", "alert");
      told.textContent = f.say("change_later");
    });
  }

  function draw() {
    const list = document.querySelector("[data-people]");
    if (!list) return;
    const shown = people.here();
    if (list.hasAttribute("data-all") && !shown.length) return; // the server's own entry stays
    list.innerHTML = "";
    shown.forEach((one) => {
      const link = f.make("a", "btn");
      link.href = one.base;
      link.addEventListener("click", (event) => { event.preventDefault(); change(list, one); });
      link.appendChild(f.make("bdi", "", people.name(one)));
      const item = f.make("li");
      item.appendChild(link);
      list.appendChild(item);
    });
    f.show(f.$("people"), shown.length > 0);
  }
})(window.fasi);
