import { Injectable } from '@nestjs/common';
import type { Case } from '#domain/model/case.js';
import { MANAGER_ROLES, permits } from '#domain/policy/permits.js';
import { tokensOf } from '#domain/policy/read.js';
import type { Who } from '#domain/process/core.js';
import { findCase } from '#store/cases/lists/find-case.js';
import { answersForCase, hasHiddenCase, hasReadableCase } from '#store/cases/lists/organisation-cases.js';
import type { Standing } from '#store/cases/lists/organisation-cases.js';
import { organisationExists } from '#store/organisations/organisation-contacts.js';
import { speaksFor } from '#store/organisations/spokespersons.js';
import { Collaborations } from '../cases/collaborations.js';
import { Database } from '../shared/database.js';
import { Installation } from '../shared/installation.js';
import { noSuchCase, refusedWith } from '../shared/refused.js';
import type { SignedIn } from '../shared/caller/caller.js';

/** Who works on a case, its unit's case handlers among them; an administrator sees to what somebody left behind. */
const HANDLERS: readonly Who[] = ['owner', 'deputy', 'contact', 'manager', 'saksbehandler@case', 'admin@any'];
const FRONT_LINE: readonly Who[] = ['mottak@any'];

export const noSuchOrganisation = () => refusedWith('not-found', 'Organisasjonen finnes ikke.');

/** Who may see and who may change those who speak for an organisation. */
@Injectable()
export class ContactRights {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly collaborations: Collaborations,
  ) {}

  /** Staff who can read a case of it, and those who speak for all of it. */
  async requireReading(organisation: string, caller: SignedIn): Promise<void> {
    const { manager } = this.database;
    if (!caller.user.staff) return this.requireSpeaking(organisation, caller);
    if (!(await organisationExists(manager, organisation))) throw noSuchOrganisation();
    if (await hasReadableCase(manager, organisation, tokensOf(caller.actor))) return;
    throw refusedWith('forbidden', 'Du kan ikke se noen sak med denne organisasjonen.');
  }

  /**
   * In one case: staff who work on it. In all: staff who answer for one of them and can read them all, as whoever speaks
   * for all of it reads them all. In both: those who speak for all of it.
   * @param caseId  the one case; null for all of the organisation's.
   */
  async requireChanging(organisation: string, caseId: string | null, caller: SignedIn): Promise<void> {
    if (!caller.user.staff) await this.requireSpeaking(organisation, caller);
    if (caseId !== null) return this.requireHandling(await this.requireCaseOf(organisation, caseId, caller), caller);
    if (!caller.user.staff) return;
    const { manager } = this.database;
    const answers = await answersForCase(manager, organisation, standingOf(caller));
    if (answers && !(await hasHiddenCase(manager, organisation, tokensOf(caller.actor)))) return;
    throw refusedWith(
      'forbidden',
      'Bare den som har ansvar for en sak med organisasjonen og ser alle sakene, kan endre hvem som taler for hele den.',
    );
  }

  private async requireSpeaking(organisation: string, { user }: SignedIn): Promise<void> {
    const held = await speaksFor(this.database.manager, user.id, await this.installation.today());
    if (!held.includes(`org:${organisation}`)) throw noSuchOrganisation();
  }

  /** Who speaks for all of the organisation may name any of its cases. */
  async requireCaseOf(organisation: string, caseId: string, caller: SignedIn): Promise<Case> {
    const stored = caller.user.staff
      ? await this.collaborations.require(caseId, caller)
      : await findCase(this.database.manager, caseId);
    if (stored?.state.organisation !== organisation) throw noSuchCase();
    return stored.state;
  }

  /** Reading alone is not enough: who names the contact could name themselves, and act as the entrepreneur. */
  private requireHandling(state: Case, { user, actor }: SignedIn): void {
    if (!user.staff || permits(state, actor, [...HANDLERS, ...(state.phase === 'FIRST_CONTACT' ? FRONT_LINE : [])]))
      return;
    throw refusedWith('forbidden', 'Bare de som arbeider med saken, kan endre hvem som taler i den.');
  }
}

function standingOf({ user, actor: { grants } }: SignedIn): Standing {
  const holds = (role: string): boolean => grants.some((grant) => grant.role === role);
  return {
    user: user.id,
    managed: grants.filter(({ role }) => MANAGER_ROLES.includes(role)).map(({ unit }) => unit),
    frontLine: holds('mottak'),
    admin: holds('admin'),
  };
}
