// Bundles the front end into kg/views/web, or with --check says whether what lies there is fresh.
// One call, one pinned version, no clock: the same sources give the same bytes.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'kg', 'views', 'web');

const { outputFiles } = await esbuild.build({
  absWorkingDir: here,
  entryPoints: { explorer: 'src/main.js' },
  outdir: target,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  write: false,
});

let stale = false;
for (const { path, contents } of outputFiles) {
  if (process.argv.includes('--check')) {
    const lies = await readFile(path).catch(() => Buffer.alloc(0));
    if (Buffer.compare(lies, Buffer.from(contents))) { stale = true; console.error(`${path.slice(target.length + 1)} is stale: run \`make web\``); }
  } else {
    await writeFile(path, contents);
  }
}
process.exitCode = stale ? 1 : 0;
