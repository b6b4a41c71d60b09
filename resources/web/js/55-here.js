/* The page says how it is, so that the facilitator sees who is in: a sign of life while it is open, a word when it is hidden or left.
   Nothing of what anybody has written or answered is in it. */
(function (f) {
  "use strict";
  const EVERY = 20000; // ms
  const id = document.body.dataset.pageId;
  let timer = 0;

  function tell(hidden) {
    const body = JSON.stringify({ hidden: hidden, page: id });
    if (hidden && navigator.sendBeacon) {
      try { if (navigator.sendBeacon(f.base + "/here", body)) return; } catch (refused) { /* then as any other request */ }
    }
    f.fetch(f.base + "/here", { method: "POST", body: body, keepalive: hidden }, 8000)
      .then((response) => { if (f.over(response).gone) f.stream.ask().catch(() => undefined); })
      .catch(() => { if (f.net.up && !hidden) f.stream.retry(); }); // the stream may not have noticed yet
  }

  /* Spread, so that phones that came together do not speak together. */
  function later() {
    timer = setTimeout(() => { if (!document.hidden) tell(false); later(); }, EVERY * (0.8 + Math.random() * 0.4));
  }

  f.here = () => {
    if (document.hidden) tell(true);
    later();
    document.addEventListener("visibilitychange", () => { if (timer) tell(document.hidden); });
    window.addEventListener("pagehide", () => { if (timer) tell(true); });
    window.addEventListener("pageshow", (event) => { if (timer && event.persisted) tell(false); });
    f.on("stopped", () => { clearTimeout(timer); timer = 0; });
  };
})(window.fasi);
