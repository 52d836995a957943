// The site's page beside the form, with the texts as they stand in the form: what changed is put in, its place is kept.
// The page is parsed in its own frame: the policy of the desk is not that of the site.

let asked = 0;

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
  old.replaceWith(page.adoptNode(main));
  frame.contentWindow.scrollTo({ top, behavior: "instant" });
}
