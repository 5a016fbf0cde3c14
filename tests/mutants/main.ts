import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { drawsFrom } from '../simulation/draw.js';
import { mutantsOf } from './operators.js';
import { isNoticed, passes } from './run-mutant.js';
import { specsOf, TARGETS } from './targets.js';
import type { Mutant } from './operators.js';
import type { Stage, Target } from './targets.js';

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '20' },
    only: { type: 'string' },
    stages: { type: 'string', default: '3' },
  },
});
const root = process.cwd();
const results = path.join(root, '.stafett', 'mutants', values.only ?? 'all');

interface Chosen {
  readonly target: Target;
  readonly file: string;
  readonly mutant: Mutant;
}

/** The same sample for the same seed and the same sources: as many of each target as asked for. */
function choose(): Chosen[] {
  const tracked = execFileSync('git', ['ls-files', 'libs', 'apps'], { cwd: root, encoding: 'utf8' }).split('\n');
  const sources = tracked.filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('-table.ts'),
  );
  const draw = drawsFrom(values.seed);
  return TARGETS.filter(({ name }) => values.only === undefined || values.only.split(',').includes(name)).flatMap(
    (target) => {
      const all = sources
        .filter((file) => target.files.test(file))
        .flatMap((file) =>
          mutantsOf(file, readFileSync(path.join(root, file), 'utf8')).map((mutant) => ({ target, file, mutant })),
        );
      if (values.all) return all;
      const drawn = ({ file, mutant }: Chosen): number => draw(file, mutant.start, mutant.what);
      return all.sort((a, b) => drawn(a) - drawn(b)).slice(0, Number(values.sample));
    },
  );
}

/** A copy, so that a run that is broken off leaves no fault behind. */
function copyCheckout(): string {
  const copy = path.join(results, 'checkout');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
  for (const file of files.filter((it) => it !== '')) cpSync(path.join(root, file), path.join(copy, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

const chosen = choose();
const checkout = copyCheckout();
const specs = specsOf(execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n'));
const log = path.join(results, 'results.txt');
writeFileSync(log, '');
const seconds = (since: number): string => `${((Date.now() - since) / 1_000).toFixed(0)} s`;
const say = (line: string): void => {
  console.log(line);
  appendFileSync(log, `${line}\n`);
};

const whole = new Set<string>();
/** A stage that fails without any fault would notice everything. */
function requireWhole(stage: Stage, title: string): void {
  const key = [...stage.specs].sort().join();
  if (whole.has(key)) return;
  const began = Date.now();
  if (!passes(checkout, stage)) throw new Error(`${title} fails without any fault`);
  whole.add(key);
  say(`${title}: ${stage.specs.length} specs, ${seconds(began)} without any fault`);
}

/** Stage by stage, so that the quick tests have judged all before the slower ones begin with what is left. */
let left = chosen;
for (let at = 0; at < Number(values.stages); at += 1) {
  left = left.filter((it) => {
    const { target, file, mutant } = it;
    const stage = target.stages(file, specs)[at];
    if (stage) requireWhole(stage, `${target.name} stage ${at + 1}`);
    const began = Date.now();
    const noticed = isNoticed(checkout, file, mutant, stage);
    if (stage)
      say(`${noticed ? 'killed' : 'left'} ${at + 1}  ${file}:${mutant.line}  ${mutant.what}  (${seconds(began)})`);
    return !noticed;
  });
}

say('');
for (const { file, mutant } of left) say(`SURVIVED  ${file}:${mutant.line}  ${mutant.what}`);
for (const { name } of new Set(chosen.map(({ target }) => target))) {
  const of = (list: readonly Chosen[]): number => list.filter(({ target }) => target.name === name).length;
  const [all, killed] = [of(chosen), of(chosen) - of(left)];
  say(`${name.padEnd(10)} ${killed} of ${all} killed (${((100 * killed) / all).toFixed(0)} %)`);
}
