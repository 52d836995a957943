// Audits each address of the command line as Lighthouse does for telephones; prints one line of JSON for each.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, ...addresses] = process.argv.slice(2);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
const chrome = await launch({ chromePath, chromeFlags });
const onlyCategories = ["performance", "accessibility", "best-practices", "seo"];
for (const address of addresses) {
  const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories, logLevel: "silent" });
  const missed = onlyCategories.flatMap((category) =>
    lhr.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9)
      .map(({ id }) => id),
  );
  const value = (id) => lhr.audits[id].numericValue;
  console.log(
    JSON.stringify({
      address,
      scores: onlyCategories.map((category) => Math.round(100 * lhr.categories[category].score)),
      first: value("first-contentful-paint"),
      largest: value("largest-contentful-paint"),
      shift: value("cumulative-layout-shift"),
      blocked: value("total-blocking-time"),
      missed,
      fault: lhr.runtimeError?.message ?? "",
    }),
  );
}
await chrome.kill();
