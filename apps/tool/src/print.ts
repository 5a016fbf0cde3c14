/** Where lines go: what was found to standard output, what is said about it to standard error. */
export interface Print {
  readonly line: (text: string) => void;
  readonly note: (text: string) => void;
}

export const print: Print = {
  line: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
};

/** 0: done, nothing wrong. 1: something is wrong with the data. 2: it could not be found out or done. */
export type Exit = 0 | 1 | 2;
