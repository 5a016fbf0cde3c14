/** A step of the start that failed: which, why, and what the person at the keyboard can do about it. */
export class StepError extends Error {
  constructor(
    readonly step: string,
    readonly why: string,
    readonly whatToDo: string,
    options?: ErrorOptions,
  ) {
    super(`${step} failed.\n  Why: ${indented(why)}\n  What to do: ${indented(whatToDo)}`, options);
    this.name = 'StepError';
  }
}

const indented = (text: string): string => text.trimEnd().replaceAll('\n', '\n       ');
