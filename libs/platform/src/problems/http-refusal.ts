import { STATUS_CODES } from 'node:http';
import { localized } from '../language.js';
import type { Language, LocalizedText } from '../language.js';

/** One invalid part of a request. `pointer` is a JSON pointer into the body, or `?name` for a query parameter. */
export interface InputError {
  readonly pointer: string;
  readonly detail: string;
}

/** An invalid part, said in both languages where a person filled it in. */
export interface SaidError {
  readonly pointer: string;
  readonly detail: string | LocalizedText;
}

/** Problem document of RFC 9457, with a stable `code` for programs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** A sentence for a person. */
  readonly detail: string;
  readonly errors?: readonly InputError[];
  readonly [member: string]: unknown;
}

export const PROBLEM_TYPE = 'application/problem+json';

export interface HttpRefusalOptions {
  readonly status: number;
  readonly code: string;
  readonly detail: LocalizedText;
  readonly errors?: readonly SaidError[] | undefined;
  /** Extension members of the problem document (RFC 9457, 3.2); those that are texts are in both languages. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An expected refusal with its answer: `ProblemsFilter` sends it in the caller's language, or a page in its place. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(private readonly options: HttpRefusalOptions) {
    super(`${options.code}: ${options.detail.nb}`);
    this.name = 'HttpRefusal';
    this.status = options.status;
    this.code = options.code;
    this.headers = options.headers ?? {};
  }

  problemIn(language: Language): Problem {
    const { extensions, code, status, detail, errors } = this.options;
    return {
      ...(localized(extensions ?? {}, language) as object),
      type: `urn:stafett:problem:${code}`,
      title: STATUS_CODES[status] ?? 'Error',
      status,
      code,
      detail: detail[language],
      ...(errors && { errors: errors.map((error) => errorIn(error, language)) }),
    };
  }
}

const errorIn = ({ pointer, detail }: SaidError, language: Language): InputError => ({
  pointer,
  detail: typeof detail === 'string' ? detail : detail[language],
});

export const malformed = (detail: LocalizedText, errors: readonly SaidError[] = []): HttpRefusal =>
  new HttpRefusal({ status: 400, code: 'malformed', detail, errors });

export const notFound = (): HttpRefusal =>
  new HttpRefusal({
    status: 404,
    code: 'not-found',
    detail: { nb: 'Det er ingenting på denne adressen.', en: 'There is nothing at this address.' },
  });

export const unavailable = (detail: LocalizedText): HttpRefusal =>
  new HttpRefusal({ status: 503, code: 'unavailable', detail, headers: { 'Retry-After': '2' } });
