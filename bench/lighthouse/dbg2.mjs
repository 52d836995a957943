import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import {LanternLargestContentfulPaint as L} from "./node_modules/lighthouse/core/computed/metrics/lantern-largest-contentful-paint.js";
const [chromium, ...addresses] = process.argv.slice(2);
const chrome = await chromeLauncher.launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
for (const a of addresses) {
  const r = await lighthouse(a, { port: chrome.port, logLevel: "error", onlyCategories: ["performance"] });
  const A = r.artifacts;
  const context = { settings: r.lhr.configSettings, computedCache: new Map() };
  const data = { trace: A.Trace ?? A.traces?.defaultPass, devtoolsLog: A.DevtoolsLog ?? A.devtoolsLogs?.defaultPass, gatherContext: A.GatherContext, settings: r.lhr.configSettings, URL: A.URL, SourceMaps: A.SourceMaps, HostDPR: A.HostDPR, simulator: undefined };
  const m = await L.request(data, context);
  console.log("lhr", r.lhr.audits["largest-contentful-paint"].numericValue, r.lhr.configSettings.throttlingMethod, r.lhr.configSettings.throttling); console.log(a, m.timing, "opt", m.optimisticEstimate.timeInMs, "pes", m.pessimisticEstimate.timeInMs);
  for (const k of ["optimisticEstimate", "pessimisticEstimate"]) {
    console.log(k);
    for (const [n, t] of m[k].nodeTimings) console.log("  ", n.type, (n.type === "network" ? n.request.url.slice(21,80) : (n.event?.name + " " + (n.duration/1000|0) + "ms layout=" + n.didPerformLayout?.())), t.startTime | 0, t.endTime | 0);
  }
}
await chrome.kill();
