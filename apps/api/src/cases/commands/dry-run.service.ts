import { Injectable } from '@nestjs/common';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { RULE_LEVEL } from '#domain/model/rule-context.js';
import { decide } from '#domain/case/decide.js';
import { domainNow } from '#domain/clock.js';
import type { CaseEvent } from '#domain/model/events.js';
import type { Refusal } from '#domain/model/refusal.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { Refused, refused } from '../../shared/refused.js';
import { ProcessesService } from '../../process/processes.service.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { AttachmentsService } from '../documents/attachments.service.js';
import { FactValidationService } from './fact-validation.service.js';
import { transitionsOf } from '#domain/case/transitions.js';
import type { Transition } from '#domain/case/transitions.js';
import type { SubmittedCommand } from './prepare-command.js';
import { toldOutside } from '../conversation/closed-case.js';
import { requireWholeParts } from './handover-package.js';
import { requireProof } from '../proof/require-proof.js';
import { prepareCommand } from './prepare-command.js';

/** Why the case would refuse a command after the earlier ones, or null. Nothing is submitted or stored. */
export type DryRun = (body: CommandRequest) => Refusal | null;

@Injectable()
export class DryRunService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
    private readonly facts: FactValidationService,
    private readonly attachments: AttachmentsService,
  ) {}

  /**
   * What the command would lead to now, by the case's own rules; with `thenSend`, what sending the drafted handover would lead to as well.
   * @throws HttpRefusal with which the command would be refused.
   */
  async preview(
    { state }: StoredCase,
    { by, ifMatch, body }: Omit<SubmittedCommand, 'key'>,
    thenSend: boolean,
  ): Promise<Transition[]> {
    if (body.type === 'draftHandover') requireWholeParts(body.package);
    await this.attachments.requireAttachable(state, by, body);
    const clock = await this.installation.requireClock();
    const document = await this.processes.documentFor(state);
    const directory = await this.people.directory();
    await requireProof(this.database.manager, state, { by, body, directory });
    const now = domainNow(clock, Date.now());
    const context = { document, directory, facts: this.facts, today: osloDateOf(now) };
    const events: CaseEvent[] = [];
    let reached = state;
    const given: readonly CommandRequest[] = thenSend ? [body, { type: 'sendHandover' }] : [body];
    for (const [place, each] of given.entries()) {
      const key = `dry-run-${place}`;
      const submitted = { key, by, ifMatch: place === 0 ? ifMatch : undefined, body: each };
      const { command } = prepareCommand(submitted, { ...context, state: reached, hash: key });
      const outcome = decide({ core: document, speed: clock.speed, ruleLevel: RULE_LEVEL }, reached, command, now);
      if (!outcome.ok)
        throw refused(await toldOutside(this.database.manager, state, { actor: by, refusal: outcome.refusal }));
      events.push(...outcome.events);
      reached = outcome.state;
    }
    return transitionsOf(state, events);
  }

  /** Applies the case's own rules to the state in the view. */
  async start(stored: StoredCase, { actor }: SignedInCaller): Promise<DryRun> {
    const clock = await this.installation.requireClock();
    const document = await this.processes.documentFor(stored.state);
    const directory = await this.people.directory();
    const now = domainNow(clock, Date.now());
    const context = { document, directory, facts: this.facts, today: osloDateOf(now), hash: 'dry-run' };
    let { state } = stored;
    let count = 0;
    return (body) => {
      try {
        count += 1;
        const submitted = { key: `dry-run-${count}`, ifMatch: undefined, by: actor, body };
        const { command } = prepareCommand(submitted, { ...context, state });
        const outcome = decide({ core: document, speed: clock.speed, ruleLevel: RULE_LEVEL }, state, command, now);
        if (!outcome.ok) return outcome.refusal;
        ({ state } = outcome);
        return null;
      } catch (error) {
        if (error instanceof Refused) return error.refusal;
        throw error;
      }
    };
  }
}
