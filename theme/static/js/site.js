// What every page needs, as one file: see plugins/design/assets.py.
import "./view.js";
import "./language-choice.js";
import "./share.js";
import "./offline.js";
