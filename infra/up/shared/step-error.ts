/** A failed step of the start: which step, why, and what the person who started Stafett can do. */
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
