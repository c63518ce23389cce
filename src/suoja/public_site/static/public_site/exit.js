// The way out, quicker than a link: a click, or Shift three times, empties the page first.
// At its end: whether the device can read the page aloud; the rest of that is loaded on press.
const out = document.querySelector(".way-out");
const status = out.querySelector("[data-exit-status]");
const dots = out.querySelector("[data-exit-dots]");
const links = document.querySelectorAll("[data-exit]");
const PRESSES = 3;
const PATIENCE = 5000;
const EMPTIED = "emptied";
let pressed = 0;
let alone = false; // Shift was pressed, and nothing beside it
let timer;

function empty() {
  window.speechSynthesis?.cancel();
  document.title = "\u00a0";
  for (const icon of document.querySelectorAll("link[rel=icon]")) icon.href = "data:,";
  document.body.replaceChildren();
}

function leave(event) {
  event?.preventDefault();
  empty();
  location.replace(links[0].href);
}

function forget() {
  clearTimeout(timer);
  pressed = 0;
  delete out.dataset.pressed;
}

function press() {
  clearTimeout(timer);
  pressed += 1;
  if (pressed === PRESSES) return leave();
  out.dataset.pressed = pressed;
  dots.textContent = "●".repeat(pressed) + "○".repeat(PRESSES - pressed);
  status.textContent = pressed === 1 ? out.dataset.exitTwo : out.dataset.exitOne;
  timer = setTimeout(() => {
    forget();
    status.textContent = out.dataset.exitOver;
  }, PATIENCE);
}

// A page that is reached by Back from another site, or from one emptied here, is empty until asked.
function cameBack() {
  const { activation } = window.navigation ?? {};
  if (!activation) return performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const { navigationType, from } = activation;
  return navigationType === "traverse" && (!from || from.getState() === EMPTIED);
}

function offer() {
  const here = location.href;
  const show = document.createElement("button");
  show.textContent = out.dataset.exitShow;
  show.addEventListener("click", () => location.replace(here));
  empty();
  document.body.append(show);
  history.replaceState(null, "", links[0].href); // tells no more than the page does
  window.navigation?.updateCurrentEntry({ state: EMPTIED });
}

for (const link of links) {
  link.addEventListener("click", leave);
  link.addEventListener("auxclick", leave);
}
addEventListener("keydown", (event) => {
  if (event.key !== "Shift") {
    alone = false;
    if (pressed) {
      forget();
      status.textContent = "";
    }
  } else if (!event.repeat) {
    alone = !(event.ctrlKey || event.altKey || event.metaKey);
  }
});
addEventListener("keyup", (event) => {
  if (event.key === "Shift" && alone) press();
});
addEventListener("pointerdown", () => {
  alone = false;
});
addEventListener("pagehide", () => {
  document.body.hidden = true;
});
addEventListener("pageshow", (event) => {
  if (event.persisted && cameBack()) offer();
  document.body.hidden = false;
});
if (cameBack()) offer();

// Only a voice of the device itself: with any other, the text would be sent to somebody.
const listen = document.querySelector("[data-listen]");
const voices = listen && window.speechSynthesis;

function offerVoice() {
  const spoken = document.documentElement.lang;
  const known = voices.getVoices().filter((voice) => voice.localService);
  listen.hidden = !known.some((voice) => voice.lang.split(/[-_]/)[0] === spoken);
}

if (voices) {
  offerVoice();
  voices.addEventListener?.("voiceschanged", offerVoice);
  listen.addEventListener("click", async () => (await import("./listen.js")).toggle(listen));
}
