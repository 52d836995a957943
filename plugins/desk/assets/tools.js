// The row of tools above a text: each puts Markdown round what is selected, and undo takes it back.
import { put, selectionOf, step } from "./editor.js";

const WRAPS = { bold: ["**", "**"], italic: ["*", "*"] };
const LINES = { heading: () => "## ", list: () => "- ", numbered: (number) => `${number}. ` };

export function toolbar(form) {
  form.querySelectorAll("[data-tools]").forEach((bar) => {
    if (bar.dataset.ready) return;
    bar.dataset.ready = "yes";
    bar.hidden = false;
    const text = document.getElementById(bar.dataset.tools);
    bar.addEventListener("click", (event) => {
      const tool = event.target.closest("button")?.dataset.tool;
      if (tool) use(tool, text);
    });
    bar.addEventListener("keydown", (event) => walk(bar, event));
  });
}

function walk(bar, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const buttons = [...bar.querySelectorAll("button")];
  const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
  buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
  next.focus();
}

function use(tool, text) {
  const { start, end, value } = selectionOf(text);
  const chosen = value.slice(start, end);
  if (WRAPS[tool]) {
    const [before, after] = WRAPS[tool];
    put(text, `${before}${chosen}${after}`, start, end, before.length, chosen.length);
  } else if (LINES[tool]) {
    const from = value.lastIndexOf("\n", start - 1) + 1;
    const lines = value.slice(from, end).split("\n").map((line, index) => LINES[tool](index + 1) + line.replace(/^(#+|-|\d+\.) /, ""));
    put(text, lines.join("\n"), from, end);
  } else if (tool === "quote") {
    put(text, `[${chosen}]{lang=${text.lang === "kk" ? "ru" : "kk"}}`, start, end, 1, chosen.length);
  } else if (tool === "link") {
    ask("link", (dialog) => link(dialog.querySelector("[name=to]").value.trim(), text, chosen, start, end));
  } else if (tool === "picture") {
    const dialog = document.querySelector("#picture");
    dialog.dataset.into = text.id;
    dialog.showModal();
  } else if (tool === "undo" || tool === "redo") {
    step(text, tool === "undo");
  }
}

// A page is named by its title; an address is taken as it is.
function link(named, text, chosen, start, end) {
  if (!named) return;
  const page = [...document.querySelectorAll("#links option")].find((option) => option.value === named);
  const words = chosen || page?.dataset.title || "…";
  put(text, `[${words}](${page?.dataset.path ?? named})`, start, end, 1, words.length);
}

function ask(id, done) {
  const dialog = document.getElementById(id);
  dialog.returnValue = "";
  dialog.addEventListener("close", () => { if (dialog.returnValue === "insert") done(dialog); }, { once: true });
  dialog.showModal();
}

// What comes from Word, Telegram or a page becomes our Markdown: headings, lists, emphasis, links; nothing else.
export function paste(event, text) {
  const html = event.clipboardData?.getData("text/html");
  if (!html) return false;
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!page.body.querySelector("p, h1, h2, h3, h4, li, b, strong, i, em, a, div, br")) return false;
  event.preventDefault();
  const { start, end } = selectionOf(text);
  put(text, markdown(page.body), start, end);
  return true;
}

export function markdown(body) {
  const blocks = [];
  walkBlocks(body, blocks);
  return blocks.filter((block) => block.trim()).join("\n\n").replace(/(^|\n)(- .*)\n\n(?=- )/g, "$1$2\n").replace(/(^|\n)(- .*)\n\n(?=- )/g, "$1$2\n");
}

const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "UL", "OL", "LI", "TABLE", "TR", "BLOCKQUOTE", "H1", "H2", "H3", "H4", "H5", "H6", "BODY", "MAIN"]);

function walkBlocks(node, blocks) {
  let line = "";
  const flush = () => { blocks.push(line.trim()); line = ""; };
  for (const child of node.childNodes) {
    if (BLOCKS.has(child.nodeName)) {
      flush();
      if (/^H[1-6]$/.test(child.nodeName)) blocks.push(`${child.nodeName > "H2" ? "###" : "##"} ${inline(child).trim()}`);
      else if (child.nodeName === "LI") blocks.push(`- ${inline(child).trim()}`);
      else walkBlocks(child, blocks);
    } else if (child.nodeName === "BR") flush();
    else line += inline(child, true);
  }
  flush();
}

function inline(node, isChild = false) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[ \t\r\n]+/g, " ");
  if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|META|LINK|XML|O:P|IMG)$/.test(node.nodeName)) return "";
  const inner = [...node.childNodes].map((child) => inline(child, true)).join("");
  const words = inner.trim();
  if (!isChild || !words) return inner;
  const around = (sign) => inner.replace(words, `${sign}${words}${sign}`);
  const isPlain = /normal|[1-4]00/.test(node.style?.fontWeight ?? "");
  if (/^(B|STRONG)$/.test(node.nodeName) && !isPlain) return around("**");
  if (/^(I|EM)$/.test(node.nodeName)) return around("*");
  const address = node.nodeName === "A" ? node.getAttribute("href") ?? "" : "";
  return /^https?:/.test(address) ? `[${words}](${address})` : inner;
}
