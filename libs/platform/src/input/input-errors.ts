import type { StandardSchemaV1 } from '@standard-schema/spec';
import { malformed } from '../problems/http-refusal.js';
import type { InputError, HttpRefusal } from '../problems/http-refusal.js';
import { pointerPart } from './storable-text.js';

type Issue = StandardSchemaV1.Issue & { readonly code?: string; readonly keys?: readonly string[] };

const MAX_ERRORS = 50;

/** Validation issues as errors with JSON pointers. An unknown field is pointed at itself, not at its parent. */
function inputErrors(issues: readonly StandardSchemaV1.Issue[]): InputError[] {
  return issues
    .flatMap((issue: Issue) => {
      const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
      if (issue.code === 'unrecognized_keys' && issue.keys) {
        return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), detail: 'is not a known field' }));
      }
      return [{ pointer: pointerOf(path), detail: issue.message }];
    })
    .slice(0, MAX_ERRORS);
}

export function malformedFromIssues(issues: readonly StandardSchemaV1.Issue[]): HttpRefusal {
  return malformed(
    { nb: 'Forespørselen har ikke den formen den skal ha.', en: 'The request does not have the form it must have.' },
    inputErrors(issues),
  );
}

const pointerOf = (path: readonly string[]): string => path.map((part) => `/${pointerPart(part)}`).join('');
