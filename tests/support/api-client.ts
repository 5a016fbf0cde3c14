import { randomUUID } from 'node:crypto';
import { reasonOf, until } from '#infra/up/shared/wait.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { eventView } from '#contracts/http/cases/event.js';
import type { z } from 'zod';

export type TimelineEvent = z.infer<typeof eventView>;

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PostOptions {
  /** Idempotency-Key. */
  readonly key?: string;
}

const REQUEST_TIMEOUT_MS = 15_000;
/** How long requests are repeated while a process is down. */
const RETRY_FOR_MS = 90_000;

/** One session over plain HTTP. */
export class ApiClient {
  private constructor(
    private readonly api: string,
    private readonly cookie: string | undefined,
  ) {}

  static anonymous(url: string): ApiClient {
    return new ApiClient(`${url}/api/v1`, undefined);
  }

  static async signIn(url: string, user: string): Promise<ApiClient> {
    const { status, headers } = await ApiClient.anonymous(url).post('/demo/sign-in', { user });
    if (status !== 204) throw new Error(`${user} cannot sign in: ${status}`);
    return new ApiClient(
      `${url}/api/v1`,
      headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    );
  }

  /** @throws when the answer is not 200. */
  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.send('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body as T;
  }

  /** All pages of a list. */
  async getAllPages<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    const separator = path.includes('?') ? '&' : '?';
    for (let cursor = ''; ;) {
      const page = await this.get<{ items: T[]; next: string | null }>(`${path}${separator}limit=100${cursor}`);
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
  }

  post(path: string, body: unknown, { key }: PostOptions = {}): Promise<ApiAnswer> {
    return this.send('POST', path, body, key === undefined ? {} : { 'idempotency-key': key });
  }

  /** Repeats with the same key while the connection breaks or the answer is 503. */
  async postUntilAnswered(path: string, body: unknown, { key = randomUUID() }: PostOptions = {}): Promise<ApiAnswer> {
    const postOnce = async (): Promise<ApiAnswer> => {
      const answer = await this.post(path, body, { key });
      if (answer.status === 503) throw new Error(`503 ${JSON.stringify(answer.body)}`);
      return answer;
    };
    return until(postOnce, { withinMs: RETRY_FOR_MS, everyMs: 100 });
  }

  /** Submits a command. @returns the case at the command's version or later. @throws when the command is refused. */
  async submit(id: string, body: object, options: PostOptions = {}): Promise<CaseView> {
    const { status, body: answer } = await this.postUntilAnswered(`/collaborations/${id}/commands`, body, options);
    if (status === 200) return answer as unknown as CaseView;
    if (status === 202) return this.atLeast(id, Number(answer.version));
    throw new Error(`${JSON.stringify(body)}: ${status} ${JSON.stringify(answer)}`);
  }

  async case(id: string): Promise<CaseView> {
    return this.get<CaseView>(`/collaborations/${id}`);
  }

  /** Everything that has happened to a case, oldest first. */
  async timeline(id: string): Promise<TimelineEvent[]> {
    const events: TimelineEvent[] = [];
    for (let after = '0'; ;) {
      const page = await this.get<{ items: TimelineEvent[]; next: string | null }>(
        `/collaborations/${id}/events?after=${after}`,
      );
      events.push(...page.items);
      if (page.next === null) return events;
      after = page.next;
    }
  }

  private atLeast(id: string, version: number): Promise<CaseView> {
    const readView = async (): Promise<CaseView> => {
      const view = await this.case(id);
      if (view.version < version) throw new Error(`${id} is seen at version ${view.version}, not yet at ${version}`);
      return view;
    };
    return until(readView, { withinMs: RETRY_FOR_MS });
  }

  private async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    try {
      const response = await fetch(`${this.api}${path}`, {
        method,
        headers: {
          ...headers,
          ...(this.cookie !== undefined && { cookie: this.cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: (text === '' ? {} : JSON.parse(text)) as ApiAnswer['body'],
      };
    } catch (error) {
      throw new Error(`${method} ${path}: ${reasonOf(error)}`, { cause: error });
    }
  }
}
