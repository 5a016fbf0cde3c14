import { factNaming } from '../../model/named-by-facts.js';
import { isRole } from '../../policy/roles.js';
import { UNIT_PLACES } from '../../process/process-document.js';
import type { FactSchema, Named, ProcessDocument } from '../../process/process-document.js';
import { unknownFacts } from './rule-calls.js';

const RATE = 'nokPerEur';

type DocumentFact = ProcessDocument['facts'][string];
type Property = FactSchema['properties'][string];

/** What facts and roles are said to be, beside what may be done with them: the field or fact that it rests on is there. */
export function attributeFaults(document: ProcessDocument): string[] {
  const { facts, deadlines, supportingRoles } = document;
  const promised = Object.values(deadlines).filter(({ promisedReply }) => promisedReply);
  const isPromisedToAll = promised.length === 1 && promised[0]?.starts.includes('opened');
  return [
    ...Object.entries(facts).flatMap(([id, fact]) => factFaults(document, `fact ${id}`, fact)),
    ...UNIT_PLACES.filter((place) => factNaming(document, place) === undefined).map(
      (place) => `place ${place}: no fact names its unit`,
    ),
    ...(hidesUntilAward(document) && !hasAward(document) ? ['facts: something awaits an award, and none comes'] : []),
    ...(isPromisedToAll ? [] : ['deadlines: one that starts with the opening must be the promised reply']),
    ...supportingRoles.filter((role) => !isRole(role)).map((role) => `supportingRoles: nobody is '${role}'`),
    ...(supportingRoles.length > 0 && factNaming(document, 'cleared') === undefined
      ? ['supportingRoles: no fact names who is cleared']
      : []),
  ];
}

const hidesUntilAward = ({ facts, gates }: ProcessDocument): boolean =>
  Object.values(gates).some(({ reasonAfterAward }) => reasonAfterAward) ||
  Object.values(facts).some(({ schema }) => Object.values(schema.properties).some((it) => it['x-after-award']));

const hasAward = ({ facts, phases }: ProcessDocument): boolean =>
  Object.values(facts).some(({ award }) => award) && Object.values(phases).some(({ afterAward }) => afterAward);

function factFaults(
  document: ProcessDocument,
  where: string,
  { names = {}, undoneBy, movesPromises, ...fact }: DocumentFact,
): string[] {
  const { properties } = fact.schema;
  return [
    ...unknownFacts(document, where, undoneBy === undefined ? [] : [undoneBy]),
    ...(Object.entries(names) as [Named, string][])
      .filter(([what, field]) => !canName(document, what, properties[field]))
      .map(([what, field]) => `${where}: ${field} cannot name ${what}`),
    // What a fact is about is read by the field's name (occurrences.ts).
    ...Object.entries(properties)
      .filter(([field, property]) => (property['x-deadline'] === true) !== (field === 'deadline'))
      .map(([field]) => `${where}, ${field}: what it is about is given in the field deadline`),
    ...(movesPromises !== undefined && !('deadline' in properties && properties[movesPromises]?.format === 'date')
      ? [`${where}: names no promise and its new date`]
      : []),
    // Whoever works in the unit that a fact gives in `unit` may read the case (access-policy.ts).
    ...Object.entries(properties)
      .filter(([field, property]) => property['x-unit'] && field !== 'unit')
      .map(([field]) => `${where}, ${field}: a unit is given in the field unit`),
    ...balanceFieldsOf(fact)
      .filter((field) => !isUsableNumber(field, properties[field]))
      .map((field) => `${where}: has no number in ${field}`),
  ];
}

function canName({ routes }: ProcessDocument, what: Named, property: Property | undefined): boolean {
  if (what === 'route') return Array.isArray(property?.enum) && property.enum.every((it) => String(it) in routes);
  if (what === 'nextStep') return Array.isArray(property?.enum);
  return (
    property?.[what === 'mentor' || what === 'benefitOwner' || what === 'cleared' ? 'x-user' : 'x-unit'] !== undefined
  );
}

/** The rate must also say what counts where none is given. */
function isUsableNumber(field: string, property: Property | undefined): boolean {
  return property?.type === 'number' && (field !== RATE || property.default !== undefined);
}

function balanceFieldsOf({ balance }: Pick<DocumentFact, 'balance'>): readonly string[] {
  if (balance === undefined) return [];
  return balance === 'aid' ? ['amountNok', RATE] : ['hours'];
}
