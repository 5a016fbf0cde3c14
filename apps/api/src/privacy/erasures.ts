import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { UserId } from '#domain/model/case.js';
import { BLANK, blankingOf } from '#domain/privacy/blank-out.js';
import type { Naming } from '#domain/privacy/blank-out.js';
import { blankWords } from '#store/cases/texts/blank-words.js';
import { audit } from '#store/audit/audit.js';
import { blankEnquiries, enquiriesOf } from '#store/privacy/contact-erasure.js';
import { ERASED_NAME } from '#domain/people/erased.js';
import { erasePerson } from '#store/privacy/erasure.js';
import type { Erased } from '#store/privacy/erasure.js';
import type { EnquiryRow } from '#store/cases/intake/enquiries.js';
import type { PersonRow } from '#store/people/person.js';
import { Database } from '../shared/database.js';
import { Installation } from '../shared/installation.js';

/** Undoes what was only tried. */
class OnlyTried extends Error {
  constructor(readonly changed: Erased) {
    super('only tried');
  }
}

export interface Wish {
  readonly by: UserId;
  /** Does it all and undoes it again: what is told is exactly what would be done. */
  readonly dryRun: boolean;
}

/** Removes people and leaves the facts of cases. One transaction, or nothing; a second time changes nothing. */
@Injectable()
export class Erasures {
  constructor(
    private readonly database: Database,
    private readonly installation: Installation,
  ) {}

  async person(row: PersonRow, { by, dryRun }: Wish): Promise<Erased> {
    const { id, name, email, phone } = row;
    const today = await this.installation.today();
    return this.carryOut(dryRun, async (manager) => {
      const changed = {
        ...(await eraseWords(manager, namingOf({ name, email, phone }), { person: id })),
        ...(await erasePerson(manager, id, today)),
      };
      if (isAnything(changed)) await audit(manager, { kind: 'personErased', by, subject: id, detail: changed });
      return changed;
    });
  }

  /** The contact of an enquiry, who need not be in the register of people. */
  async contact(enquiry: EnquiryRow, { by, dryRun }: Wish): Promise<Erased> {
    const { id: caseId, contactName: name, contactEmail: email, contactPhone: phone } = enquiry;
    return this.carryOut(dryRun, async (manager) => {
      const changed = await eraseWords(manager, namingOf({ name, email, phone }), { enquiry });
      if (isAnything(changed)) await audit(manager, { kind: 'personErased', by, caseId, detail: changed });
      return changed;
    });
  }

  private async carryOut(dryRun: boolean, act: (manager: EntityManager) => Promise<Erased>): Promise<Erased> {
    try {
      return await this.database.dataSource.transaction(async (manager) => {
        const changed = await act(manager);
        if (dryRun) throw new OnlyTried(changed);
        return changed;
      });
    } catch (error) {
      if (error instanceof OnlyTried) return error.changed;
      throw error;
    }
  }
}

/** What an enquiry of theirs says besides, another number or a longer name, names them as well. */
async function eraseWords(
  manager: EntityManager,
  known: Naming,
  { person, enquiry }: { readonly person?: UserId; readonly enquiry?: EnquiryRow },
): Promise<Erased> {
  const sent = await enquiriesOf(manager, { ...known, ...(person !== undefined && { person }) });
  const own = enquiry ? [enquiry, ...sent.filter(({ id }) => id !== enquiry.id)] : sent;
  const told = own.map(({ contactName: name, contactEmail: email, contactPhone: phone }) =>
    namingOf({ name, email, phone }),
  );
  const blanking = blankingOf({
    names: [known, ...told].flatMap(({ names }) => names),
    emails: [known, ...told].flatMap(({ emails }) => emails),
    phones: [known, ...told].flatMap(({ phones }) => phones),
  });
  const words = await blankWords(manager, blanking);
  return { ...words, enquiry: await blankEnquiries(manager, blanking, own) };
}

interface Named {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Those who were erased before have no name left to look for. */
function namingOf({ name, email, phone }: Named): Naming {
  const isErased = name === null || name === ERASED_NAME || name === BLANK;
  return {
    names: isErased ? [] : [name],
    emails: email === null ? [] : [email],
    phones: phone === null ? [] : [phone],
  };
}

const isAnything = (changed: Erased): boolean => Object.values(changed).some((rows) => rows > 0);
