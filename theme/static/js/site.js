// What every page needs, as one file: see plugins/site/assets.py.
import "./view.js";
import "./language-choice.js";
import "./share.js";
import "./offline.js";
