// What the page needs that asks for the language, as one file.
import "./storage.js";
import "./language-choice.js";
