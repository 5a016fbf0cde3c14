import { Injectable } from '@nestjs/common';
import { aspectsFor, mayRead } from '#domain/policy/read.js';
import { shownKeys } from '#domain/policy/shown.js';
import type { CaseView } from '#contracts/http/views/case.js';
import { enquiriesById } from '#store/cases/intake/enquiries.js';
import { audit } from '#store/audit/audit.js';
import { organisationsById } from '#store/organisations/organisations.js';
import type { Language } from '../shared/language.js';
import { Database } from '../shared/database.js';
import { Installation } from '../shared/installation.js';
import { People } from '../shared/people.js';
import { Workload } from '../shared/workload.js';
import { noSuchCase } from '../shared/refused.js';
import { Processes } from '../process/processes.js';
import type { SignedIn } from '../shared/caller/caller.js';
import { custodyOf } from '#store/cases/views/custody-of.js';
import { findCase } from '#store/cases/lists/find-case.js';
import type { FoundCase } from '#store/cases/lists/find-case.js';
import { caseView } from './case-view.js';
import type { CaseContext } from './case-context.js';
import { wordsOf } from '#store/cases/texts/words.js';

/** Reads cases for a caller. A case the caller may not see is answered as if it did not exist. */
@Injectable()
export class Collaborations {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly people: People,
    private readonly processes: Processes,
    private readonly workload: Workload,
  ) {}

  /** @throws PlatformRefusal 404, also for a case the caller may not see; that attempt is recorded in the audit log. */
  async require(id: string, { user, actor, route }: SignedIn): Promise<FoundCase> {
    const { manager } = this.database;
    const stored = await findCase(manager, id);
    if (!stored) throw noSuchCase();
    if (!mayRead(stored.state, actor)) {
      await audit(manager, { kind: 'refused', by: user.id, caseId: id, detail: { code: 'not-found', route } });
      throw noSuchCase();
    }
    if (stored.sensitive) await audit(manager, { kind: 'sensitiveRead', by: user.id, caseId: id, detail: { route } });
    return stored;
  }

  async view(stored: FoundCase, caller: SignedIn, language: Language): Promise<CaseView> {
    const keys = shownKeys(stored.state, aspectsFor(stored.state, caller.actor));
    return caseView(await this.context(stored, caller, language, keys));
  }

  async context(
    { state, title, sensitive }: FoundCase,
    { actor }: SignedIn,
    language: Language,
    textKeys: readonly string[],
  ): Promise<CaseContext> {
    const { manager } = this.database;
    const document = await this.processes.of(state);
    const organisations = await organisationsById(manager, state.organisation === null ? [] : [state.organisation]);
    const enquiries = await enquiriesById(manager, [state.id]);
    return {
      document,
      state,
      title,
      sensitive,
      enquiry: enquiries.get(state.id),
      organisation: organisations.get(state.organisation ?? ''),
      directory: await this.people.directory(),
      reads: aspectsFor(state, actor),
      overloaded: await this.workload.overloaded(),
      ownershipHistory: await custodyOf(manager, state.id),
      texts: await wordsOf(manager, [state.id], textKeys),
      actor,
      now: await this.installation.now(),
      language,
    };
  }
}
