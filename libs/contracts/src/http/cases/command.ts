import { z } from 'zod';
import { named, NATURE_LABELS, LAPSED_CHOICE_LABELS, ESCALATION_CHOICE_LABELS } from '../shared/code-labels.js';
import { flag } from '../shared/paging.js';
import { deadlineParty, recipient } from './deadline.js';
import { eventKind } from './event.js';
import { meetingBodies } from './meeting.js';
import type { CommandType } from '#domain/model/command.js';
import { MOST_ITEMS } from '#domain/model/information.js';
import { HANDOVER_PARTS } from '#domain/model/handover-parts.js';
import type { HandoverPart } from '#domain/model/handover-parts.js';
import { ESCALATION_CHOICES, LAPSED_CHOICES } from '#domain/model/manager-choice.js';
import { NATURES, PHASES } from '#domain/process/process-document.js';
import {
  answer,
  decision,
  handoverPurpose,
  managerAct,
  proof,
  questionKind,
  localDate,
  phase,
  unitId,
  userId,
  privateText,
} from '../shared/fields.js';

/** A part is a text, a list of texts, or the words for why there is none of it. */
const packagePart = z.union([
  z.string().max(4000),
  z.array(z.string().max(4000)).max(100),
  z.strictObject({ none: z.string().max(4000) }),
]);

const part = z.enum(Object.keys(HANDOVER_PARTS) as HandoverPart[]);

/** The parts of a handover's package; those that are left out are filled in from the case. */
const handoverPackage = z
  .partialRecord(part, packagePart)
  .meta({ 'x-private': true, minProperties: 1 })
  .refine((parts) => Object.keys(parts).length > 0, 'needs at least one part');

const data = z.record(z.string(), z.unknown());

const partyRole = z.string().min(1).max(60);

const questionId = z.string().min(1).max(60);

const requestId = z.string().min(1).max(60);

/** Counts from 1 in what was asked for. */
const itemNumber = z.int().min(1).max(MOST_ITEMS);

const deadlineId = z.string().min(1).max(200);

const eventSeq = z.int().min(1).max(2_147_483_647);

const receivers = z
  .array(z.strictObject({ unit: unitId, person: userId }))
  .min(1)
  .max(10);

const attachments = z
  .array(z.uuid())
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, 'must name each document once')
  .describe('Documents of the case that are handed over.');
const proven = { proof: proof.optional() };

const bodies = {
  assignOwner: { owner: userId },
  nameDeputy: { deputy: userId },
  changeContact: { contact: userId, note: privateText },
  registerFact: { fact: z.string().min(1).max(60), on: localDate.optional(), data: data.optional(), ...proven },
  correctFact: { event: eventSeq, on: localDate.optional(), data: data.optional(), reason: privateText, ...proven },
  retractFact: { event: eventSeq, reason: privateText },
  tickItem: { item: z.string().min(1).max(60), reference: privateText.optional(), ...proven },
  waiveItem: { item: z.string().min(1).max(60), reason: privateText },
  decideGate: { decision, toPhase: phase.optional(), route: z.string().min(1).max(60).optional(), reason: privateText },
  askDecision: { note: privateText },
  draftHandover: {
    purpose: handoverPurpose,
    toPhase: phase.optional(),
    receivers,
    package: handoverPackage,
    attachments: attachments.optional(),
    proof: z.partialRecord(part, proof).optional(),
  },
  sendHandover: {},
  acknowledgeHandover: {},
  acceptHandover: { conditions: privateText.optional() },
  returnHandover: { gaps: z.array(z.string().min(1).max(4000)).min(1).max(20).meta({ 'x-private': true }) },
  declineHandover: { reason: privateText, alternative: privateText },
  withdrawHandover: { reason: privateText },
  askUnit: { unit: unitId, person: userId.optional(), kind: questionKind, question: privateText, answerBy: localDate },
  answerQuestion: {
    question: questionId,
    answer,
    conditions: privateText.optional(),
    text: privateText.optional(),
    ...proven,
  },
  redirectQuestion: { question: questionId, unit: unitId, person: userId.optional(), reason: privateText },
  requestInformation: { what: z.array(privateText).min(1).max(MOST_ITEMS), by: localDate.optional() },
  giveInformation: { request: requestId, item: itemNumber, text: privateText.optional(), ...proven },
  acceptInformation: { request: requestId, item: itemNumber },
  returnInformation: { request: requestId, item: itemNumber, missing: privateText },
  withdrawInformationRequest: { request: requestId, reason: privateText },
  ...meetingBodies,
  actOn: {
    deadline: deadlineId,
    act: managerAct,
    person: userId.optional(),
    until: localDate.optional(),
    reason: privateText.optional(),
  },
  takeDebt: { deadline: deadlineId },
  askMoreTime: { deadline: deadlineId, until: localDate, reason: privateText },
  answerApproval: { approval: z.string().min(1).max(60), yes: z.boolean(), reason: privateText },
  resolveLapsed: {
    choice: named(LAPSED_CHOICES, LAPSED_CHOICE_LABELS),
    until: localDate.optional(),
    receivers: receivers.optional(),
    reason: privateText,
  },
  chooseEscalated: {
    deadline: z.string().min(1).max(200),
    choice: named(ESCALATION_CHOICES, ESCALATION_CHOICE_LABELS),
    owner: userId.optional(),
    until: localDate.optional(),
    reason: privateText,
  },
  suspend: { reason: privateText, resumeOn: localDate, approvedBy: userId },
  resume: {},
  reject: { reason: privateText, advice: privateText, individualDecision: z.boolean().default(false) },
  refer: { to: privateText, reason: privateText },
  withdraw: { reason: privateText },
  stop: { reason: privateText },
  complete: {},
  reopen: { reason: privateText },
  extend: { deadline: deadlineId, until: localDate, reason: privateText },
  addParty: {
    party: userId,
    role: partyRole,
    from: localDate.optional(),
    to: localDate.optional(),
    phases: z.array(phase).min(1).max(PHASES.length).optional(),
  },
  assignRole: { role: partyRole, person: userId, from: localDate.optional(), to: localDate.optional() },
  endParty: { party: userId, role: partyRole, to: localDate.optional() },
} as const satisfies Record<CommandType, z.ZodRawShape>;

const command = <T extends CommandType>(type: T) =>
  z.strictObject({ type: z.literal(type), ...bodies[type] }).meta({ id: `${type[0]?.toUpperCase()}${type.slice(1)}` });

type CommandSchema = { [T in CommandType]: ReturnType<typeof command<T>> }[CommandType];

/** The schemas of all commands. TypeScript loses which fields belong to which type in `map`, hence the cast. */
const schemas = (Object.keys(bodies) as CommandType[]).map((type) => command(type)) as unknown as readonly [
  CommandSchema,
  ...CommandSchema[],
];

/** `POST /collaborations/{id}/commands`: `type` selects the command; an unknown field is refused. */
export const commandBody = z.discriminatedUnion('type', schemas).meta({ id: 'Command' });

export type CommandRequest = z.output<typeof commandBody>;

/** JSON Schema of one command's body, without `type`. Fields with private text carry `x-private`. */
export function commandSchema(type: CommandType): Record<string, unknown> {
  return z.toJSONSchema(z.strictObject(bodies[type]), { io: 'input' });
}

export const commandQuery = z.strictObject({
  dryRun: flag.optional(),
  thenSend: flag.optional().describe('Of a dry run of `draftHandover`: what sending it at once would lead to as well.'),
});

/** What a command would lead to, of `dryRun=true`. */
export const commandPreview = z
  .object({
    version: z.int().describe('Of the case afterwards.'),
    effects: z.array(z.object({ type: z.string(), kind: eventKind, text: z.string() })),
    dates: z
      .array(
        z.object({
          deadline: z.string(),
          kind: z.string(),
          label: z.string(),
          nature: named(NATURES, NATURE_LABELS),
          dueOn: localDate,
          owedBy: deadlineParty,
        }),
      )
      .describe('Deadlines that begin or move, earliest first.'),
    letters: z.array(
      z.object({
        to: recipient,
        template: z.string(),
        about: z.string().describe('What has happened that it tells of, in the words of those it goes to.'),
        outside: z.boolean().describe('It goes to the entrepreneur.'),
      }),
    ),
  })
  .meta({ id: 'CommandPreview' });

/** 202: Temporal has stored the command, but the view has not been updated yet. */
export const accepted = z.object({ version: z.int() }).meta({ id: 'Accepted' });
