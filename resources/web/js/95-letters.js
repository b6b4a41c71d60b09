/* The letters are 44 kB, more than everything else together, and nobody needs them to take part. Where a hall's air is thin, they would
   stand in the way of pages that others are still waiting for: so they are asked for when this page is in use. A page that
   follows the workshop asks once its stream is up; the others, where people are busy writing a name, after a while. */
(function (f) {
  "use strict";
  const meta = document.querySelector('meta[name="letters"]');
  if (!meta) return;
  const ROOM = [1000, 2000]; // ms at least, and ms more at most: each phone at a moment of its own
  const DOOR = [4000, 4000];

  let wanted = false; // they are wanted, and could not be had so far
  f.on("net", (up) => { if (up && wanted) bring(); });

  function bring() {
    wanted = !f.net.up;
    if (wanted) return;
    const link = f.make("link");
    link.rel = "stylesheet";
    link.href = meta.content;
    link.addEventListener("load", () => { if (document.fonts) document.fonts.ready.then(know); });
    link.addEventListener("error", () => { link.remove(); wanted = true; });
    document.head.appendChild(link);
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
