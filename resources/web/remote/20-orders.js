/* Orders of the remote. Every order says which step and whose turn its sender saw, so that two who press at the same moment never
   move the evening twice. Orders are for now: they are tried a few seconds and then told as not sent. */
(function (f) {
  "use strict";
  const PLENTY = 60000; // ms; with more left "next" asks once on itself
  const ASKING = 4000;
  const REST = 1200; // ms after moving on in which another press is taken for a slip
  const TWICE = 350; // ms in which two presses are one press of a trembling thumb
  const TRIES = [0, 800, 2000];
  const r = f.remote;
  r.asking = 0;
  let moved = 0;
  const under = {}; // orders on their way, by command

  r.calm = function () {
    if (!r.asking) return;
    clearTimeout(r.asking);
    r.asking = 0;
    r.next.querySelector("[data-part]").innerHTML = r.shown.next;
    r.next.classList.remove("asks");
    r.next.removeAttribute("data-ready");
  };

  function press(button) {
    const command = button.value;
    if (command === "record") { r.record(); return; }
    if (!command) return;
    if (command === "next") {
      if (!r.asking && f.clock.left() > PLENTY) {
        r.asking = setTimeout(r.calm, ASKING);
        r.next.removeAttribute("data-ready");
        r.next.querySelector("[data-part]").textContent = f.say("sure");
        r.next.classList.add("asks");
        f.hear(f.say("sure"));
        setTimeout(() => r.next.setAttribute("data-ready", ""), TWICE);
        return;
      }
      if (r.asking ? !r.next.hasAttribute("data-ready") : Date.now() - moved < REST) return;
      r.calm();
    }
    if (under[command]) return;
    under[command] = true;
    const colon = command.indexOf(":");
    const order = { command: colon < 0 ? command : "screen", id: f.uuid(), step: r.facts.step ? r.facts.step.id : null, turn: r.facts.turn };
    if (colon > 0) order.view = command.slice(colon + 1);
    button.setAttribute("aria-busy", "true");
    if (navigator.vibrate) { try { navigator.vibrate(25); } catch (refused) { /* a browser may refuse */ } }
    send(order, 0).then((answer) => {
      if (answer.ok && (command === "next" || command === "previous" || command === "start")) moved = Date.now();
      if (!answer.ok) r.tell(answer.message, "wait");
      if (!r.follows()) r.ask().catch(() => undefined);
    }, (trouble) => { if (!r.over) r.tell(f.say(trouble === "busy" ? "busy" : "not_sent"), "bad"); }).then(() => {
      delete under[command];
      button.removeAttribute("aria-busy");
    });
  }

  /* The same order again is carried out once, so trying again is always safe. */
  function send(order, attempt) {
    return new Promise((resolve) => { setTimeout(resolve, TRIES[attempt]); }).then(() => r.post(order, 4000)).catch((trouble) => {
      if (trouble === "gone" || trouble === "busy" || attempt + 1 >= TRIES.length) throw trouble;
      return send(order, attempt + 1);
    });
  }

  /* Resolves with the server's answer, also when a rule says no. */
  r.post = function (order, ms) {
    const options = { method: "POST", body: JSON.stringify(order), headers: { "Content-Type": "application/json" } };
    return f.fetch(f.base + "?language=" + r.language, options, ms).then((response) => {
      if (response.status === 404) { r.gone(); throw "gone"; }
      if (response.status === 429) throw "busy";
      if (response.status >= 500) throw "full";
      return response.json();
    }).catch((trouble) => {
      if (typeof trouble === "string") throw trouble;
      r.net(false);
      throw "cut";
    }).then((answer) => { r.net(true); return answer; });
  };

  r.form.addEventListener("submit", (event) => {
    const button = event.submitter || pressed;
    if (button && button.name === "language") {
      if (r.box.length && !r.keeps) { event.preventDefault(); r.tell(f.say("stay"), "wait"); }
      return;
    }
    event.preventDefault();
    if (button) press(button);
  });
  let pressed = null; // browsers before 2021 do not tell which button sent a form
  r.form.addEventListener("click", (event) => { pressed = event.target.closest ? event.target.closest("button") : null; });
})(window.fasi);
