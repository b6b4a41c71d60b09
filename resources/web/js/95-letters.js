/* The letters are 44 kB, more than everything else together, and nobody needs them to take part. Where a hall's air is thin, they would
   stand in the way of pages that others are still waiting for: so they are asked for when this page is in use. A page that
   follows the workshop asks once its stream is up; the others, where people are busy writing a name, after a while. What could not
   be had is asked for again with the network, and now and then, ever more seldom. */
(function (f) {
  "use strict";
  const meta = document.querySelector('meta[name="letters"]');
  if (!meta) return;
  const ROOM = [1000, 2000]; // ms at least, and ms more at most: each phone at a moment of its own
  const DOOR = [4000, 4000];
  const AGAIN = [15000, 30000, 60000, 120000]; // ms; the last one for good

  let wanted = false; // they are wanted, and could not be had so far
  let failures = 0;
  let timer = 0;
  f.on("net", (up) => { if (up && wanted) bring(); });

  function bring() {
    clearTimeout(timer);
    wanted = !f.net.up;
    if (wanted) return;
    const link = f.make("link");
    link.rel = "stylesheet";
    link.href = meta.content;
    link.addEventListener("load", () => { if (document.fonts) document.fonts.ready.then(() => { if (broken()) missed(link); else know(); }); });
    link.addEventListener("error", () => missed(link));
    document.head.appendChild(link);
  }

  /* The style sheet has come, but a file of letters has not. */
  function broken() {
    let some = false;
    document.fonts.forEach((face) => { some = some || face.status === "error"; });
    return some;
  }

  function missed(link) {
    link.remove();
    wanted = true;
    timer = setTimeout(bring, AGAIN[Math.min(failures++, AGAIN.length - 1)] * (0.7 + Math.random() * 0.6));
  }

  /* This tab has had them on an earlier page: then the browser has them still. */
  function know() { try { sessionStorage.setItem("letters", meta.content); } catch (refused) { /* then they come a little later */ } }
  function known() { try { return sessionStorage.getItem("letters") === meta.content; } catch (refused) { return false; } }

  const after = (wait) => setTimeout(bring, wait[0] + Math.random() * wait[1]);
  const loaded = new Promise((done) => {
    if (document.readyState === "complete") done(); else window.addEventListener("load", () => done());
  });
  if (known()) bring();
  else if (document.body.dataset.page !== "room") loaded.then(() => after(DOOR));
  else Promise.all([loaded, new Promise((done) => f.on("message", done))]).then(() => after(ROOM));
})(window.fasi);
