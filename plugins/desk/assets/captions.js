// Captions beside the player: the words of now are shown, and a new row begins where the film stands.
const player = document.querySelector("#player");
const now = document.querySelector("#now");
const form = document.querySelector("#captions");
const spoken = document.documentElement.lang;

function seconds(time) {
  const parts = time.trim().replace(",", ".").split(":").map(Number);
  return time.trim() && parts.every(Number.isFinite) ? parts.reduce((sum, part) => sum * 60 + part, 0) : NaN;
}

function written(time) {
  const minutes = Math.floor(time / 60);
  return `${minutes}:${(time - minutes * 60).toFixed(3).padStart(6, "0")}`;
}

function rows(code) {
  return [...form.querySelectorAll(`[data-cues="${code}"] > .cue`)];
}

function parts(row) {
  const [start, end] = row.querySelectorAll("input");
  return { start, end, text: row.querySelector("textarea") };
}

function show() {
  const at = player.currentTime;
  let words = "";
  for (const code of ["kk", "ru"]) {
    for (const row of rows(code)) {
      const { start, end, text } = parts(row);
      const isNow = seconds(start.value) <= at && at < seconds(end.value);
      row.classList.toggle("cue--now", isNow);
      if (isNow && code === spoken) words = text.value;
    }
  }
  now.textContent = words;
}

const [first] = rows("kk").filter((row) => !parts(row).text.value);
if (first && !document.querySelector("[role=alert]")) parts(first).text.focus({ preventScroll: true });
player.addEventListener("timeupdate", show);
form.addEventListener("input", show);
form.addEventListener("focusin", (event) => {
  const row = event.target.closest(".cue");
  const at = row ? seconds(parts(row).start.value) : NaN;
  if (player.paused && Number.isFinite(at)) player.currentTime = at;
});
form.querySelectorAll("[data-add-cue]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const own = rows(button.dataset.addCue);
    let row = own.find((one) => !parts(one).start.value && !parts(one).text.value);
    if (!row) {
      row = own.at(-1).cloneNode(true);
      row.querySelector(".field__problems")?.remove();
      for (const field of row.querySelectorAll("input, textarea")) {
        field.name = field.name.replace(/\.\d+\./, `.${own.length}.`);
        field.ariaLabel = field.ariaLabel.replace(/\d+$/, own.length + 1);
        field.value = "";
        field.removeAttribute("aria-invalid");
      }
      own.at(-1).after(row);
    }
    const { start, end, text } = parts(row);
    start.value = written(player.currentTime);
    end.value = written(Math.min(player.currentTime + 3, player.duration || Infinity));
    text.focus();
  });
});
