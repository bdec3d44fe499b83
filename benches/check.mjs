// Parses each document given as a line of the standard input with the official parser, `ROUNDS` times; tells the seconds of
// each round, the start of the process and of the parser not counted. Run by `check.sh`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.PARSER}/`);
const { Parser } = require("@asyncapi/parser");
const parser = new Parser();
const documents = readFileSync(0, "utf8").split("\n").filter(Boolean).map((path) => [path, readFileSync(path, "utf8")]);
// What is compiled and cached on first use is not counted.
await parser.parse(documents[0][1], { source: documents[0][0] });
for (let round = 0; round < Number(process.env.ROUNDS ?? 2); round += 1) {
  const start = process.hrtime.bigint();
  let accepted = 0;
  for (const [source, text] of documents) {
    const { document } = await parser.parse(text, { source });
    accepted += document === undefined ? 0 : 1;
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(`${seconds} ${accepted}`);
}
