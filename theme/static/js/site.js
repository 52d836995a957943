// What every page needs, as one file: see plugins/design/assets.py. The functions of storage.js are at hand in the scripts
// below it, and other scripts import them from here, which costs no further request.
import "./storage.js";
import "./accessibility-panel.js";
import "./language-choice.js";
import "./share.js";
import "./offline.js";
