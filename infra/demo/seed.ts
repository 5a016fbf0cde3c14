import { derivedToken, hashOfToken, newToken } from '#platform/session/token.js';
import { importCase } from '#store/cases/import-case.js';
import { CollaborationTable } from '#store/cases/views/collaboration-table.js';
import { TextTable } from '#store/cases/texts/text-table.js';
import { insertMissing, insertRows } from '#store/db/write-rows.js';
import { AbsenceTable } from '#store/people/absence-table.js';
import { EnquiryTable } from '#store/cases/intake/enquiry-table.js';
import { OrganisationTable } from '#store/organisations/organisation-table.js';
import { RepresentativeTable } from '#store/organisations/representative-table.js';
import { demoAbsences } from './absences.js';
import { demoId } from './demo-id.js';
import { demoPeople, DEMO_VALID_FROM } from './municipality.js';
import { seedPapers, storeContents } from './seed-papers.js';
import { seedPeople } from './seed-people.js';
import { organisationNumbers } from './stories.js';
import { entrepreneurOf, buildStories } from './build-stories.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { FileStore } from '#platform/files/file-store.js';
import type { Instant } from '#domain/time.js';
import type { EnquiryRow } from '#store/cases/intake/enquiries.js';
import type { RepresentativeRow } from '#store/organisations/representative-table.js';
import type { BuiltStory } from './build-stories.js';

export interface SeedOptions {
  /** Domain time when the installation is first ready. All stories end then. */
  readonly startAt: Instant;
  /** The installation's secret, from which the links to status pages are derived. Without it the links are random and unknown. */
  readonly secret?: string;
  /** Where the contents of the documents go. */
  readonly files: FileStore;
}

/**
 * Inserts the demo collaborations with their people and texts, in one transaction. Sends no notifications. The worker
 * starts the workflows once the installation is ready. A second call changes nothing.
 */
export async function seedDemo(dataSource: DataSource, { startAt, secret, files }: SeedOptions): Promise<void> {
  if (await dataSource.manager.existsBy(CollaborationTable, { id: demoId('01') })) return;
  const built = buildStories(startAt);
  const contents = await storeContents(
    built.flatMap(({ simulation }) => simulation.papers.documents),
    files,
  );
  await dataSource.transaction(async (manager) => {
    await seedPeople(manager);
    await insertMissing(manager, AbsenceTable, demoAbsences(startAt));
    for (const story of built) {
      await seedCase(manager, story, secret);
      await seedPapers(manager, story.simulation, contents);
    }
  });
}

/** Inserts one case with its organisation, its spokesperson and its texts. */
export async function seedCase(manager: EntityManager, built: BuiltStory, secret: string | undefined): Promise<void> {
  const { simulation, story, storyNumber } = built;
  const { id } = simulation.state();
  const number = organisationNumbers[storyNumber - 1] ?? null;
  await insertMissing(manager, OrganisationTable, [
    { id: demoId('organisation', storyNumber), number, name: story.organisation },
  ]);
  await insertMissing(manager, RepresentativeTable, [spokespersonOf(built)]);
  const texts = simulation.texts.map(({ key, command, field, body }) => ({
    id: key,
    caseId: id,
    commandId: command,
    field,
    body,
  }));
  await insertRows(manager, TextTable, texts as never);
  await insertRows(manager, EnquiryTable, [enquiryOf(built, secret)]);
  await importCase(manager, simulation.events, 'demo');
}

/** Each demo contact represents the whole organisation, not a single case. */
function spokespersonOf({ simulation, storyNumber }: BuiltStory): RepresentativeRow {
  return {
    id: demoId('spokesperson', storyNumber),
    person: simulation.state().entrepreneur ?? entrepreneurOf(storyNumber),
    organisation: demoId('organisation', storyNumber),
    caseId: null,
    from: DEMO_VALID_FROM,
    to: null,
    addedBy: 'mottak',
    confirmedBy: 'admin',
  };
}

function enquiryOf(
  { simulation, story, storyNumber, title, receivedAt }: BuiltStory,
  secret: string | undefined,
): EnquiryRow {
  const { id } = simulation.state();
  const person = demoPeople.find((it) => it.id === simulation.state().entrepreneur);
  const linkToken = secret === undefined ? newToken() : derivedToken(secret, `enquiry:${id}`);
  return {
    id,
    title,
    organisation: demoId('organisation', storyNumber),
    description: story.description,
    contactName: person?.name ?? null,
    contactEmail: person?.email ?? null,
    contactPhone: person?.phone ?? null,
    channel: story.channel,
    area: story.area,
    origin: story.origin ?? 'enquiry',
    receivedAt: new Date(receivedAt),
    secretHash: hashOfToken(linkToken),
  };
}
