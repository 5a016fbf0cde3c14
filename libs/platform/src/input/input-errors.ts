import type { StandardSchemaV1 } from '@standard-schema/spec';
import { malformed } from '../problems/http-refusal.js';
import type { LocalizedText } from '../language.js';
import type { HttpRefusal, SaidError } from '../problems/http-refusal.js';
import { issueWords } from './issue-words.js';
import type { Issue } from './issue-words.js';
import { pointerPart } from './storable-text.js';

const MAX_ERRORS = 50;

/** Validation issues as errors with JSON pointers. An unknown field is pointed at itself, not at its parent. */
function inputErrors(issues: readonly StandardSchemaV1.Issue[]): SaidError[] {
  return issues
    .flatMap((issue: Issue) => {
      const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
      if (issue.code === 'unrecognized_keys' && issue.keys) {
        return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), detail: 'is not a known field' }));
      }
      return [{ pointer: pointerOf(path), detail: issueWords(issue, path.at(-1) ?? '') ?? issue.message }];
    })
    .slice(0, MAX_ERRORS);
}

export function malformedFromIssues(issues: readonly StandardSchemaV1.Issue[]): HttpRefusal {
  const errors = inputErrors(issues);
  const said = errors.filter(({ detail }) => typeof detail !== 'string');
  const inWords = new Set(said.map(({ pointer }) => pointer));
  const isSaid = errors.length > 0 && errors.every(({ pointer }) => inWords.has(pointer));
  return isSaid ? malformed(joined(said), said) : malformed(NOT_THE_FORM, errors);
}

const NOT_THE_FORM = {
  nb: 'Forespørselen har ikke den formen den skal ha.',
  en: 'The request does not have the form it must have.',
};

const joined = (said: readonly SaidError[]): LocalizedText => {
  const sentences = said.flatMap(({ detail }) => (typeof detail === 'string' ? [] : [detail]));
  return { nb: sentences.map(({ nb }) => nb).join(' '), en: sentences.map(({ en }) => en).join(' ') };
};

const pointerOf = (path: readonly string[]): string => path.map((part) => `/${pointerPart(part)}`).join('');
