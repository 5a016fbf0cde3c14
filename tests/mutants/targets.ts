/** Files in which faults are put, and the tests that should notice: those nearest first. */
export interface Target {
  readonly name: string;
  readonly files: RegExp;
  /** Paths of specs, as Jest takes them; a stage runs when the one before noticed nothing. */
  readonly stages: (file: string) => readonly (readonly string[])[];
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

const PROCESS = ['gates', 'handover', 'facts', 'commands', 'questions', 'approvals', 'duties', 'dates', 'steps'].map(
  (name) => `tests/process/${name}.spec`,
);
const SLOWER = [
  'properties',
  'robot',
  'parties',
  'leaving',
  'actions',
  'decide-tell-hand-over',
  'receiving-unit',
  'outage',
].map((name) => `tests/process/${name}.spec`);

export const TARGETS: readonly Target[] = [
  {
    name: 'domain',
    files: /^libs\/domain\/src\/(?!release\/).*[^c]\.ts$/,
    stages: (file) => [
      [folderOf(file)],
      ['libs/domain', ...PROCESS],
      [...SLOWER, 'tests/policy/oracle', 'tests/policy/personas'],
    ],
  },
  {
    name: 'processes',
    files: /^libs\/processes\/collaboration\/[a-z-]+\.ts$/,
    stages: () => [
      ['libs/processes', ...PROCESS],
      [...SLOWER, 'tests/demo/stories'],
    ],
  },
  {
    name: 'store',
    files: /^libs\/store\/src\/(cases\/(views|history|record-batch)|mailroom)/,
    stages: () => [
      ['libs/store', 'tests/store/record', 'tests/store/write-rows'],
      ['tests/worker/command-path', 'tests/store/'],
    ],
  },
  {
    name: 'worker',
    files: /^apps\/worker\/src\/(start-relay|sweep|follow|retry)/,
    stages: () => [['apps/worker'], ['tests/worker/']],
  },
];
