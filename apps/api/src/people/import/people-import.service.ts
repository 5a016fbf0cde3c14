import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { UserId } from '#domain/model/case.js';
import type { importBody, importReport } from '#contracts/http/people/people-import.js';
import { readPeopleRegister } from '#store/people/people-register.js';
import { writeImport } from '#store/people/write-import.js';
import { canonicalClaim } from '#contracts/http/shared/email-address.js';
import { subjectHash } from '#platform/session/subject-hash.js';
import { personsByIdentity, setIdentities } from '#store/access/change-identity.js';
import { ISSUERS } from '#store/access/identities.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { SettingsService } from '../../shared/settings.service.js';
import { refusedWith } from '../../shared/refused.js';
import { ProcessesService } from '../../process/processes.service.js';
import { RegisterChangesService } from '../administration/register-changes.service.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { planImport } from './import-plan.js';
import type { ImportPlan } from './import-plan.js';
import type { KnownIdentities } from './identity-importer.js';
import { parseSheet } from './sheet.js';
import type { SheetRow } from './sheet.js';

/** More than the largest municipality has to say at once; the rest comes in another sheet. */
const MAX_ROWS = 20_000;

type Report = z.infer<typeof importReport>;

/** Imports units, people and roles from a sheet; either all rows or none. */
@Injectable()
export class PeopleImportService {
  constructor(
    private readonly changes: RegisterChangesService,
    private readonly processes: ProcessesService,
    private readonly installation: InstallationClockService,
    private readonly database: DatabaseService,
    private readonly settings: SettingsService,
  ) {}

  async importSheet(
    caller: UserId,
    key: string,
    { csv, dryRun }: z.output<typeof importBody>,
    language: Language,
  ): Promise<Report> {
    const rows = parseSheet(csv);
    if (rows.length > MAX_ROWS) throw tooManyRows(rows.length);
    const context = {
      today: await this.installation.today(),
      roleNames: await this.roleNames(),
      known: await this.knownIdentities(rows),
      language,
    };
    if (dryRun) {
      const plan = await planImport(rows, await readPeopleRegister(this.database.manager), context);
      return reportOf(plan, { dryRun, written: false });
    }
    return this.changes.runOnce(
      { caller, key, request: { route: 'POST /people/import', csv } },
      async (manager, register) => {
        const before = new Map(register.people);
        const plan = await planImport(rows, register, context);
        if (plan.hasRefusals) return reportOf(plan, { dryRun, written: false });
        const changed = [...plan.people.changed.keys()].flatMap((id) => register.people.get(id) ?? []);
        await writeImport(manager, {
          units: plan.units.added,
          added: [...plan.people.added.values()],
          changed: changed.flatMap((after) => {
            const earlier = before.get(after.id);
            return earlier ? [{ before: earlier, after }] : [];
          }),
          given: [...plan.roles.grantsGiven],
          ended: plan.roles.grantsEnded,
          by: caller,
        });
        await setIdentities(manager, [...plan.identities.linked.values()], caller);
        return reportOf(plan, { dryRun, written: true });
      },
    );
  }

  private async knownIdentities(rows: readonly SheetRow[]): Promise<KnownIdentities> {
    const hashSubject: KnownIdentities['hashSubject'] = (issuer, claim) =>
      subjectHash(this.settings.secret, issuer, canonicalClaim(claim));
    const subjects = rows.flatMap(({ cells: { subject } }) =>
      subject === undefined ? [] : ISSUERS.map((issuer) => hashSubject(issuer, subject)),
    );
    return { hashSubject, personByIdentity: await personsByIdentity(this.database.manager, subjects) };
  }

  /** Role ids by the process document's names for them, in both languages and lower case. */
  private async roleNames(): Promise<ReadonlyMap<string, string>> {
    const { roles } = await this.processes.newest();
    return new Map(
      Object.entries(roles).flatMap(([id, { nb, en }]) => [
        [nb.toLowerCase(), id],
        [en.toLowerCase(), id],
      ]),
    );
  }
}

const tooManyRows = (count: number) =>
  refusedWith(
    'too-large',
    {
      nb: `Arket har ${count} rader; del det i ark på høyst ${MAX_ROWS}.`,
      en: `The sheet has ${count} rows; split it into sheets of at most ${MAX_ROWS}.`,
    },
    [{ pointer: '/csv', detail: `must have at most ${MAX_ROWS} rows` }],
  );

const reportOf = ({ rows }: ImportPlan, result: Pick<Report, 'dryRun' | 'written'>): Report => ({
  ...result,
  rows: [...rows],
});
