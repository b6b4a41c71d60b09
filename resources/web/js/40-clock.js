/* Time left, counted to the server's end time. The server's clock is followed by its ticks and carried on by a clock that
   nobody can set wrong (performance.now), so a phone whose own clock is hours off counts right. */
(function (f) {
  "use strict";
  const clock = (f.clock = { timer: null });
  let ahead = null; // server's milliseconds minus this page's
  let samples = [];
  const own = f.steady;

  /* A tick is late by the way it came, never early: the largest of the latest few is the truest. */
  clock.sync = (serverMs) => {
    samples = samples.slice(-7).concat(serverMs - own());
    ahead = Math.max.apply(null, samples);
    draw();
  };
  clock.forget = () => { samples = []; };
  clock.now = () => (ahead === null ? null : own() + ahead);

  clock.left = () => {
    const timer = clock.timer;
    if (!timer) return null;
    if (!timer.running) return timer.left;
    return clock.now() === null ? timer.left : timer.end - clock.now();
  };

  function minutes(left) {
    if (clock.timer && !clock.timer.running) return f.say("paused");
    if (left <= 0) return f.say("over");
    return left < 60000 ? f.say("under_minute") : f.say("minutes", { n: Math.ceil(left / 60000) });
  }

  function digits(left) {
    const seconds = Math.max(0, Math.ceil(left / 1000));
    return Math.floor(seconds / 60) + ":" + ("0" + (seconds % 60)).slice(-2);
  }

  function put(element, text) { if (element.textContent !== text) element.textContent = text; }

  function draw() {
    const left = clock.left();
    if (left === null) return;
    f.all("[data-timer]").forEach((element) => put(element, minutes(left)));
    f.all("[data-countdown]").forEach((element) => put(element, left > 0 ? digits(left) : f.say("continue_now")));
  }

  clock.draw = draw;
  setInterval(draw, 500);
})(window.fasi);
