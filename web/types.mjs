// Writes src/view.d.ts, the types of the page's data, from the schema that Python's types give.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const here = dirname(fileURLToPath(import.meta.url));
const schema = JSON.parse(await readFile(join(here, '..', 'ontology', 'view.schema.json'), 'utf8'));
const target = join(here, 'src', 'view.d.ts');
const words = await compile(schema, 'View', { bannerComment: '// Made by types.mjs from ontology/view.schema.json; `make web` does.', additionalProperties: false });
if (process.argv.includes('--check')) {
  const lies = await readFile(target, 'utf8').catch(() => '');
  if (lies !== words) { console.error('src/view.d.ts is stale: run `make web`'); process.exitCode = 1; }
} else {
  await writeFile(target, words);
}
