// Writes what the official parser finds, for `checking.rs`: document, rule, file, lines. No text of a document is kept.
//
//     npm install @asyncapi/parser@3.6.3 @asyncapi/avro-schema-parser @asyncapi/openapi-schema-parser \
//       @asyncapi/raml-dt-schema-parser @asyncapi/protobuf-schema-parser        # in a folder for it
//     node findings.mjs CORPUS FOLDER > findings.tsv
//
// It runs over the documents that the corpus' index calls invalid, and over the `bad` cases of the parser's own rule tests,
// of which only the case's rule counts. Lines count from 1; the column `file` is empty for the document itself.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [corpus, folder] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(pathToFileURL(join(folder, 'package.json')));
const { Parser } = require('@asyncapi/parser');
const schemaParsers = ['avro', 'openapi', 'raml-dt', 'protobuf'].map((name) => require(`@asyncapi/${name}-schema-parser`));

/** `remote/<host>/<path>` stands for `https://<host>/<path>`. */
const copies = {
  order: 1,
  canRead: true,
  read: (uri) => readFileSync(join(corpus, 'remote', uri.hostname(), decodeURIComponent(uri.path())), 'utf8'),
};

function newParser() {
  const parser = new Parser({
    __unstable: { resolver: { resolvers: [{ ...copies, schema: 'https' }, { ...copies, schema: 'http' }] } },
  });
  for (const of of schemaParsers) {
    const make = Object.values(of).find((value) => typeof value === 'function');
    parser.registerSchemaParser(make());
  }
  return parser;
}

const rows = (file) => readFileSync(join(corpus, file), 'utf8').trimEnd().split('\n').slice(1).map((row) => row.split('\t'));
const documents = rows('INDEX.tsv').filter((cells) => cells[12] === 'invalid').map((cells) => [cells[0], null]);
const cases = rows('rule-cases/CASES.tsv').filter((cells) => cells[2] === 'bad').map((cells) => [cells[0], cells[1]]);

const severities = ['error', 'warning', 'info', 'hint'];
console.log('document\trule\tseverity\tfile\tline\tend');
for (const [path, rule] of [...documents, ...cases]) {
  const source = join(corpus, path);
  const { diagnostics } = await newParser()
    .parse(readFileSync(source, 'utf8'), { source, applyTraits: false, parseSchemas: true });
  const found = diagnostics
    .filter((one) => (rule ? one.code === rule : one.severity === 0))
    .map((one) => ({ ...one, file: one.source ? relative(corpus, resolve(one.source)) : path }))
    .map((one) => [path, one.code, severities[one.severity], one.file === path ? '' : one.file, one.range.start.line + 1, one.range.end.line + 1].join('\t'));
  found.forEach((row) => console.log(row));
  if (found.length === 0) console.error(`nothing is found in ${path}`);
}
