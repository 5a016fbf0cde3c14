import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import type { z } from 'zod';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { addDays } from '#domain/time.js';
import { deepMerge, minimalBody } from '#domain/next/minimal-body.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { DeadlineAct, DeadlineView } from '#contracts/http/cases/deadline.js';
import type { enquiryStatus } from '#contracts/http/cases/enquiry.js';
import type { workView } from '#contracts/http/cases/work.js';
import type { letterView } from '#contracts/http/mailroom.js';
import type { ObjectSchema } from '#domain/next/proposed-step.js';
import type { LocalDate } from '#domain/time.js';
import { until } from '#infra/up/shared/wait.js';
import { ApiClient } from '#support/api-client.js';
import type { TimelineEvent } from '#support/api-client.js';

type Work = z.infer<typeof workView>;
export type Letter = z.infer<typeof letterView>;
export type Status = z.infer<typeof enquiryStatus>;

/** How long a walk waits for what time brings, in wall milliseconds. */
const PATIENCE_MS = 150_000;
const POLL_MS = 400;

/** Reads every case. */
const READER = 'kommunedirektor';
const IN_GOOD_TIME_DAYS = 5;
const EMPTY = { type: 'object', properties: {}, required: [] };

/** A debt as it stands in somebody's My day. */
export interface OwedLine {
  readonly kind: string;
  readonly dueOn: LocalDate;
  readonly section: 'overdue' | 'today' | 'soon' | 'later' | 'waiting';
  /** The command of the step that ends it. */
  readonly act: string | undefined;
}

/** One case, seen and acted on from the outside alone. */
export class WalkedCase {
  private readonly sessions = new Map<string, Promise<ApiClient>>();

  constructor(
    private readonly url: string,
    readonly id: string,
    readonly entrepreneur: string,
    private readonly statusPath: string,
  ) {}

  session(user: string): Promise<ApiClient> {
    const found = this.sessions.get(user) ?? ApiClient.signIn(this.url, user);
    this.sessions.set(user, found);
    return found;
  }

  /** Gives a command. @returns the case as this person sees it afterwards. @throws when it is refused. */
  async give(user: string, body: object): Promise<CaseView> {
    return (await this.session(user)).submit(this.id, body);
  }

  async register(user: string, fact: string, data: object = {}): Promise<CaseView> {
    return this.give(user, { type: 'registerFact', fact, data });
  }

  /** @returns the code of the refusal. @throws when the command was accepted. */
  async refusalOf(user: string, body: object): Promise<string> {
    const { status, body: answer } = await (await this.session(user)).post(`/collaborations/${this.id}/commands`, body);
    if (status < 400) throw new Error(`${user} was not refused: ${JSON.stringify(body)}`);
    return String(answer.code);
  }

  async as(user: string): Promise<CaseView> {
    return (await this.session(user)).case(this.id);
  }

  /** What of this case stands in somebody's My day; what others owe them only when asked for. */
  async myDay(
    user: string,
    sections: readonly OwedLine['section'][] = ['overdue', 'today', 'soon', 'later'],
  ): Promise<OwedLine[]> {
    const work = await (await this.session(user)).get<Work>('/me/work?limit=100');
    return sections.flatMap((section) =>
      work[section]
        .filter(({ collaboration }) => collaboration.id === this.id)
        .flatMap(({ deadline, also }) =>
          [deadline, ...also].map(({ kind, dueOn }) => ({ kind, dueOn, section, act: deadline.act?.command })),
        ),
    );
  }

  /** The kinds of what this person owes in the case and finds in My day. */
  async owes(user: string): Promise<string[]> {
    return (await this.myDay(user)).map(({ kind }) => kind);
  }

  /** All deadlines of the case, also those that have ended, as `user` sees them. */
  async deadlines(user: string): Promise<DeadlineView[]> {
    const session = await this.session(user);
    return (await session.get<{ items: DeadlineView[] }>(`/collaborations/${this.id}/deadlines`)).items;
  }

  async deadline(user: string, kind: string): Promise<DeadlineView> {
    const found = (await this.deadlines(user)).findLast((it) => it.kind === kind);
    if (!found) throw new Error(`${user} sees no ${kind}`);
    return found;
  }

  /** The letters of the case: template and reader. */
  async letters(template?: string): Promise<Letter[]> {
    const letters = await (await this.session(READER)).getAllPages<Letter>(`/letters?collaboration=${this.id}`);
    return template === undefined ? letters : letters.filter((it) => it.template === template);
  }

  /** Who got a letter of a rung of a deadline of this kind, in the order of the letters. */
  async toldOf(kind: string): Promise<string[]> {
    const letters = (await this.letters()).filter((it) => it.deadline?.split(':')[0] === kind && it.rung !== undefined);
    return letters.map(({ to }) => to.id ?? '');
  }

  /** Waits until `user` got a letter of a rung of this kind. @returns everybody who did until then. */
  async untilTold(user: string, kind: string, times = 1): Promise<string[]> {
    return this.until(
      () => this.toldOf(kind),
      (told) => told.filter((it) => it === user).length >= times,
    );
  }

  /** The page that the sender of an enquiry reads without signing in. */
  async status(): Promise<Status> {
    return ApiClient.anonymous(this.url).get<Status>(this.statusPath);
  }

  async events(): Promise<TimelineEvent[]> {
    return (await this.session(READER)).timeline(this.id);
  }

  async today(): Promise<LocalDate> {
    return osloDateOf((await ApiClient.anonymous(this.url).get<{ now: string }>('/clock')).now);
  }

  /** `days` calendar days from today, or the first working day after. */
  async inDays(days: number): Promise<LocalDate> {
    return workingDayOnOrAfter(addDays(await this.today(), days));
  }

  /** Reads again and again until `isSo` holds. */
  async until<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
    const attempt = async (): Promise<T> => {
      const value = await read();
      if (!isSo(value)) throw new Error(`so far only ${JSON.stringify(value)}`);
      return value;
    };
    return until(attempt, { withinMs: PATIENCE_MS, everyMs: POLL_MS });
  }

  /** Waits until a debt of this kind stands in the person's My day. */
  async untilOwes(user: string, kind: string, section?: OwedLine['section']): Promise<OwedLine> {
    const isIt = (it: OwedLine): boolean => it.kind === kind && (section === undefined || it.section === section);
    const found = await this.until(
      () => this.myDay(user),
      (lines) => lines.some(isIt),
    );
    return found.find(isIt) as OwedLine;
  }

  /** Takes the first step of `next`, as the first person who may, until it is so. */
  async finish(isSo: (seen: CaseView) => boolean): Promise<void> {
    for (let taken = 0; taken < 30; taken += 1) {
      const seen = await this.as(READER);
      const [step] = seen.next;
      if (isSo(seen) || !step) return;
      await this.give(step.by[0]?.user ?? '', bodyOf(step));
    }
    throw new Error('it never came to that');
  }

  /**
   * Everybody does what stands in their My day for the next days, and nothing sooner, until it is so.
   * @param look  is shown the case every time.
   */
  async workUntil(isSo: (seen: CaseView) => boolean, look: (seen: CaseView) => void): Promise<void> {
    await this.until(async () => {
      const seen = await this.as(READER);
      look(seen);
      const soon = addDays(await this.today(), IN_GOOD_TIME_DAYS);
      const due = seen.deadlines.filter(({ nature, dueOn, act }) => nature === 'DEBT' && act && dueOn <= soon);
      for (const { id, owedBy } of due)
        if (await this.takeStep(owedBy.user ?? owedBy.holders?.[0]?.user ?? '', id)) break;
      return seen;
    }, isSo);
  }

  /** Takes the step that ends a debt, from My day. @returns false where it cannot be taken yet. */
  private async takeStep(user: string, deadline: string): Promise<boolean> {
    const session = await this.session(user);
    const work = await session.get<Work>('/me/work?limit=100');
    const line = [...work.overdue, ...work.today, ...work.soon, ...work.later].find(
      (it) => it.collaboration.id === this.id && [it.deadline, ...it.also].some(({ id }) => id === deadline),
    );
    const act = line?.deadline.act;
    if (!act || act.notBefore !== undefined) return false;
    const answer = await session.post(`/collaborations/${this.id}/commands`, bodyOf(act));
    return answer.status < 400;
  }
}

/** The smallest body that the form of a step admits. */
const bodyOf = ({ command, body, input = EMPTY }: DeadlineAct): Record<string, unknown> =>
  deepMerge({ type: command, ...body }, minimalBody(input as unknown as ObjectSchema));
