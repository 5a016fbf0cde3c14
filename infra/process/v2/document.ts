import { user, fields, note } from '../v1/schema.js';
import { commandsOf } from '../v1/commands.js';
import { collaborationV1 } from '../v1/document.js';
import { handlers, label } from '../v1/part.js';
import type { CommandRule, ProcessDocument, Who } from '#domain/process/core.js';
import type { CommandType } from '#domain/case/command.js';

/** An outside development partner: coordinates, reports hours and results, and invites others (domain.md A22). */
const partner: Who = 'party:utviklingspartner';
/** Hands on the cases of a person who leaves. */
const admin: Who = 'admin@any';

const { facts: factsV1, gates, items, roles } = collaborationV1;

const facts: ProcessDocument['facts'] = {
  ...factsV1,
  ...alsoBy(partner, 'sessionLogged', 'pilotStatusReported', 'dialogueLogged'),
  impartialityCleared: {
    label: label('Klarert for evalueringsgruppa', 'Cleared for the evaluation group'),
    by: ['jurist@any', 'innkjoper@any'],
    source: 'Forvaltningsloven §§ 6, 8 og 9',
    schema: fields({ cleared: user('Hvem', 'Who', 'pilotleder@any'), note }, ['cleared']),
  },
};

function alsoBy(who: Who, ...ids: readonly string[]): ProcessDocument['facts'] {
  const found = ids.map((id) => [id, factsV1[id]] as const);
  return Object.fromEntries(found.flatMap(([id, rule]) => (rule ? [[id, { ...rule, by: [...rule.by, who] }]] : [])));
}

const earlierCommands = commandsOf({ gates, items, facts });
const alsoPermitting = ({ who, ...rule }: CommandRule, more: Who): CommandRule => ({ ...rule, who: [...who, more] });
const caseRoles: CommandRule = {
  who: [...handlers, 'mentorkoordinator@any', 'innkjoper@any', 'jurist@any', partner],
};

const commands: Readonly<Record<CommandType, CommandRule>> = {
  ...earlierCommands,
  assignOwner: alsoPermitting(earlierCommands.assignOwner, admin),
  nameDeputy: alsoPermitting(earlierCommands.nameDeputy, admin),
  changeContact: alsoPermitting(earlierCommands.changeContact, admin),
  addParty: caseRoles,
  endParty: alsoPermitting(caseRoles, admin),
};

/**
 * Version 2 adds roles in a single case (`addParty`, `endParty`), clearance for the evaluation group, facts that a
 * development partner may register, and what an administrator may reassign when somebody leaves.
 */
export const collaborationV2: ProcessDocument = {
  ...collaborationV1,
  version: 2,
  validFrom: '2026-11-27',
  facts,
  commands,
  roles: { ...roles, evalueringsgruppe: label('evalueringsgruppe', 'evaluation group') },
};
