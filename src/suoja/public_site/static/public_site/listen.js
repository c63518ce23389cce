// Reads a page of text aloud, block by block, with a voice of the device.
const WHAT = "h1, .text-lead, .text :is(h2, p, li, summary)";
const voices = window.speechSynthesis;

function voice() {
  const spoken = document.documentElement.lang;
  return voices
    .getVoices()
    .find((each) => each.localService && each.lang.split(/[-_]/)[0] === spoken);
}

function say(block, whenSaid) {
  const words = new SpeechSynthesisUtterance(block.textContent.trim());
  words.voice = voice();
  words.lang = words.voice.lang;
  words.onend = whenSaid;
  voices.speak(words);
}

export function toggle(button) {
  const begin = button.getAttribute("aria-pressed") !== "true";
  voices.cancel();
  show(button, begin);
  if (!begin) return;
  const blocks = [...document.querySelector("main").querySelectorAll(WHAT)];
  blocks.forEach((block, place) => {
    say(block, place === blocks.length - 1 ? () => show(button, false) : null);
  });
}

function show(button, reads) {
  button.setAttribute("aria-pressed", reads);
  button.textContent = reads ? button.dataset.stop : button.dataset.listen;
}
