import { Injectable } from '@nestjs/common';
import { osloDateOf } from '#domain/calendar/oslo.js';
import { domainNow } from '#domain/clock.js';
import { actorFor } from '#domain/policy/read.js';
import { Engine } from '#engine/engine.js';
import { PlatformRefusal } from '#platform/problems/refusal.js';
import { loadForStart } from '#store/cases/load-for-start.js';
import { Collaborations } from '../collaborations.js';
import { keepWords } from '#store/cases/texts/words.js';
import { Database } from '../../shared/database.js';
import { Installation } from '../../shared/installation.js';
import { People } from '../../shared/people.js';
import { Settings } from '../../shared/settings.js';
import { refused, refusedWith } from '../../shared/refused.js';
import { Processes } from '../../process/processes.js';
import type { SignedIn } from '../../shared/caller/caller.js';
import { FactChecks } from './fact-checks.js';
import { hashOfCommand, prepare } from './prepare.js';
import type { CommandGiven } from './prepare.js';
import { commandSeen } from '#store/cases/history/events.js';

/** Submits commands to cases. */
@Injectable()
export class Commands {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly people: People,
    private readonly processes: Processes,
    private readonly collaborations: Collaborations,
    private readonly facts: FactChecks,
    private readonly engine: Engine,
    private readonly settings: Settings,
  ) {}

  /**
   * Submits a command. When it returns, the events are durable.
   * @returns the version that the case reached by it.
   * @throws PlatformRefusal when the command is refused, and 503 `outcome-unknown` when the result cannot be known.
   */
  async give(caseId: string, caller: SignedIn, given: CommandGiven): Promise<number> {
    const stored = await this.collaborations.require(caseId, caller);
    const clock = await this.installation.readyClock();
    const hash = hashOfCommand(this.settings.secret, given);
    const previous = await commandSeen(this.database.manager, caseId, given.key);
    if (previous && previous.hash !== hash)
      throw refusedWith('key-reused', 'Nøkkelen er brukt før med et annet innhold.');
    if (previous) return previous.version;
    const by = actorFor(stored.state, given.by);
    const { command, texts } = prepare(
      { ...given, by },
      {
        state: stored.state,
        document: await this.processes.of(stored.state),
        directory: await this.people.directory(),
        facts: this.facts,
        today: osloDateOf(domainNow(clock, Date.now())),
        hash,
      },
    );
    await keepWords(this.database.manager, { caseId, command: given.key }, texts);
    const outcome = await this.engine.submit(caseId, command, (id) => loadForStart(this.database.manager, id));
    if (outcome.ok) return outcome.version;
    if ('refusal' in outcome) throw refused(outcome.refusal);
    throw outcome.outcome === 'unknown' ? outcomeUnknown(given.key) : engineUnavailable(given.key);
  }
}

/** The command may have been executed or may still be. Repeating it with the same key is safe. */
function outcomeUnknown(key: string): PlatformRefusal {
  return new PlatformRefusal({
    status: 503,
    code: 'outcome-unknown',
    detail: 'Det er uvisst om kommandoen er utført. Gjenta den med samme nøkkel.',
    headers: { 'Retry-After': '2', 'Idempotency-Key': key },
    more: { idempotencyKey: key },
  });
}

function engineUnavailable(key: string): PlatformRefusal {
  return new PlatformRefusal({
    status: 503,
    code: 'unavailable',
    detail: 'Saksmotoren svarer ikke. Ingenting er gjort; prøv igjen om litt.',
    headers: { 'Retry-After': '2', 'Idempotency-Key': key },
    more: { idempotencyKey: key },
  });
}
