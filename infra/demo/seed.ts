import { derivedToken, hashOfToken, newToken } from '#platform/session/token.js';
import { importCase } from '#store/cases/import-case.js';
import { CollaborationTable } from '#store/cases/views/collaboration.js';
import { TextTable } from '#store/cases/texts/text.js';
import { insertMissing, insertRows } from '#store/db/write-rows.js';
import { absences } from '#store/people/absence.js';
import { enquiries } from '#store/cases/intake/enquiry.js';
import { organisations } from '#store/organisations/organisation.js';
import { spokespersons } from '#store/organisations/spokesperson.js';
import { demoAbsences } from './absences.js';
import { demoId } from './demo-id.js';
import { demoPeople, FROM } from './people.js';
import { seedPeople } from './seed-people.js';
import { organisationNumbers } from './stories.js';
import { entrepreneurOf, tellAll } from './tell.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { Instant } from '#domain/time.js';
import type { EnquiryRow } from '#store/cases/intake/enquiries.js';
import type { SpokespersonRow } from '#store/organisations/spokesperson.js';
import type { Told } from './tell.js';

export interface Seeding {
  /** Domain time when the installation is first ready. All stories end then. */
  readonly startAt: Instant;
  /** The installation's secret, from which the links to status pages are derived. Without it the links are random and unknown. */
  readonly secret?: string;
}

/**
 * Inserts the demo collaborations with their people and texts, in one transaction. Sends no notifications. The worker
 * starts the workflows once the installation is ready. A second call changes nothing.
 */
export async function seedDemo(dataSource: DataSource, { startAt, secret }: Seeding): Promise<void> {
  if (await dataSource.manager.existsBy(CollaborationTable, { id: demoId('01') })) return;
  const built = tellAll(startAt);
  await dataSource.transaction(async (manager) => {
    await seedPeople(manager);
    await insertMissing(manager, absences, demoAbsences(startAt));
    for (const story of built) await seedCase(manager, story, secret);
  });
}

async function seedCase(manager: EntityManager, built: Told, secret: string | undefined): Promise<void> {
  const { stage: simulation, story, n } = built;
  const { id } = simulation.state();
  const number = organisationNumbers[n - 1] ?? null;
  await insertMissing(manager, organisations, [{ id: demoId('organisation', n), number, name: story.organisation }]);
  await insertMissing(manager, spokespersons, [spokespersonOf(n)]);
  const texts = simulation.words.map(({ key, command, field, body }) => ({
    id: key,
    caseId: id,
    commandId: command,
    field,
    body,
  }));
  await insertRows(manager, TextTable, texts as never);
  await insertRows(manager, enquiries, [enquiryOf(built, secret)]);
  await importCase(manager, simulation.events, 'demo');
}

/** Each demo contact represents the whole organisation, not a single case. */
function spokespersonOf(n: number): SpokespersonRow {
  const organisation = demoId('organisation', n);
  return { id: demoId('spokesperson', n), person: entrepreneurOf(n), organisation, caseId: null, from: FROM, to: null };
}

function enquiryOf({ stage: simulation, story, n, title, receivedAt }: Told, secret: string | undefined): EnquiryRow {
  const { id } = simulation.state();
  const person = demoPeople.find((it) => it.id === entrepreneurOf(n));
  const [openingEvent] = simulation.events;
  const linkToken = secret === undefined ? newToken() : derivedToken(secret, `enquiry:${id}`);
  return {
    id,
    title,
    organisation: demoId('organisation', n),
    description: story.description,
    contactName: person?.name ?? null,
    contactEmail: person?.email ?? null,
    contactPhone: person?.phone ?? null,
    channel: story.channel,
    area: story.area,
    origin: story.origin ?? 'enquiry',
    receivedAt: new Date(receivedAt),
    secretHash: hashOfToken(linkToken),
    caller: openingEvent?.by ?? 'public',
    key: openingEvent?.command ?? id,
    bodyHash: openingEvent?.hash ?? '',
  };
}
