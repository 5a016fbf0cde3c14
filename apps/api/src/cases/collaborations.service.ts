import { Injectable } from '@nestjs/common';
import { visibilitiesFor } from '#domain/policy/conversation.js';
import { visibleAspects, canRead } from '#domain/policy/read-access.js';
import { shownCase } from '#domain/policy/not-yet-known.js';
import { visibleTextKeys } from '#domain/policy/visibility.js';
import type { Aspect } from '#domain/process/process-document.js';
import type { CaseView } from '#contracts/http/cases/case.js';
import { audit } from '#store/audit/audit.js';
import type { Language } from '../shared/input/language.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { DirectoryService } from '../shared/directory.service.js';
import { WorkloadService } from './workload.service.js';
import { noSuchCase, refusedWith } from '../shared/refused.js';
import { ProcessesService } from '../process/processes.service.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { findCase } from '#store/cases/lists/find-case.js';
import type { CaseWithSensitivity } from '#store/cases/lists/find-case.js';
import { proofRefsOf } from './proof/proof-refs.js';
import { shownProof } from './proof/shown-proof.js';
import { caseView } from './views/case-view.js';
import type { CaseContext } from './views/case-context.js';
import { relatedRowsOf } from '#store/cases/lists/related-rows.js';

/** Reads cases for a caller. A case the caller may not see is answered as if it did not exist. */
@Injectable()
export class CollaborationsService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly people: DirectoryService,
    private readonly processes: ProcessesService,
    private readonly workload: WorkloadService,
  ) {}

  /** @throws HttpRefusal 404, also for a case the caller may not see; that attempt is recorded in the audit log. */
  async requireReadable(id: string, { user, actor, route }: SignedInCaller): Promise<CaseWithSensitivity> {
    const { manager } = this.database;
    const stored = await findCase(manager, id);
    if (!stored) throw noSuchCase();
    if (!canRead(stored.state, actor)) {
      await audit(manager, { kind: 'refused', by: user.id, caseId: id, detail: { code: 'not-found', route } });
      throw noSuchCase();
    }
    if (stored.sensitive) await audit(manager, { kind: 'sensitiveRead', by: user.id, caseId: id, detail: { route } });
    return stored;
  }

  /** The caller, or with `as` whoever speaks for the entrepreneur: staff see the case as it is shown outside. */
  seenAs(caller: SignedInCaller, { state }: CaseWithSensitivity, as: 'entrepreneur' | undefined): SignedInCaller {
    if (as === undefined) return caller;
    if (!visibleAspects(state, caller.actor).has('internal'))
      throw refusedWith('forbidden', {
        nb: 'Bare de som arbeider med saken, kan se den slik entreprenøren ser den.',
        en: 'Only those who work on the case may see it as the entrepreneur does.',
      });
    const user = state.entrepreneur ?? '';
    const speaksFor = [`case:${state.id}`];
    return { ...caller, user: { ...caller.user, id: user }, actor: { user, grants: [], speaksFor } };
  }

  async view(stored: CaseWithSensitivity, caller: SignedInCaller, language: Language): Promise<CaseView> {
    const reads = visibleAspects(stored.state, caller.actor);
    return caseView(await this.context(stored, caller, language, await this.shownTextKeys(stored, reads)));
  }

  /** Keys of the texts that the page of the case shows. */
  async shownTextKeys({ state }: CaseWithSensitivity, reads: ReadonlySet<Aspect>): Promise<readonly string[]> {
    const document = await this.processes.documentFor(state);
    return visibleTextKeys({ document, state: shownCase(state, reads) }, reads);
  }

  async context(
    { state, title, sensitive }: CaseWithSensitivity,
    { actor }: SignedInCaller,
    language: Language,
    textKeys: readonly string[],
  ): Promise<CaseContext> {
    const { manager } = this.database;
    const document = await this.processes.documentFor(state);
    const reads = visibleAspects(state, actor);
    const shown = shownCase(state, reads);
    const related = await relatedRowsOf(manager, state, {
      textKeys,
      reader: actor.user,
      visibilities: visibilitiesFor(reads),
    });
    const { enquiry, organisation, contactDetails, ...rest } = related;
    const directory = await this.people.directory();
    const proof = await shownProof(manager, state, proofRefsOf(shown), { reads, directory, language });
    return {
      document,
      state: shown,
      whole: reads.has('internal') ? state : shown,
      title,
      sensitive,
      enquiry: enquiry ?? undefined,
      organisation: organisation ?? undefined,
      ...rest,
      contactDetails: contactDetails ?? undefined,
      directory,
      proof,
      reads,
      overloaded: await this.workload.overloaded(),
      actor,
      now: await this.installation.now(),
      language,
    };
  }
}
