import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Tests that should notice. A stage runs when the one before noticed nothing. */
export interface Stage {
  /** Paths of specs in the checkout. */
  readonly specs: readonly string[];
  /** They need no other program, so they run as one spec that loads each source once and ends with the first failure. */
  readonly together: boolean;
}

/** Files in which faults are put, and the tests that should notice, quickest first. */
export interface Target {
  readonly name: string;
  readonly files: RegExp;
  readonly stages: (file: string, specs: readonly string[]) => readonly Stage[];
}

const PURE = /^(libs\/(domain|processes|store)|tests\/process)\//;
/** A third of a minute and more for all, against ten seconds for all others. */
const SLOW =
  /^tests\/process\/(actions|dates|decide-tell-hand-over|leaving|no-gap|parties|planted-blockers|properties|robot|steps|visibility)\./;
/** They compare the process with the one released, or the calendar's speed, so they notice what harms nobody. */
const NO_JUDGES = /(released|size|calendar\/count|check-absence|release\/check-document)\.spec/;
const LAST = /^(tests\/policy\/oracle|tests\/demo\/stories)\./;

/** Hooks at the top of a spec would be those of every spec that runs together with it. */
const hasHooks = (spec: string): boolean => /^(before|after)(Each|All)\(/m.test(readFileSync(spec, 'utf8'));

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** The specs beside the file first. */
const nearestFirst = (file: string, specs: readonly string[]): readonly string[] =>
  [...specs].sort((a, b) => Number(b.startsWith(folderOf(file))) - Number(a.startsWith(folderOf(file))));

function pureStages(file: string, all: readonly string[]): readonly Stage[] {
  const judges = all.filter((spec) => PURE.test(spec) && !NO_JUDGES.test(spec));
  const alone = judges.filter(hasHooks);
  const together = judges.filter((spec) => !alone.includes(spec));
  return [
    {
      specs: nearestFirst(
        file,
        together.filter((spec) => !SLOW.test(spec)),
      ),
      together: true,
    },
    { specs: together.filter((spec) => SLOW.test(spec)), together: true },
    { specs: [...alone, ...all.filter((spec) => LAST.test(spec))], together: false },
  ];
}

const matching = (all: readonly string[], pattern: RegExp, together = false): Stage => ({
  specs: all.filter((spec) => pattern.test(spec)),
  together,
});

export const TARGETS: readonly Target[] = [
  { name: 'domain', files: /^libs\/domain\/src\/(?!release\/).*[^c]\.ts$/, stages: pureStages },
  { name: 'processes', files: /^libs\/processes\/collaboration\/[a-z-]+\.ts$/, stages: pureStages },
  {
    name: 'store',
    files: /^libs\/store\/src\/(cases\/(views|history|record-batch)|mailroom)/,
    stages: (_file, all) => [
      matching(all, /^(libs\/store\/src\/(cases|mailroom)\/|tests\/process\/letters\.)/, true),
      matching(all, /^tests\/store\/(record|texts|write-rows)\./),
      matching(all, /^tests\/(store\/(everybodys-debts|versions|pages)|worker\/command-path)\./),
    ],
  },
  {
    name: 'worker',
    files: /^apps\/worker\/src\/(start-relay|sweep|follow|retry)/,
    stages: (_file, all) => [
      matching(all, /^(apps\/worker\/|tests\/worker\/(relay|sweep)\.)/),
      matching(all, /^tests\/worker\/follow-postgres\./),
      matching(all, /^tests\/worker\/command-path\./),
    ],
  },
];

/** Every spec of a checkout, as paths in it. */
export const specsOf = (tracked: readonly string[]): readonly string[] =>
  tracked.filter((file) => file.endsWith('.spec.ts')).map((file) => path.normalize(file));
