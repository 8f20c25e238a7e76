// Bundles the front end into kg/views/web, or with --check says whether what lies there is fresh.
// One call, one pinned version, no clock: the same sources give the same bytes.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'kg', 'views', 'web');
const checks = process.argv.includes('--check');

const { outputFiles } = await esbuild.build({
  absWorkingDir: here,
  entryPoints: { explorer: 'src/main.js', sparql: 'src/sparql/engine.js' },
  outdir: target,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  // What the engine's own glue would load itself from is in the page instead.
  define: { 'import.meta.url': '""' },
  write: false,
});

let stale = false;
function say(path) {
  stale = true;
  console.error(`${path.slice(target.length + 1)} is stale: run \`make web\``);
}

for (const { path, contents } of outputFiles) {
  if (checks) {
    const lies = await readFile(path).catch(() => Buffer.alloc(0));
    if (Buffer.compare(lies, Buffer.from(contents))) say(path);
  } else {
    await writeFile(path, contents);
  }
}

// The engine itself is what npm pins, deflated. Builds of zlib deflate to different bytes, so what it
// inflates to is compared, and it is written only when that is another.
const engine = await readFile(join(here, 'node_modules', 'oxigraph', 'web_bg.wasm'));
const kept = join(target, 'oxigraph.wasm.zlib');
const lies = await readFile(kept).then(inflateSync).catch(() => Buffer.alloc(0));
if (Buffer.compare(lies, engine)) {
  if (checks) say(kept);
  else await writeFile(kept, deflateSync(engine, { level: 9 }));
}
process.exitCode = stale ? 1 : 0;
