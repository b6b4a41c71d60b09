/* A browser that refuses storage: what is unsent, or only half-written, lies in this page's memory alone, and a reload or a closed
   tab would take it along. So the browser asks first. Where things are stored nothing is asked: they outlive the page.
   (iPhones never ask; there the page's own words, "keep this page open", must do.) */
(function (f) {
  "use strict";
  let listening = false;

  const lost = () => f.outbox.items.some((item) => item.state !== "saved") || (f.$("main") && f.tools.unsent(f.$("main")));

  function ask(event) {
    if (f.store.keeps || !lost()) return;
    f.outbox.flush(); // perhaps it goes while the question is being read
    event.preventDefault();
    event.returnValue = ""; // how browsers from 2018 want it said
  }

  /* Only once it is needed: a page that listens is not kept for the "back" button. */
  f.on("memory", () => {
    if (listening) return;
    listening = true;
    window.addEventListener("beforeunload", ask);
  });
})(window.fasi);
