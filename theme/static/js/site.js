// What every page needs, as one file: see plugins/design/assets.py.
import "./accessibility-panel.js";
import "./language-choice.js";
import "./share.js";
import "./offline.js";
