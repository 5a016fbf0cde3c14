import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { drawsFrom } from '../simulation/draw.js';
import { mutantsOf } from './operators.js';
import { failingSpecs, runMutant } from './run-mutant.js';
import { TARGETS } from './targets.js';
import type { Mutant } from './operators.js';
import type { Target } from './targets.js';

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
const results = path.join(root, '.stafett', 'mutants');

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
  return TARGETS.filter(({ name }) => values.only === undefined || values.only === name).flatMap((target) => {
    const all = sources
      .filter((file) => target.files.test(file))
      .flatMap((file) =>
        mutantsOf(file, readFileSync(path.join(root, file), 'utf8')).map((mutant) => ({ target, file, mutant })),
      );
    if (values.all) return all;
    const drawn = ({ file, mutant }: Chosen): number => draw(file, mutant.start, mutant.what);
    return all.sort((a, b) => drawn(a) - drawn(b)).slice(0, Number(values.sample));
  });
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
const log = path.join(results, 'results.txt');
writeFileSync(log, '');
const stagesOf = ({ target, file }: Chosen): readonly (readonly string[])[] =>
  target.stages(file).slice(0, Number(values.stages));
const judges = new Set(chosen.flatMap((it) => stagesOf(it).slice(1).flat()));
const notJudges = failingSpecs(checkout, [...judges]);
if (notJudges.length > 0) console.log(`fail without any fault, and do not judge: ${notJudges.join(', ')}`);
const counts = new Map<string, { killed: number; survived: number }>();
for (const it of chosen) {
  const { target, file, mutant } = it;
  const { killed, stage } = runMutant(checkout, file, mutant, stagesOf(it), notJudges);
  const count = counts.get(target.name) ?? { killed: 0, survived: 0 };
  counts.set(target.name, count);
  count[killed ? 'killed' : 'survived'] += 1;
  const line = `${killed ? `killed ${stage}` : 'SURVIVED'}  ${file}:${mutant.line}  ${mutant.what}`;
  console.log(line);
  appendFileSync(log, `${line}\n`);
}
console.log('');
for (const [name, { killed, survived }] of counts) {
  const share = ((100 * killed) / (killed + survived)).toFixed(0);
  console.log(`${name.padEnd(10)} ${killed} of ${killed + survived} killed (${share} %)`);
}
