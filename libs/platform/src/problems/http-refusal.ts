/** One invalid part of a request. `pointer` is a JSON pointer into the body, or `?name` for a query parameter. */
export interface InputError {
  readonly pointer: string;
  readonly detail: string;
}

export interface RefusalResponse {
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  /** A sentence for a person. */
  readonly detail: string;
  readonly errors?: readonly InputError[];
  /** Extension members of the problem document (RFC 9457, 3.2). */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An expected refusal. `ProblemsFilter` answers it with a problem document or a page. */
export class HttpRefusal extends Error {
  constructor(readonly refusal: RefusalResponse) {
    super(`${refusal.code}: ${refusal.detail}`);
    this.name = 'HttpRefusal';
  }
}

export const malformed = (detail: string, errors: readonly InputError[] = []): HttpRefusal =>
  new HttpRefusal({ status: 400, code: 'malformed', detail, errors });

export const notFound = (): HttpRefusal =>
  new HttpRefusal({ status: 404, code: 'not-found', detail: 'Det er ingenting på denne adressen.' });

export const unavailable = (detail: string): HttpRefusal =>
  new HttpRefusal({ status: 503, code: 'unavailable', detail, headers: { 'Retry-After': '2' } });
