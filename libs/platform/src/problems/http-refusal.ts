import { STATUS_CODES } from 'node:http';

/** One invalid part of a request. `pointer` is a JSON pointer into the body, or `?name` for a query parameter. */
export interface InputError {
  readonly pointer: string;
  readonly detail: string;
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
  readonly detail: string;
  readonly errors?: readonly InputError[] | undefined;
  /** Extension members of the problem document (RFC 9457, 3.2). */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An expected refusal with its answer: `ProblemsFilter` sends `problem` as it is, or a page in its place. */
export class HttpRefusal extends Error {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, code, detail, errors, extensions, headers = {} }: HttpRefusalOptions) {
    super(`${code}: ${detail}`);
    this.name = 'HttpRefusal';
    const title = STATUS_CODES[status] ?? 'Error';
    this.problem = {
      ...extensions,
      type: `urn:stafett:problem:${code}`,
      title,
      status,
      code,
      detail,
      ...(errors && { errors }),
    };
    this.headers = headers;
  }
}

export const malformed = (detail: string, errors: readonly InputError[] = []): HttpRefusal =>
  new HttpRefusal({ status: 400, code: 'malformed', detail, errors });

export const notFound = (): HttpRefusal =>
  new HttpRefusal({ status: 404, code: 'not-found', detail: 'Det er ingenting på denne adressen.' });

export const unavailable = (detail: string): HttpRefusal =>
  new HttpRefusal({ status: 503, code: 'unavailable', detail, headers: { 'Retry-After': '2' } });
