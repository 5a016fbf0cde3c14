import { user, fields, note } from './schema.js';
import { commandsOf } from './commands.js';
import { collaborationV1 } from './document.js';
import { handlers, label } from './part.js';
import type { CommandRule, ProcessDocument, Who } from '#domain/process/core.js';
import type { CommandType } from '#domain/model/command.js';

/** Brought in from outside to coordinate: reports hours and results, invites others from outside (domain.md A22). */
const partner: Who = 'party:utviklingspartner';
/** Handles what somebody held who leaves. */
const admin: Who = 'admin@any';

const { facts: before, gates, items, roles } = collaborationV1;

const facts: ProcessDocument['facts'] = {
  ...before,
  ...alsoBy(partner, 'sessionLogged', 'pilotStatusReported', 'dialogueLogged'),
  impartialityCleared: {
    label: label('Klarert for evalueringsgruppa', 'Cleared for the evaluation group'),
    by: ['jurist@any', 'innkjoper@any'],
    source: 'Forvaltningsloven §§ 6, 8 og 9',
    schema: fields({ cleared: user('Hvem', 'Who', 'pilotleder@any'), note }, ['cleared']),
  },
};

function alsoBy(who: Who, ...ids: readonly string[]): ProcessDocument['facts'] {
  const found = ids.map((id) => [id, before[id]] as const);
  return Object.fromEntries(found.flatMap(([id, rule]) => (rule ? [[id, { ...rule, by: [...rule.by, who] }]] : [])));
}

const known = commandsOf({ gates, items, facts });
const joinedBy = ({ who, ...rule }: CommandRule, more: Who): CommandRule => ({ ...rule, who: [...who, more] });
const parties: CommandRule = {
  who: [...handlers, 'mentorkoordinator@any', 'innkjoper@any', 'jurist@any', partner],
};

const commands: Readonly<Record<CommandType, CommandRule>> = {
  ...known,
  assignOwner: joinedBy(known.assignOwner, admin),
  nameDeputy: joinedBy(known.nameDeputy, admin),
  changeContact: joinedBy(known.changeContact, admin),
  addParty: parties,
  endParty: joinedBy(parties, admin),
};

/**
 * Version 2: roles in a single case (`addParty`, `endParty`), clearing for the evaluation group, what a development
 * partner may register, and what an administrator may hand on when somebody leaves.
 */
export const collaborationV2: ProcessDocument = {
  ...collaborationV1,
  version: 2,
  validFrom: '2026-11-27',
  facts,
  commands,
  roles: { ...roles, evalueringsgruppe: label('evalueringsgruppe', 'evaluation group') },
};
