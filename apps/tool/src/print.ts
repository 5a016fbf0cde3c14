/** Output of the tool: results go to standard output, remarks to standard error. */
export interface Print {
  readonly result: (text: string) => void;
  readonly remark: (text: string) => void;
}

export const print: Print = {
  result: (text) => void process.stdout.write(`${text}\n`),
  remark: (text) => void process.stderr.write(`${text}\n`),
};

/** 0: done, nothing wrong. 1: the data has a defect. 2: the command could not be carried out. */
export type ExitCode = 0 | 1 | 2;
