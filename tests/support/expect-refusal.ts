import { expect } from '@jest/globals';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Expects a problem document with this status and code and, if given, an error at `pointer`. */
export function expectRefusal(answer: Answer, status: number, code: string, pointer?: string): void {
  const problem = answer.body as { code?: string; detail?: string; errors?: readonly { pointer: string }[] };
  expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
  expect(problem.detail).toEqual(expect.any(String));
  if (pointer !== undefined) expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
}
