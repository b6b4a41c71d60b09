/* The remote begins: with what its page came with, and what was kept. */
(function (f) {
  "use strict";
  const r = f.remote;
  const message = JSON.parse(document.body.dataset.now);
  f.all("[data-part]").forEach((element) => { r.shown[element.dataset.part] = message.parts[element.dataset.part]; });
  f.clock.sync(message.now);
  r.apply(message);
  r.findKept();
  document.documentElement.classList.add("js");
  setInterval(r.tick, 500);
  setInterval(r.listen, 5000);
  r.measure();
  r.flush();
  r.open();
})(window.fasi);
