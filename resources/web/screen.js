/* The big screen on another device: follows which picture and which words there are, and fetches what is new, one at a time.
   For the browsers of televisions: no modules, nothing newer than ES5. */
(function () {
  "use strict";
  var OFTEN = 250, POLL = 1000, QUIET = 25000, CALM = 2500, STILL = 4000, MOST_SAID = 8;
  var root = document.documentElement, facts = JSON.parse(document.body.getAttribute("data-screen"));
  var words = facts.words, base = facts.base, me = "w=" + encodeURIComponent(facts.w);
  var place = byId("picture"), said = byId("said"), news = byId("news"), word = byId("word");
  var wanted = facts.v, shown = facts.v, toldNow = facts.t;
  var loading = false, began = 0, source = null, heardAt = now(), polling = false, streamed = false, cut = 0;
  var tries = 0, asking = null, over = false, lost = null;

  function byId(id) { return document.getElementById(id); }
  function now() { return new Date().getTime(); }
  function get(what, done) {
    var request = new XMLHttpRequest();
    request.open("GET", base + what + me);
    request.timeout = 8000;
    request.onreadystatechange = function () {
      if (request.readyState === 4) { done(request.status, request.responseText); }
    };
    request.send();
  }

  // --- the picture ---

  function pump() {
    if (loading || over || wanted === shown) { return; }
    loading = true;
    setTimeout(fetchPicture, Math.max(0, began + OFTEN - now()));
  }
  function fetchPicture() {
    var version = wanted, picture = new Image();
    began = now();
    picture.alt = words.alt;
    picture.onload = function () {
      while (place.firstChild) { place.removeChild(place.firstChild); }
      if (!over) { place.appendChild(picture); }
      shown = version;
      loading = false;
      pump();
    };
    picture.onerror = function () {
      setTimeout(function () { loading = false; pump(); }, 1500);
    };
    picture.src = base + "/picture?v=" + version + "&" + me;
  }
  function take(message) {
    if (message.v) { wanted = message.v; pump(); }
    if (message.t && message.t !== toldNow) { fetchText(message.t); }
  }

  // --- the words ---

  var fetching = false, known = linesOf(), saying = null, saidAt = 0;

  function fetchText(version) {
    if (fetching) { return; }
    fetching = true;
    get("/text?", function (status, html) {
      fetching = false;
      if (status !== 200) { return; }
      toldNow = version;
      said.innerHTML = html;
      if (!saying) { saying = setTimeout(announce, Math.max(CALM, saidAt + 3 * CALM - now())); }
    });
  }
  function linesOf() {
    var found = said.querySelectorAll("[data-news]"), lines = [], i;
    for (i = 0; i < found.length; i++) { lines.push(found[i].textContent); }
    return lines;
  }
  /* Only what is new is said aloud, some seconds after it came, and not more at a time than one can listen to. */
  function announce() {
    var lines = linesOf(), fresh = lines.filter(function (line) { return known.indexOf(line) < 0; });
    saying = null;
    known = lines;
    if (!fresh.length) { return; }
    if (fresh.length > MOST_SAID) { fresh = fresh.slice(0, MOST_SAID).concat(words.more); }
    saidAt = now();
    news.lang = said.firstElementChild ? said.firstElementChild.lang : "";
    news.textContent = fresh.map(function (line) { return /[.?!…]$/.test(line) ? line : line + "."; }).join(" ");
  }

  // --- the connection ---

  function heard() {
    heardAt = now();
    tries = 0;
    if (lost) { clearTimeout(lost); lost = null; }
    if (word.textContent && !over) { word.textContent = ""; news.lang = root.lang; news.textContent = words.back; }
  }
  function missed() {
    if (!lost && !over) { lost = setTimeout(function () { word.textContent = words.lost; }, CALM); }
  }
  function gone() {
    over = true;
    drop();
    while (place.firstChild) { place.removeChild(place.firstChild); }
    said.innerHTML = "";
    root.className = (root.className + " gone").replace(/ ?(still|text)/g, "");
    word.textContent = words.gone;
    ["as-text", "as-picture", "whole", "languages"].forEach(function (id) { byId(id).hidden = true; });
    byId("code").hidden = false;
  }
  function drop() {
    if (source) { source.close(); source = null; }
  }
  function again(wait) {
    if (asking || over) { return; }
    asking = setTimeout(function () {
      asking = null;
      get("/now?", answered);
    }, wait);
  }
  function answered(status, text) {
    if (status === 404 || status === 410) { gone(); return; }
    if (status !== 200) {
      missed();
      tries += 1;
      again(Math.min(6000, 700 * tries) * (0.7 + 0.6 * Math.random()));
      return;
    }
    heard();
    take(JSON.parse(text));
    if (polling || !window.EventSource) { again(POLL); } else if (!source) { follow(); }
  }
  function follow() {
    var mine = source = new EventSource(base + "/stream?" + me), opened = now();
    streamed = false;
    mine.onmessage = function (event) { streamed = true; heard(); take(JSON.parse(event.data)); };
    mine.addEventListener("t", function () { streamed = true; heard(); });
    mine.addEventListener("gone", gone);
    mine.onerror = function () {
      if (mine !== source) { return; }
      cut = streamed ? 0 : cut + 1;
      polling = cut > 2;  // streams do not come through here
      drop();
      missed();
      again(500 + 1000 * Math.random());
    };
    setTimeout(function () {  // something on the way holds streams back: ask instead
      if (mine === source && !streamed && now() - opened > 5000) { polling = true; drop(); again(0); }
    }, 6000);
  }
  setInterval(function () {
    if (source && now() - heardAt > QUIET) { drop(); missed(); again(0); }
  }, 2000);

  // --- what the viewer does ---

  var stilling = null, byKey = false;

  function moved(event) {
    if (event) { byKey = event.type === "keydown" || (event.type === "focusin" && byKey); }
    root.className = root.className.replace(/ ?still/, "");
    clearTimeout(stilling);
    stilling = setTimeout(function () { if (!over && !steered()) { root.className += " still"; } }, STILL);
  }
  /* Whoever goes by keyboard sees where the focus is for as long as it is on the bar; only a whole screen is left in peace. */
  function steered() {
    return byKey && byId("tools").contains(document.activeElement) && !(document.fullscreenElement || document.webkitFullscreenElement);
  }
  function turn(asText) {
    root.className = root.className.replace(/ ?text/, "") + (asText ? " text" : "");
    byId("as-text").hidden = asText;
    byId("as-picture").hidden = !asText;
    byId(asText ? "as-picture" : "as-text").focus();
    window.scrollTo(0, 0);
  }
  function whole() {
    var ask = root.requestFullscreen || root.webkitRequestFullscreen;
    var leave = document.exitFullscreen || document.webkitExitFullscreen;
    if (document.fullscreenElement || document.webkitFullscreenElement) { leave.call(document); } else { ask.call(root); }
  }

  root.className += " js";
  byId("as-text").onclick = function () { turn(true); };
  byId("as-picture").onclick = function () { turn(false); };
  byId("whole").hidden = !(root.requestFullscreen || root.webkitRequestFullscreen);
  byId("whole").onclick = whole;
  ["mousemove", "mousedown", "touchstart", "keydown", "focusin"].forEach(function (kind) {
    document.addEventListener(kind, moved, false);
  });
  moved();
  again(0);
})();
