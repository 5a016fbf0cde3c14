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

/** Who works on a case. Administrators are included so that they can take care of cases whose people have left. */
const CASE_WORKERS: readonly Who[] = ['owner', 'deputy', 'contact', 'manager', 'saksbehandler@case', 'admin@any'];
const FRONT_LINE: readonly Who[] = ['mottak@any'];

export const noSuchOrganisation = () => refusedWith('not-found', 'Organisasjonen finnes ikke.');

/** Checks who may see and who may change an organisation's representatives. */
@Injectable()
export class ContactRights {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
    private readonly collaborations: Collaborations,
  ) {}

  /** Allows staff who can read one of its cases, and representatives of the whole organisation. */
  async requireReading(organisation: string, caller: SignedIn): Promise<void> {
    const { manager } = this.database;
    if (!caller.user.staff) return this.requireRepresentative(organisation, caller);
    if (!(await organisationExists(manager, organisation))) throw noSuchOrganisation();
    if (await hasReadableCase(manager, organisation, tokensOf(caller.actor))) return;
    throw refusedWith('forbidden', 'Du kan ikke se noen sak med denne organisasjonen.');
  }

  /**
   * For one case, allows staff who work on it. For the whole organisation, allows staff who are responsible for one of its
   * cases and can read all of them, because a representative of the whole organisation reads all of them. Allows
   * representatives of the whole organisation in both.
   * @param caseId  the one case; null for the whole organisation.
   */
  async requireChanging(organisation: string, caseId: string | null, caller: SignedIn): Promise<void> {
    if (!caller.user.staff) await this.requireRepresentative(organisation, caller);
    if (caseId !== null) return this.requireWorksOnCase(await this.requireCaseOf(organisation, caseId, caller), caller);
    if (!caller.user.staff) return;
    const { manager } = this.database;
    const isResponsible = await answersForCase(manager, organisation, standingOf(caller));
    if (isResponsible && !(await hasHiddenCase(manager, organisation, tokensOf(caller.actor)))) return;
    throw refusedWith(
      'forbidden',
      'Bare den som har ansvar for en sak med organisasjonen og ser alle sakene, kan endre hvem som taler for hele den.',
    );
  }

  private async requireRepresentative(organisation: string, { user }: SignedIn): Promise<void> {
    const represented = await speaksFor(this.database.manager, user.id, await this.installation.today());
    if (!represented.includes(`org:${organisation}`)) throw noSuchOrganisation();
  }

  /** A representative of the whole organisation may name any of its cases; staff only those they can read. */
  async requireCaseOf(organisation: string, caseId: string, caller: SignedIn): Promise<Case> {
    const stored = caller.user.staff
      ? await this.collaborations.require(caseId, caller)
      : await findCase(this.database.manager, caseId);
    if (stored?.state.organisation !== organisation) throw noSuchCase();
    return stored.state;
  }

  /** Reading alone is not enough: whoever names the contact could name themselves and act as the entrepreneur. */
  private requireWorksOnCase(state: Case, { user, actor }: SignedIn): void {
    if (!user.staff || permits(state, actor, [...CASE_WORKERS, ...(state.phase === 'FIRST_CONTACT' ? FRONT_LINE : [])]))
      return;
    throw refusedWith('forbidden', 'Bare de som arbeider med saken, kan endre hvem som taler i den.');
  }
}

function standingOf({ user, actor: { grants } }: SignedIn): Standing {
  const hasRole = (role: string): boolean => grants.some((grant) => grant.role === role);
  return {
    user: user.id,
    managed: grants.filter(({ role }) => MANAGER_ROLES.includes(role)).map(({ unit }) => unit),
    frontLine: hasRole('mottak'),
    admin: hasRole('admin'),
  };
}
