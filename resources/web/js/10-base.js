/* Helpers for the parts that follow. The files of this folder are served as one, in the order of their names.
   Written for browsers from 2018: ES2017, no modules, nothing that only a secure (https) page may use. */
(function (f) {
  "use strict";
  const data = document.body.dataset;

  f.base = data.base || "";
  f.me = Number(data.me || 0);
  f.code = data.code || "";
  f.words = JSON.parse(data.words || "{}");

  f.$ = (id) => document.getElementById(id);
  f.all = (selector, root) => Array.prototype.slice.call((root || document).querySelectorAll(selector));
  f.show = (element, visible) => { if (element) element.hidden = !visible; };

  /* A text of the page's language with {name} filled in. */
  f.say = (key, values) =>
    (f.words[key] || "").replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  f.sayN = (key, n) => f.say(key + (n === 1 ? "_one" : "_many"), { n: n });

  f.make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  f.icon = (name) => {
    const holder = document.createElement("span");
    holder.innerHTML = '<svg class="ic" aria-hidden="true"><use xlink:href="#i-' + name + '"/></svg>';
    return holder.firstChild;
  };
  f.status = (className, iconName, text) => {
    const line = f.make("p", "st " + className);
    line.appendChild(f.icon(iconName));
    line.appendChild(f.make("span", "", text));
    return line;
  };

  /* How long ago a mark was made, in milliseconds. The phone's clock may be set in the middle of the evening, and the other one
     may stand still while the phone sleeps: so the longer of the two is taken, and it is never below nothing. */
  f.steady = () => (window.performance ? performance.now() : Date.now());
  f.mark = () => ({ steady: f.steady(), wall: Date.now() });
  f.since = (mark) => Math.max(f.steady() - mark.steady, Date.now() - mark.wall);

  /* A random UUID: crypto.randomUUID exists only on secure pages. */
  f.uuid = () => {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    const hex = Array.prototype.map.call(b, (x) => (x + 256).toString(16).slice(1)).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };

  /* Clock time as people write it, from the server's ISO time: the phone's own clock may be wrong. */
  f.time = (iso) => {
    const match = /T(\d\d):(\d\d)/.exec(iso || "");
    if (!match) return "";
    return document.documentElement.lang === "en" ? match[1] + ":" + match[2] : Number(match[1]) + "." + match[2];
  };

  const listeners = {};
  f.on = (name, callback) => { (listeners[name] = listeners[name] || []).push(callback); };
  f.emit = (name, value) => { (listeners[name] || []).forEach((callback) => callback(value)); };

  /* What screen readers hear; the same words twice are heard twice. */
  f.hear = (text) => {
    const region = f.$("heard");
    if (!region || !text) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 60);
  };

  /* fetch with an end. Resolves to the response, rejects on a dead network or after `ms`. */
  f.fetch = (url, options, ms) => {
    const wanted = Object.assign({ cache: "no-store", credentials: "omit" }, options);
    const stop = typeof AbortController === "function" ? new AbortController() : null;
    if (stop) wanted.signal = stop.signal;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { if (stop) stop.abort(); reject(new Error("timeout")); }, ms || 12000);
      fetch(url, wanted).then(resolve, reject).then(() => clearTimeout(timer));
    });
  };
})(window.fasi = window.fasi || {});
