import { Injectable } from '@nestjs/common';
import { osloDateOf } from '#domain/calendar/oslo.js';
import { RULES } from '#domain/model/context.js';
import { decide } from '#domain/case/decide.js';
import { evolve } from '#domain/case/evolve.js';
import { domainNow } from '#domain/clock.js';
import { PlatformRefusal } from '#platform/problems/refusal.js';
import type { StoredCase } from '#store/cases/lists/find-case.js';
import type { CommandRequest } from '#contracts/http/commands.js';
import { Installation } from '../../shared/installation.js';
import { People } from '../../shared/people.js';
import { Processes } from '../../process/processes.js';
import type { SignedIn } from '../../shared/caller/caller.js';
import { noOf, noOfRefusal } from './attempt.js';
import type { No } from './attempt.js';
import { FactChecks } from './fact-checks.js';
import { prepare } from './prepare.js';

/** Why the case would refuse a command after the earlier ones, or null. Nothing is submitted or stored. */
export type Rehearsal = (body: CommandRequest) => No | null;

@Injectable()
export class Rehearsals {
  constructor(
    private readonly installation: Installation,
    private readonly people: People,
    private readonly processes: Processes,
    private readonly facts: FactChecks,
  ) {}

  /** Applies the case's own rules to the state in the read model. */
  async of(stored: StoredCase, { actor }: SignedIn): Promise<Rehearsal> {
    const clock = await this.installation.readyClock();
    const document = await this.processes.of(stored.state);
    const directory = await this.people.directory();
    const now = domainNow(clock, Date.now());
    const context = { document, directory, facts: this.facts, today: osloDateOf(now), hash: 'dry-run' };
    let { state } = stored;
    let count = 0;
    return (body) => {
      try {
        count += 1;
        const submitted = { key: `dry-run-${count}`, ifMatch: undefined, by: actor, body };
        const { command } = prepare(submitted, { ...context, state });
        const outcome = decide({ core: document, speed: clock.speed, rules: RULES }, state, command, now);
        if (!outcome.ok) return noOfRefusal(outcome.refusal);
        state = outcome.events.reduce(evolve, state);
        return null;
      } catch (error) {
        if (error instanceof PlatformRefusal) return noOf(error);
        throw error;
      }
    };
  }
}
