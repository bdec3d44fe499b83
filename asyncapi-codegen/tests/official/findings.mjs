// What the official parser finds, and where: a row of path, code, first and last line for each error in the documents of the corpus
// that it refuses, and in the `bad` cases of its own rule tests.
//
//   npm install --prefix target/official @asyncapi/parser@3.6.3
//   node asyncapi-codegen/tests/official/findings.mjs ../shared/corpus > asyncapi-codegen/tests/official/findings.tsv
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(resolve('target/official/package.json'));
const { Parser } = require('@asyncapi/parser');

const corpus = resolve(process.argv[2]);
const rows = name => readFileSync(join(corpus, name), 'utf8').trim().split('\n').slice(1).map(row => row.split('\t'));
const invalid = rows('INDEX.tsv').filter(cells => cells[12] === 'invalid').map(cells => [cells[0], null]);
const cases = rows('rule-cases/CASES.tsv').filter(cells => cells[2] === 'bad').map(cells => [cells[0], cells[1]]);

// What is on the network has a copy in the corpus.
const copy = schema => ({
  schema,
  order: 1,
  canRead: true,
  read: uri => {
    const path = join(corpus, 'remote', uri.hostname(), uri.pathname());
    if (!existsSync(path)) throw new Error(`no copy of ${uri}`);
    return readFileSync(path, 'utf8');
  },
});
const parser = new Parser({ __unstable: { resolver: { resolvers: [copy('https'), copy('http')] } } });

const found = new Set();
for (const [path, rule] of [...invalid, ...cases]) {
  const file = join(corpus, path);
  const findings = await parser.validate(readFileSync(file, 'utf8'), { source: file });
  for (const { code, severity, range, source } of findings) {
    // A case speaks of its own rule alone: the rest of the document is a fragment.
    if (rule ? code !== rule : severity !== 0) continue;
    // Of other files of the document, the place in the file that refers to them is what counts.
    const own = !source || resolve(source) === file;
    const [line, last] = own ? [range.start.line + 1, range.end.line + 1] : [0, 0];
    found.add([path, code, line, last].join('\t'));
  }
}
console.log(['path', 'code', 'line', 'last'].join('\t'));
console.log([...found].join('\n'));
