// The site's page beside the form, with the texts as they stand in the form: what changed is put in, its place is kept.
// The page is parsed in its own frame: the policy of the desk is not that of the site.

const SOON = 60; // milliseconds after a key: the letters of one word are one picture
let asked = 0;
let timer;
let isDrawing = false;
let isBehind = false;

// Redraws while somebody types, one request at a time; `fields` gives the form as it is when its turn comes.
export function follow(fields) {
  isBehind = true;
  if (isDrawing) return;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    [isDrawing, isBehind] = [true, false];
    await redraw(fields()).finally(() => { isDrawing = false; });
    if (isBehind) follow(fields);
  }, SOON);
}

export async function redraw(data) {
  const frame = document.querySelector("#page");
  if (!frame) return;
  const turn = ++asked;
  data.set("language", frame.contentWindow.location.pathname.split("/")[1]);
  const answer = await fetch("/desk/api/page", { method: "POST", body: data }).catch(() => null);
  if (turn !== asked || answer?.status !== 200) return;
  const fresh = new frame.contentWindow.DOMParser().parseFromString(await answer.text(), "text/html");
  const page = frame.contentDocument;
  const [old, main] = [page.querySelector("main"), fresh.querySelector("main")];
  if (!old || !main) return;
  const looks = (one) => [...one.head.querySelectorAll("style")].map((style) => style.textContent).join();
  if (looks(page) !== looks(fresh)) { // no page of the item was there yet
    page.head.replaceChildren(...fresh.head.childNodes);
    page.body.replaceChildren(...fresh.body.childNodes);
    return;
  }
  const top = frame.contentWindow.scrollY;
  const open = [...old.querySelectorAll("details")].map((part) => part.open);
  const parts = [...main.querySelectorAll("details")];
  if (parts.length === open.length) parts.forEach((part, index) => { part.open = open[index]; });
  exchange(old, main);
  frame.contentWindow.scrollTo({ top, behavior: "instant" });
}

// Puts in what differs and nothing else: a picture beside the words that are typed is not loaded again.
function exchange(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  const [olds, freshs] = [[...old.childNodes], [...fresh.childNodes]];
  const isAlike = olds.length > 0 && olds.length === freshs.length && old.cloneNode().isEqualNode(fresh.cloneNode());
  if (isAlike) olds.forEach((child, index) => exchange(child, freshs[index]));
  else old.replaceWith(old.ownerDocument.adoptNode(fresh));
}
