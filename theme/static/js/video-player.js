// The times beside the scenes of a video become buttons that lead there; without scripts they are only times.
for (const player of document.querySelectorAll("[data-module='video-player']")) {
  const screen = player.querySelector("video");
  for (const time of player.querySelectorAll("[data-second]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = time.className;
    button.textContent = time.textContent;
    button.addEventListener("click", () => {
      const go = () => {
        screen.currentTime = Number(time.dataset.second) + 0.01;
      };
      if (screen.readyState > 0) {
        go();
      } else {
        screen.addEventListener("loadedmetadata", go, { once: true });
      }
      screen.scrollIntoView({ block: "nearest" });
      screen.play().catch(() => {});
    });
    time.replaceWith(button);
  }
}
