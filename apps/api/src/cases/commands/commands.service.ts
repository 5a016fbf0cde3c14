import { Injectable } from '@nestjs/common';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { domainNow } from '#domain/clock.js';
import { refuse } from '#domain/model/refusal.js';
import type { RefusalCode } from '#domain/model/refusal.js';
import { actorForCase } from '#domain/policy/read-access.js';
import { Engine } from '#engine/engine.js';
import { loadForStart } from '#store/cases/load-for-start.js';
import { CollaborationsService } from '../collaborations.service.js';
import { saveTexts } from '#store/cases/texts/texts.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { DirectoryService } from '../../shared/directory.service.js';
import { IdempotencyService, requireSameRequest } from '../../shared/idempotency.service.js';
import { Refused, refused } from '../../shared/refused.js';
import { ProcessesService } from '../../process/processes.service.js';
import type { SignedInCaller } from '../../shared/caller/caller.decorator.js';
import { FactValidationService } from './fact-validation.service.js';
import { prepareCommand } from './prepare-command.js';
import type { SubmittedCommand } from './prepare-command.js';
import { findRecordedCommand } from '#store/cases/history/read-events.js';

/** Submits commands to cases. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
    private readonly collaborations: CollaborationsService,
    private readonly facts: FactValidationService,
    private readonly engine: Engine,
    private readonly idempotency: IdempotencyService,
  ) {}

  /**
   * Submits a command. When it returns, the events are durable.
   * @returns the version that the case reached by it.
   * @throws HttpRefusal when the command is refused, and 503 `outcome-unknown` when the result cannot be known.
   */
  async submit(caseId: string, caller: SignedInCaller, given: SubmittedCommand): Promise<number> {
    const stored = await this.collaborations.requireReadable(caseId, caller);
    const clock = await this.installation.requireClock();
    const hash = this.idempotency.hashOf({ by: given.by.user, body: given.body });
    const previous = await findRecordedCommand(this.database.manager, caseId, given.key);
    if (previous) {
      requireSameRequest(previous, hash);
      return previous.version;
    }
    const by = actorForCase(stored.state, given.by);
    const { command, texts } = prepareCommand(
      { ...given, by },
      {
        state: stored.state,
        document: await this.processes.documentFor(stored.state),
        directory: await this.people.directory(),
        facts: this.facts,
        today: osloDateOf(domainNow(clock, Date.now())),
        hash,
      },
    );
    await saveTexts(this.database.manager, { caseId, command: given.key }, texts);
    const outcome = await this.engine.submit(caseId, command, (id) => loadForStart(this.database.manager, id));
    if (outcome.ok) return outcome.version;
    if ('refusal' in outcome) throw refused(outcome.refusal);
    throw outcome.outcome === 'unknown' ? outcomeUnknown(given.key) : engineUnavailable(given.key);
  }
}

/** The command may have been executed or may still be. Repeating it with the same key is safe. */
const outcomeUnknown = (key: string): Refused =>
  retryLater('outcome-unknown', 'Det er uvisst om kommandoen er utført. Gjenta den med samme nøkkel.', key);

const engineUnavailable = (key: string): Refused =>
  retryLater('unavailable', 'Saksmotoren svarer ikke. Ingenting er gjort; prøv igjen om litt.', key);

function retryLater(code: RefusalCode, detail: string, key: string): Refused {
  const refusal = refuse(code, detail, undefined, { idempotencyKey: key });
  return new Refused(refusal, { headers: { 'Retry-After': '2', 'Idempotency-Key': key } });
}
