import type { Label } from '#domain/process/process-document.js';
import { Injectable } from '@nestjs/common';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { domainNow } from '#domain/clock.js';
import { refuse } from '#domain/model/refusal.js';
import type { RefusalCode } from '#domain/model/refusal.js';
import { actorForCase } from '#domain/policy/read-access.js';
import { Engine } from '#engine/engine.js';
import type { CommandRequest } from '#contracts/http/cases/command.js';
import type { CaseWithSensitivity } from '#store/cases/lists/find-case.js';
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
import { toldOutside } from '../conversation/closed-case.js';
import { AttachmentsService } from '../documents/attachments.service.js';
import { CommandRecordsService } from './command-records.service.js';
import { FactValidationService } from './fact-validation.service.js';
import { requireWholeParts, wholePackage } from './handover-package.js';
import { requireProof } from '../proof/require-proof.js';
import { prepareCommand } from './prepare-command.js';
import type { SubmittedCommand } from './prepare-command.js';
import { findRecordedCommand } from '#store/cases/history/read-events.js';

/** A run that took the command was replaced before it wrote the events: the command is given to the next one. */
const MAX_ATTEMPTS = 3;

export interface SubmittedVersion {
  /** The version that the case reached by the command. */
  readonly version: number;
  /** False: accepted, but not in Postgres yet. */
  readonly recorded: boolean;
}

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
    private readonly records: CommandRecordsService,
    private readonly attachments: AttachmentsService,
  ) {}

  /**
   * Submits a command. When it returns, the command is durable: its events are in Postgres, or its run is about to write
   * them there.
   * @throws HttpRefusal when the command is refused, 422 `unknown-proof`, and 503 `outcome-unknown` when the result cannot be known.
   */
  async submit(caseId: string, caller: SignedInCaller, given: SubmittedCommand): Promise<SubmittedVersion> {
    const stored = await this.collaborations.requireReadable(caseId, caller);
    const clock = await this.installation.requireClock();
    const hash = this.idempotency.hashOf({ by: given.by.user, body: given.body });
    const previous = await findRecordedCommand(this.database.manager, caseId, given.key);
    if (previous) {
      requireSameRequest(previous, hash);
      return { version: previous.version, recorded: true };
    }
    const by = actorForCase(stored.state, given.by);
    await this.attachments.requireAttachable(stored.state, by, given.body);
    const directory = await this.people.directory();
    await requireProof(this.database.manager, stored.state, { by, body: given.body, directory });
    const body = await this.withWholePackage(stored, caller, given.body);
    const { command, texts } = prepareCommand(
      { ...given, by, body },
      {
        state: stored.state,
        document: await this.processes.documentFor(stored.state),
        directory,
        facts: this.facts,
        today: osloDateOf(domainNow(clock, Date.now())),
        hash,
      },
    );
    await saveTexts(this.database.manager, { caseId, command: given.key }, texts);
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const load = (id: string) => loadForStart(this.database.manager, id);
      const outcome = await this.engine.submit(caseId, command, load, attempt);
      if (!outcome.ok) {
        if ('refusal' in outcome)
          throw refused(
            await toldOutside(this.database.manager, stored.state, { actor: by, refusal: outcome.refusal }),
          );
        throw outcome.outcome === 'unknown' ? outcomeUnknown(given.key) : engineUnavailable(given.key);
      }
      const state = await this.records.stateOf(caseId, given.key, outcome);
      if (state === 'recorded' || state === 'waiting')
        return { version: outcome.version, recorded: state === 'recorded' };
      if (state === 'unknown') break;
    }
    throw outcomeUnknown(given.key);
  }

  /** The package of a handover with all its parts, in the language of the municipality. */
  private async withWholePackage(
    stored: CaseWithSensitivity,
    caller: SignedInCaller,
    body: CommandRequest,
  ): Promise<CommandRequest> {
    if (body.type !== 'draftHandover') return body;
    requireWholeParts(body.package);
    const context = await this.collaborations.context(stored, caller, 'nb', []);
    return { ...body, package: wholePackage(body.package, context) };
  }
}

/** The command may have been executed or may still be. Repeating it with the same key is safe. */
const outcomeUnknown = (key: string): Refused =>
  retryLater(
    'outcome-unknown',
    {
      nb: 'Det er uvisst om kommandoen er utført. Gjenta den med samme nøkkel.',
      en: 'It is uncertain whether the command was carried out. Repeat it with the same key.',
    },
    key,
  );

const engineUnavailable = (key: string): Refused =>
  retryLater(
    'unavailable',
    {
      nb: 'Saksmotoren svarer ikke. Ingenting er gjort; prøv igjen om litt.',
      en: 'The case engine does not answer. Nothing is done; try again in a moment.',
    },
    key,
  );

function retryLater(code: RefusalCode, detail: Label, key: string): Refused {
  const refusal = refuse(code, detail, undefined, { idempotencyKey: key });
  return new Refused(refusal, { headers: { 'Retry-After': '2', 'Idempotency-Key': key } });
}
