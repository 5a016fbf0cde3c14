// node infra/structure.mjs [checkout] [--json]: figures about the shape of the code, the same for every checkout.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap/root.mjs';

const [checkout = root] = process.argv.slice(2).filter((it) => !it.startsWith('--'));
const files = execFileSync('git', ['ls-files', 'apps', 'libs', 'workflows', 'infra'], {
  cwd: checkout,
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (file) =>
      /[.](tsx?|mjs)$/.test(file) &&
      !file.endsWith('.d.ts') &&
      !/[.]spec[.]ts$/.test(file) &&
      existsSync(path.join(checkout, file)),
  );
const known = new Set(files);
const aliases = Object.entries(JSON.parse(readFileSync(path.join(checkout, 'package.json'), 'utf8')).imports).map(
  ([alias, { source }]) => /** @type {const} */ ([alias.replace('*.js', ''), source.slice(2).replace('*.ts', '')]),
);

/** A library or program: what is compared within it is comparable. @param {string} file */
const libraryOf = (file) =>
  (/^(apps|libs)\//.test(file) ? file.split('/').slice(0, 2) : file.split('/').slice(0, 1)).join('/');
/** Folder of a file below its library, `.` for the library itself. @param {string} file */
const folderOf = (file) => path.posix.dirname(file.slice(libraryOf(file).length + 1).replace(/^src\//, ''));
/** First folder below the library: a layer or a context. @param {string} folder */
const contextOf = (folder) => folder.split('/')[0] ?? '.';

/** @param {string} file @returns {string[]} */
function importsOf(file) {
  const text = readFileSync(path.join(checkout, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([.#][^']+)'/g)].flatMap(([, target = '']) => {
    const alias = aliases.find(([prefix]) => target.startsWith(prefix));
    const source = alias ? alias[1] + target.slice(alias[0].length) : path.posix.join(path.posix.dirname(file), target);
    return [source, source.replace(/[.]js$/, '.ts'), source.replace(/[.]js$/, '.tsx')]
      .filter((it) => known.has(it))
      .slice(0, 1);
  });
}

/** A folder and its subfolders are one room. @param {string} inner @param {string} outer */
const isWithin = (inner, outer) => outer === '.' || inner === outer || inner.startsWith(`${outer}/`);

/** Arrows between the folders of each library. @param {(folder: string) => string} unit @returns {Map<string, Set<string>>} */
function arrowsBetween(unit) {
  const arrows = new Map();
  // A Nest module lists the parts of its folder; it is no part that others use.
  for (const file of files.filter((it) => !it.endsWith('.module.ts'))) {
    const library = libraryOf(file);
    for (const target of importsOf(file)) {
      const [from, to] = [unit(folderOf(file)), unit(folderOf(target))];
      if (library !== libraryOf(target) || isWithin(from, to) || isWithin(to, from)) continue;
      const key = `${library}/${from}`;
      arrows.set(key, (arrows.get(key) ?? new Set()).add(`${library}/${to}`));
    }
  }
  return arrows;
}

/** Pairs that import each other. @param {Map<string, Set<string>>} arrows */
const twoWay = (arrows) =>
  [...arrows].flatMap(([from, targets]) =>
    [...targets].filter((to) => from < to && arrows.get(to)?.has(from)).map((to) => `${from} <-> ${to}`),
  );

/** Arrows that close a cycle when folders are visited depth first; without cycles there is none. */
function backUp(/** @type {Map<string, Set<string>>} */ arrows) {
  /** @type {Map<string, 'open' | 'done'>} */
  const seen = new Map();
  /** @type {string[]} */
  const back = [];
  const visit = (/** @type {string} */ folder) => {
    seen.set(folder, 'open');
    for (const to of arrows.get(folder) ?? []) {
      if (seen.get(to) === 'open') back.push(`${folder} -> ${to}`);
      else if (!seen.has(to)) visit(to);
    }
    seen.set(folder, 'done');
  };
  for (const folder of [...arrows.keys()].sort()) if (!seen.has(folder)) visit(folder);
  return back;
}

/** @template T @param {readonly T[]} list @param {(it: T) => string} keyOf @returns {[string, T[]][]} largest group first */
function grouped(list, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const it of list) groups.set(keyOf(it), [...(groups.get(keyOf(it)) ?? []), it]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

const contexts = arrowsBetween(contextOf);
const folders = arrowsBetween((folder) => folder);
const rooms = grouped(
  files.filter((file) => !file.includes('/migrations/')),
  (file) => path.posix.dirname(file),
);
const namesakes = grouped(files, (file) => `${libraryOf(file)}: ${path.posix.basename(file)}`).filter(
  ([, all]) => all.length > 2,
);
const lines = files
  .map((file) => readFileSync(path.join(checkout, file), 'utf8').split('\n').length - 1)
  .sort((a, b) => a - b);
const at = (/** @type {number} */ share) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))];

const figures = {
  files: files.length,
  'lines a file, median': at(0.5),
  'lines a file, nine in ten at most': at(0.9),
  'files over 300 lines': lines.filter((it) => it > 300).length,
  'pairs of contexts that import each other': twoWay(contexts),
  'arrows between contexts that run back up': backUp(contexts),
  'pairs of folders that import each other': twoWay(folders),
  'arrows between folders that run back up': backUp(folders),
  'largest flat folder': `${rooms[0]?.[0]}: ${rooms[0]?.[1].length}`,
  'file names that stand more than twice in a library': namesakes.map(([name, all]) => `${name} ${all.length} times`),
};

if (process.argv.includes('--json')) console.log(JSON.stringify(figures, undefined, 2));
else
  for (const [name, value] of Object.entries(figures)) {
    if (!Array.isArray(value)) console.log(`${name}: ${value}`);
    else console.log([`${name}: ${value.length}`, ...value.map((it) => `    ${it}`)].join('\n'));
  }
