import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
const [chromium, ...addresses] = process.argv.slice(2);
const chrome = await chromeLauncher.launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
for (const a of addresses) {
  const r = await lighthouse(a, { port: chrome.port, logLevel: "error", onlyCategories: ["performance"] });
  const l = r.lhr.audits;
  console.log(a, l["largest-contentful-paint"].numericValue, l["first-contentful-paint"].numericValue);
  console.log(JSON.stringify(l["lcp-breakdown-insight"]?.details?.items, null, 0)?.slice(0, 1500));
  console.log(JSON.stringify(l["metrics"].details.items[0], null, 0));
  for (const q of l["network-requests"].details.items) console.log(q.url.slice(21, 90), q.priority, q.networkRequestTime|0, q.networkEndTime|0, q.transferSize, q.resourceType);
  for (const q of l["main-thread-tasks"]?.details?.items ?? []) if (q.duration > 5) console.log("task", q.startTime|0, q.duration|0);
}
await chrome.kill();
