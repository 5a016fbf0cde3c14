/** Output of the tool: `line` writes results to standard output, `note` writes messages to standard error. */
export interface Print {
  readonly line: (text: string) => void;
  readonly note: (text: string) => void;
}

export const print: Print = {
  line: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
};

/** 0: done, nothing wrong. 1: the data has a defect. 2: the command could not be carried out. */
export type ExitCode = 0 | 1 | 2;
