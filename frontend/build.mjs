// Bundles what the browser loads: frontend/ -> src/landsea/base/ui/static/ui/dist/ (not committed).
//
//   landsea.css  tokens, layout, components, font faces of the light scripts
//   hanzi.css    font faces of the Chinese slices; scripts/hanzi.js links it on devices that cannot draw Chinese
//   landsea.js   htmx and our modules
//   worker.js    what works without a line; sent by landsea.base.offline
//   widget.css   what widgets in frames of other sites look like; widget.js tells their height, embed.js hears it there
//   fonts/       the woff2 files that the two style sheets name
//
// Fonts come from @fontsource packages; nothing is fetched while building.
import { build, context } from "esbuild";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, "../src/landsea/base/ui/static/ui/dist");
const generated = path.join(here, "generated");
const resolve = createRequire(import.meta.url).resolve;

async function hanziFaces() {
  const index = resolve("@fontsource-variable/noto-sans-sc/index.css");
  const css = await readFile(index, "utf8");
  const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  // The package's Latin, Vietnamese and Cyrillic slices are left out: Noto Sans draws those.
  const slices = faces.filter((face) => /noto-sans-sc-\d+-wght/.test(face));
  if (slices.length < 50) throw new Error(`hanzi: expected the numbered slices, found ${slices.length} in ${index}`);
  return slices
    .map((face) =>
      face
        .replace(/font-family:[^;]+;/, 'font-family:"Landsea Hanzi";')
        .replace("url(./files/", `url(${path.dirname(index)}/files/`),
    )
    .join("\n");
}

/** The tokens of day and night once more, each for a frame whose address fixes it. */
async function themes() {
  const css = await readFile(path.join(here, "styles/tokens.css"), "utf8");
  const [day, night] = [css.match(/^:root \{([\s\S]*?)^\}/m), css.match(/dark\) \{\s*:root \{([\s\S]*?)\}/)];
  if (!day || !night) throw new Error("themes: tokens.css is not written as day, then night");
  const light = day[1].replace("color-scheme: light dark", "color-scheme: light");
  return `:root[data-theme="light"]{${light}}\n:root[data-theme="dark"]{color-scheme: dark;${night[1]}}\n`;
}

await rm(out, { recursive: true, force: true });
await mkdir(generated, { recursive: true });
await writeFile(path.join(generated, "hanzi.css"), await hanziFaces());
await writeFile(path.join(generated, "themes.css"), await themes());

const options = {
  entryPoints: [
    { in: path.join(here, "scripts/landsea.js"), out: "landsea" },
    { in: path.join(here, "styles/landsea.css"), out: "landsea" },
    { in: path.join(generated, "hanzi.css"), out: "hanzi" },
    { in: path.join(here, "styles/widget.css"), out: "widget" },
    { in: path.join(here, "scripts/widget.js"), out: "widget" },
    { in: path.join(here, "scripts/embed.js"), out: "embed" },
    { in: path.join(here, "offline/worker.js"), out: "worker" },
  ],
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome90", "firefox90", "safari15"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]-[hash]",
  legalComments: "none",
  logLevel: "info",
};

if (process.argv.includes("--watch")) {
  await (await context(options)).watch();
} else {
  await build(options);
}
