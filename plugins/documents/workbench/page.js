// The places to hide: shown on the photo, added by drawing or by numbers, removed by a press or the Delete key.
const paper = document.querySelector("#paper");
const photo = paper.querySelector("image");
const said = document.querySelector("#said");
const words = await (await fetch("words.json")).json();

const picture = new Image();
picture.src = "photo.jpg";
await picture.decode();
paper.setAttribute("viewBox", `0 0 ${picture.naturalWidth} ${picture.naturalHeight}`);
photo.setAttribute("width", picture.naturalWidth);
photo.setAttribute("height", picture.naturalHeight);

function add(x, y, width, height) {
  const place = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x, y, width, height })) place.setAttribute(name, Math.round(value));
  place.setAttribute("tabindex", "0");
  place.setAttribute("role", "button");
  place.setAttribute("aria-label", `${Math.round(x)}, ${Math.round(y)}: ${words.remove.join(" · ")}`);
  place.addEventListener("click", () => remove(place));
  place.addEventListener("keydown", (event) => {
    if (["Delete", "Backspace", "Enter", " "].includes(event.key)) {
      event.preventDefault();
      remove(place);
    }
  });
  paper.append(place);
  count();
  return place;
}

function remove(place) {
  const neighbour = place.nextElementSibling ?? place.previousElementSibling;
  const hadFocus = place === document.activeElement;
  place.remove();
  count();
  if (hadFocus) (neighbour === photo ? document.querySelector("[name=x]") : neighbour).focus();
}

function count() {
  const places = paper.querySelectorAll("rect").length;
  said.value = words.count.join(" ").replaceAll("{count}", places);
}

for (const box of await (await fetch("boxes.json")).json()) add(...box);

function point(event) {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(paper.getScreenCTM().inverse());
}

paper.addEventListener("pointerdown", (down) => {
  if (down.target !== photo) return;
  const start = point(down);
  const drawn = add(start.x, start.y, 1, 1);
  const move = (event) => {
    const now = point(event);
    drawn.setAttribute("x", Math.round(Math.min(start.x, now.x)));
    drawn.setAttribute("y", Math.round(Math.min(start.y, now.y)));
    drawn.setAttribute("width", Math.round(Math.abs(now.x - start.x)));
    drawn.setAttribute("height", Math.round(Math.abs(now.y - start.y)));
  };
  const stop = () => {
    paper.removeEventListener("pointermove", move);
    if (drawn.getAttribute("width") < 6 || drawn.getAttribute("height") < 6) remove(drawn);
  };
  paper.addEventListener("pointermove", move);
  addEventListener("pointerup", stop, { once: true });
});

document.querySelector("#add").addEventListener("submit", (event) => {
  event.preventDefault();
  const values = new FormData(event.target);
  add(...["x", "y", "width", "height"].map((name) => Number(values.get(name))));
  event.target.reset();
});

async function answer(name, body) {
  const reply = await fetch(name, { method: "POST", body });
  const next = await reply.text(); // the desk names the page that follows
  if (reply.ok && next) location.assign(next);
  said.value = (reply.ok ? words.done : words.failed).join(" ");
}

document.querySelector("#hide").addEventListener("click", () => {
  const boxes = [...paper.querySelectorAll("rect")].map((place) =>
    ["x", "y", "width", "height"].map((name) => Number(place.getAttribute(name))),
  );
  answer("hide", JSON.stringify(boxes));
});
document.querySelector("#give-up").addEventListener("click", () => answer("give-up"));
