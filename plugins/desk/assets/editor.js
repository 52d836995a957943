// A text of the form in CodeMirror. The text area stays the form's field: it is hidden and follows what is typed, and
// serves as it is where no script runs.
import {
  EditorState, EditorView, HighlightStyle, defaultKeymap, deleteMarkupBackward, history, historyKeymap,
  insertNewlineContinueMarkup, keymap, lintKeymap, markdownLanguage, redo, setDiagnostics, syntaxHighlighting, tags, undo,
} from "./codemirror.js";

const views = new WeakMap();
const nonce = document.querySelector("link[nonce]")?.nonce ?? "";

const LOOKS = HighlightStyle.define([
  { tag: tags.heading, class: "md-heading" },
  { tag: tags.strong, class: "md-strong" },
  { tag: tags.emphasis, class: "md-emphasis" },
  { tag: [tags.link, tags.url], class: "md-link" },
  { tag: [tags.processingInstruction, tags.meta, tags.comment], class: "md-mark" },
]);

export function edit(form, onPaste) {
  form.querySelectorAll("textarea.body").forEach((text) => {
    if (!views.has(text)) views.set(text, view(text, onPaste));
  });
}

function view(text, onPaste) {
  const label = document.querySelector(`label[for="${CSS.escape(text.id)}"]`);
  const words = text.closest("form").dataset;
  const made = new EditorView({
    doc: text.value,
    extensions: [
      EditorView.cspNonce.of(nonce),
      EditorState.phrases.of({ Diagnostics: words.problems, "No diagnostics": words.noProblems, close: words.cancel }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        lang: text.lang, spellcheck: "true", "aria-labelledby": label.id, "aria-describedby": text.getAttribute("aria-describedby"),
      }),
      history(),
      markdownLanguage.extension,
      syntaxHighlighting(LOOKS),
      keymap.of([
        { key: "Enter", run: insertNewlineContinueMarkup },
        { key: "Backspace", run: deleteMarkupBackward },
        ...historyKeymap, ...lintKeymap, ...defaultKeymap,
      ]),
      EditorView.domEventHandlers({ paste: (event) => onPaste(event, text) }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        text.value = update.state.doc.toString();
        text.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    ],
  });
  text.hidden = true;
  text.after(made.dom);
  label.addEventListener("click", () => made.focus());
  return made;
}

export function selectionOf(text) {
  const view = views.get(text);
  const { from, to } = view.state.selection.main;
  return { start: from, end: to, value: text.value };
}

// As if it were typed: undo takes it back.
export function put(text, words, start, end, from = words.length, length = 0) {
  const view = views.get(text);
  view.dispatch({
    changes: { from: start, to: end, insert: words },
    selection: { anchor: start + from, head: start + from + length },
    userEvent: "input",
    scrollIntoView: true,
  });
  view.focus();
}

// Replaces no more than what differs, so that the place of the cursor and what undo knows stay.
export function change(text, value) {
  const old = text.value;
  let start = 0;
  let end = 0;
  while (start < Math.min(old.length, value.length) && old[start] === value[start]) start += 1;
  while (end < Math.min(old.length, value.length) - start && old.at(-1 - end) === value.at(-1 - end)) end += 1;
  views.get(text).dispatch({
    changes: { from: start, to: old.length - end, insert: value.slice(start, value.length - end) },
    userEvent: "input",
  });
}

export function step(text, back) {
  const view = views.get(text);
  (back ? undo : redo)(view);
  view.focus();
}

export function goTo(text, offset, length) {
  const view = views.get(text);
  const end = Math.min(view.state.doc.length, offset + length);
  view.dispatch({ selection: { anchor: Math.min(offset, end), head: end }, effects: EditorView.scrollIntoView(Math.min(offset, end), { y: "center" }) });
  view.focus();
}

export const isEdited = (text) => views.has(text);

// Each problem at its place; `explain` returns what is told of one where its words are pointed at.
export function underline(text, problems, explain) {
  const view = views.get(text);
  if (!view) return;
  const most = view.state.doc.length;
  const found = problems.map((problem) => {
    const from = Math.min(problem.offset ?? 0, most);
    const to = Math.min(most, from + Math.max(1, problem.length));
    return {
      from,
      to,
      severity: problem.severity === "warning" ? "warning" : "error",
      message: problem.shown.what,
      renderMessage: () => explain(problem),
    };
  });
  view.dispatch(setDiagnostics(view.state, found));
}
