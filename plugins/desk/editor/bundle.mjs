// Bundles editor.mjs into one file with the packages, their versions and their licences named at its head.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const OUT = "../assets/codemirror.js";
const source = await readFile("editor.mjs");
const made = await build({
  entryPoints: ["editor.mjs"],
  bundle: true,
  format: "esm",
  minify: true,
  charset: "utf8",
  target: "es2022",
  legalComments: "none",
  metafile: true,
  write: false,
});

const names = new Set();
for (const path of Object.keys(made.metafile.inputs)) {
  const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  if (found) names.add(found[1]);
}
const packages = [];
const licences = new Map();
for (const name of [...names].sort()) {
  const about = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
  packages.push(`${name}@${about.version}`);
  const words = (await readFile(`node_modules/${name}/LICENSE`, "utf8")).trim();
  licences.set(words, [...(licences.get(words) ?? []), `${name} (${about.license})`]);
}
const digest = createHash("sha256").update(source).digest("hex");
const head = `/* Made by "make editor" from plugins/desk/editor; licences in codemirror.txt.\n${packages.join("\n")}\neditor.mjs ${digest} */\n`;
await writeFile(OUT, head + made.outputFiles[0].text);
const texts = [...licences].map(([words, of]) => `${of.join("\n")}\n\n${words}\n`);
await writeFile("../assets/codemirror.txt", texts.join(`\n${"-".repeat(72)}\n\n`));
