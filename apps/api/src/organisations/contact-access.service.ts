import { Injectable } from '@nestjs/common';
import type { Case } from '#domain/model/case.js';
import { canNameSpeakers } from '#domain/policy/intake-rights.js';
import { isPermitted } from '#domain/policy/permits.js';
import { readTokensOf } from '#domain/policy/read-access.js';
import type { Who } from '#domain/process/process-document.js';
import { findCase } from '#store/cases/lists/find-case.js';
import { hasReadableCase } from '#store/cases/lists/organisation-cases.js';
import { organisationExists } from '#store/organisations/organisation-contacts.js';
import { representationsOf } from '#store/organisations/representatives.js';
import { CollaborationsService } from '../cases/collaborations.service.js';
import { ProcessesService } from '../process/processes.service.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';
import { noSuchCase, refusedWith } from '../shared/refused.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';

/** Who works on a case. Administrators are included so that they can take care of cases whose people have left. */
const CASE_WORKERS: readonly Who[] = ['owner', 'deputy', 'contact', 'manager', 'saksbehandler@case', 'admin@any'];
/** Those who receive new enquiries. They work on a case as long as it is in its first phase. */
const FRONT_LINE: readonly Who[] = ['mottak@any'];

export const organisationNotFound = () =>
  refusedWith('not-found', { nb: 'Organisasjonen finnes ikke.', en: 'The organisation does not exist.' });

/** Checks who may see and who may change an organisation's contacts, the people who represent it. */
@Injectable()
export class ContactAccessService {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
    private readonly collaborations: CollaborationsService,
    private readonly processes: ProcessesService,
  ) {}

  /** Allows staff who can read one of its cases or name its speakers, and representatives of the whole organisation. */
  async requireMayRead(organisation: string, caller: SignedInCaller): Promise<void> {
    const { manager } = this.database;
    if (!caller.user.staff) return this.requireRepresentsOrganisation(organisation, caller);
    if (!(await organisationExists(manager, organisation))) throw organisationNotFound();
    if (canNameSpeakers(caller.actor) || (await hasReadableCase(manager, organisation, readTokensOf(caller.actor))))
      return;
    throw refusedWith('forbidden', {
      nb: 'Du kan ikke se noen sak med denne organisasjonen.',
      en: 'You cannot see any case with this organisation.',
    });
  }

  /**
   * For one case, allows staff who work on it; for the whole organisation, the front line and administrators. Allows
   * representatives of the whole organisation in both.
   * @param caseId  the one case; null for the whole organisation.
   */
  async requireMayChange(organisation: string, caseId: string | null, caller: SignedInCaller): Promise<void> {
    if (!caller.user.staff) await this.requireRepresentsOrganisation(organisation, caller);
    if (caseId !== null) return this.requireWorksOnCase(await this.requireCaseOf(organisation, caseId, caller), caller);
    if (!caller.user.staff || canNameSpeakers(caller.actor)) return;
    throw refusedWith('forbidden', {
      nb: 'Bare førstelinjen og administratorer kan endre hvem som taler for hele organisasjonen, og de som gjør det alt.',
      en: 'Only the front line, administrators and those who already speak for the whole organisation may change who does.',
    });
  }

  /** Requires a representative of the whole organisation. To others the organisation does not exist. */
  private async requireRepresentsOrganisation(organisation: string, { user }: SignedInCaller): Promise<void> {
    const represented = await representationsOf(this.database.manager, user.id, await this.installation.today());
    if (!represented.includes(`org:${organisation}`)) throw organisationNotFound();
  }

  /**
   * Returns the organisation's case with this id. Staff get it only when they can read it. For a caller who is not staff,
   * call `requireMayRead` or `requireMayChange` first.
   */
  async requireCaseOf(organisation: string, caseId: string, caller: SignedInCaller): Promise<Case> {
    const stored = caller.user.staff
      ? await this.collaborations.requireReadable(caseId, caller)
      : await findCase(this.database.manager, caseId);
    if (stored?.state.organisation !== organisation) throw noSuchCase();
    return stored.state;
  }

  /**
   * Requires staff to work on the case. Those who only read it could make themselves its contact and act as the
   * entrepreneur.
   */
  private async requireWorksOnCase(state: Case, { user, actor }: SignedInCaller): Promise<void> {
    if (!user.staff) return;
    const workers = [...CASE_WORKERS, ...(state.phase === 'FIRST_CONTACT' ? FRONT_LINE : [])];
    if (isPermitted(await this.processes.documentFor(state), state, actor, workers)) return;
    throw refusedWith('forbidden', {
      nb: 'Bare de som arbeider med saken, kan endre hvem som taler i den.',
      en: 'Only those who work on the case may change who speaks in it.',
    });
  }
}
