import { osloDateOf } from '../calendar/oslo-time.js';
import { workingDayOnOrAfter } from '../calendar/working-days.js';
import { addDays } from '../time.js';
import { deadlineLabel } from '../deadline/deadline-label.js';
import { COMMANDS } from '../case/commands/command-table.js';
import { ESCALATION_WORDS, LAPSED_WORDS, MANAGER_ACT_WORDS } from './words/choice-words.js';
import { decisionWords, draftReason } from './words/decision-words.js';
import { eligibleStaff } from './who/eligible-staff.js';
import { cancelInput, completeInput, holdInput } from './meeting-steps.js';
import { proposedReceivers } from './proposed-receivers.js';
import { provable, provableParts } from './proof-input.js';
import { objectSchema, textSchema } from './proposed-step.js';
import { ANSWERING, APPROVING, ASKING, INFORMATION_STEPS, answerInput, askInput } from './question-inputs.js';
import type { Case } from '../model/case.js';
import type { Label, ProcessDocument } from '../process/process-document.js';
import type { QuestionKind } from '../process/question-kinds.js';
import type { ManagerAct } from '../model/asked.js';
import type { EscalationChoice, LapsedChoice } from '../model/manager-choice.js';
import type { CommandType } from '../model/command.js';
import type { Directory } from '../policy/directory.js';
import type { Instant } from '../time.js';
import type { Act } from './act.js';
import type { ReadText } from './words/named-thing.js';
import type { ObjectSchema, PropertySchema } from './proposed-step.js';

/** What a step of a command is made from. */
export interface CommandStepContext {
  readonly document: ProcessDocument;
  readonly state: Case;
  readonly directory: Directory;
  readonly now: Instant;
  /** Words for the labels; without, things of a kind are told apart by their numbers. */
  readonly read?: ReadText;
}

type Body = Act['body'];

/** How a command looks as a step. What is absent is nothing to fill in, and the command's own label. */
interface CommandStep {
  /** The words of the button, in the imperative and with the object. */
  readonly label?: (document: ProcessDocument, act: Pick<Act, 'body' | 'gate'>) => Label;
  /** What is still to be filled in. */
  readonly input?: (context: CommandStepContext, body: Body) => ObjectSchema;
  /** What the directory adds to the body. */
  readonly adds?: (context: CommandStepContext, body: Body) => Body;
  readonly why?: (context: CommandStepContext, body: Body) => Label;
}

const always = (nb: string, en: string) => () => ({ nb, en });

const OWNER = { title: 'Saksbehandler', 'x-title-en': 'Case handler' };
const DEPUTY = { title: 'Stedfortreder', 'x-title-en': 'Deputy' };
const CONTACT = { title: 'Kontaktperson', 'x-title-en': 'Contact person' };
const PERSON = { title: 'Hvem som skal gjøre det', 'x-title-en': 'Who is to do it' };

const oneOf = (people: string[], titles: PropertySchema): PropertySchema => ({
  type: 'string',
  ...titles,
  enum: people,
});

const handlers = ({ document, state, directory }: CommandStepContext): string[] =>
  eligibleStaff(document, state, directory, ['saksbehandler', 'leder']);

const DECISION_REASON = 'Sjekklisten er fullført og grunnlaget er vurdert.';

/** A day still to come. */
const newDate = ({ now }: CommandStepContext): PropertySchema => ({
  type: 'string',
  format: 'date',
  title: 'Ny dato',
  'x-title-en': 'New date',
  formatMinimum: addDays(osloDateOf(now), 1),
  formatMaximum: LAST_NEW_DATE,
  default: workingDayOnOrAfter(addDays(osloDateOf(now), DAYS_MORE)),
});

/** As for dates of facts: every reminder counted from it is within the calendar. */
const LAST_NEW_DATE = '2090-12-31';
const DAYS_MORE = 14;

/** One row for every command that a step can give, but `registerFact`, whose schema the process has. */
export const COMMAND_STEPS: Partial<Readonly<Record<CommandType, CommandStep>>> = {
  tickItem: {
    label: ({ items }, { body: { item } }) => {
      const { nb, en } = items[String(item)]?.label ?? { nb: String(item), en: String(item) };
      return { nb: `Kryss av: ${nb}`, en: `Tick: ${en}` };
    },
    input: ({ document, state }, { item }) =>
      provable(
        state,
        document.items[String(item)]?.requirement === 'LEGAL'
          ? objectSchema({
              reference: textSchema(
                'Journalnummer, dokument eller avsnitt',
                'Journal number, document or section',
                'Journalpost 2027/1234',
              ),
            })
          : objectSchema({}),
      ),
  },
  assignOwner: {
    label: always('Navngi saksbehandler', 'Name a case handler'),
    input: (context) => objectSchema({ owner: oneOf(handlers(context), OWNER) }),
  },
  nameDeputy: {
    label: always('Navngi stedfortreder', 'Name a deputy'),
    input: ({ document, state, directory }) => {
      const roles = ['saksbehandler', 'leder', 'pilotleder', 'mentor'];
      const others = eligibleStaff(document, state, directory, roles).filter((it) => it !== state.deputy);
      return objectSchema({ deputy: oneOf(others, DEPUTY) });
    },
  },
  changeContact: {
    label: always('Bytt kontaktperson', 'Change the contact person'),
    input: ({ document, state, directory }) => {
      const staff = eligibleStaff(document, state, directory, ['saksbehandler', 'leder', 'pilotleder', 'mentor']);
      return objectSchema({
        contact: oneOf(
          [state.owner, ...staff].filter((it) => it !== state.contact && it !== state.intake),
          CONTACT,
        ),
        note: textSchema(
          'Melding til entreprenøren',
          'Message to the entrepreneur',
          'Fra i dag er det jeg som er kontaktpersonen din.',
        ),
      });
    },
  },
  decideGate: {
    label: (document, { gate, body }) => (gate ? decisionWords(document, gate, body) : COMMANDS.decideGate.label),
    input: ({ document, state }) =>
      objectSchema({
        reason: document.gates[state.gate].reasonAfterAward
          ? textSchema(
              'Begrunnelse. Entreprenøren leser den etter tildelingen, eller når saken er avsluttet.',
              'Reason. The entrepreneur reads it after the award, or when the case has ended.',
              DECISION_REASON,
            )
          : textSchema('Begrunnelse. Entreprenøren leser den.', 'Reason. The entrepreneur reads it.', DECISION_REASON),
      }),
    why: always('Det som må til for å bestemme, er gjort.', 'What it takes to decide is done.'),
  },
  askDecision: {
    label: always('Be om beslutning på nytt', 'Ask for the decision again'),
    input: () =>
      objectSchema({
        note: textSchema(
          'Hva som er nytt',
          'What is new',
          'Vi har rettet det som manglet, og ber om en ny beslutning.',
        ),
      }),
    why: always('Det ble sagt nei ved beslutningspunktet.', 'The gate was refused.'),
  },
  resolveLapsed: {
    label: (_document, { body }) => LAPSED_WORDS[body['choice'] as LapsedChoice],
    input: (context, { choice }) =>
      objectSchema({
        ...(choice === 'EXTEND' && { until: newDate(context) }),
        reason: textSchema('Begrunnelse', 'Reason', 'Enheten har hatt ferie, og den nye lederen svarer denne uka.'),
      }),
    adds: ({ document, state, directory }, { choice }) =>
      choice === 'REASSIGN' ? { receivers: proposedReceivers(document, state, directory) } : {},
    why: always('Ingen svarte på overleveringen.', 'Nobody answered the handover.'),
  },
  chooseEscalated: {
    label: (_document, { body }) => ESCALATION_WORDS[body['choice'] as EscalationChoice],
    input: (context, { choice }) =>
      objectSchema({
        ...(choice === 'EXTEND' && { until: newDate(context) }),
        ...(choice === 'REASSIGN' && {
          owner: oneOf(handlers(context), OWNER),
        }),
        reason: textSchema('Begrunnelse', 'Reason', 'Saksbehandleren har vært syk. En annen svarer innen fredag.'),
      }),
    why: always('Et svar som loven krever, er ikke gitt.', 'An answer that the law asks for was not given.'),
  },
  actOn: {
    label: (_document, { body }) => MANAGER_ACT_WORDS[body['act'] as ManagerAct],
    input: (context, { act }) =>
      objectSchema({
        ...(act === 'GIVE' && {
          person: oneOf(handlers(context), PERSON),
        }),
        ...(act === 'NEW_DATE' && {
          until: newDate(context),
          reason: textSchema('Begrunnelse', 'Reason', 'Vi venter på tall fra økonomi. De kommer innen fredag.'),
        }),
      }),
    why: always('Det er ikke gjort, og lederen er varslet.', 'It was not done, and the manager is told.'),
  },
  draftHandover: {
    label: always('Skriv overleveringen', 'Draft the handover'),
    input: ({ state }) => provableParts(state, packageSchema()),
    adds: ({ document, state, directory }, { purpose }) =>
      purpose === 'PHASE' ? { receivers: proposedReceivers(document, state, directory) } : {},
    why: ({ state, directory }, { purpose }) =>
      draftReason(state, directory, purpose === 'PHASE' ? 'PHASE' : 'TRANSFER'),
  },
  sendHandover: {
    label: always('Send overleveringen', 'Send the handover'),
    why: always('Overleveringen er skrevet, men ikke sendt.', 'The handover is drafted but not sent.'),
  },
  acknowledgeHandover: {
    label: always('Bekreft mottatt overlevering', 'Acknowledge the handover'),
    why: always('Overleveringen er sendt og venter på svar.', 'The handover has been sent and awaits an answer.'),
  },
  acceptHandover: {
    label: always('Overta saken', 'Accept the handover'),
    why: always('Overleveringen er sendt og venter på svar.', 'The handover has been sent and awaits an answer.'),
  },
  askUnit: {
    label: (_document, { body: { kind } }) => ASKING[kind as QuestionKind],
    input: (context, { kind }) => askInput(context, kind as QuestionKind),
  },
  answerQuestion: {
    label: (_document, { body: { answer } }) => ANSWERING[String(answer)] ?? COMMANDS.answerQuestion.label,
    input: ({ state }, { answer }) => provable(state, answerInput(answer)),
    why: always('Enheten er spurt, og har ikke svart ennå.', 'The unit is asked and has not answered yet.'),
  },
  holdMeeting: { input: holdInput },
  cancelMeeting: { input: cancelInput },
  completeNextStep: { input: completeInput },
  answerApproval: {
    label: (_document, { body: { yes } }) => (yes ? APPROVING.yes : APPROVING.no),
    input: () => objectSchema({ reason: textSchema('Begrunnelse', 'Reason', 'Grunnen er god, og datoen er satt.') }),
    why: always('Noen har bedt om godkjenning, og venter på svaret.', 'Somebody asked for approval, and waits.'),
  },
  ...INFORMATION_STEPS,
  resume: {
    label: always('Ta saken av vent', 'Resume the case'),
    why: always('Saken er på vent.', 'The case is suspended.'),
  },
  complete: {
    label: always('Fullfør saken', 'Complete the case'),
    why: always('Evalueringen er besluttet og overlevert.', 'The evaluation is decided and handed over.'),
  },
  refer: {
    label: always('Vis videre', 'Refer elsewhere'),
    input: () =>
      objectSchema({
        to: textSchema('Hvem det vises til', 'To whom', 'Etablerertjenesten i nabokommunen'),
        reason: textSchema('Begrunnelse', 'Reason', 'Tilbudet passer ikke med det kommunen trenger nå.'),
      }),
    why: always('Det er valgt å ikke gå videre.', 'It was chosen not to go on.'),
  },
  reject: {
    label: always('Avslutt uten å gå videre', 'Close without going on'),
    input: () =>
      objectSchema({
        reason: textSchema('Begrunnelse', 'Reason', 'Tilbudet passer ikke med det kommunen trenger nå.'),
        advice: textSchema('Råd', 'Advice', 'Ta kontakt med etablerertjenesten om finansiering.'),
      }),
    why: always('Det er valgt å ikke gå videre.', 'It was chosen not to go on.'),
  },
};

const rowOf = (command: string): CommandStep => COMMAND_STEPS[command as CommandType] ?? {};

/** The words of the button for an act; a fact's way is in them, so that no two ways have the same. */
export function actLabel(document: ProcessDocument, act: Pick<Act, 'command' | 'body' | 'gate'>): Label {
  const { command, body } = act;
  if (command === 'registerFact') return factLabel(document, body);
  return rowOf(command).label?.(document, act) ?? COMMANDS[command as CommandType].label;
}

function factLabel(document: ProcessDocument, { fact, data }: Body): Label {
  const rule = document.facts[String(fact)];
  if (!rule) throw new Error(`the process has no fact ${String(fact)}`);
  const way = Object.entries((data ?? {}) as Body).flatMap(([name, value]) => {
    const labels = rule.schema.properties[name]?.['x-labels'] as Readonly<Record<string, Label>> | undefined;
    if (rule.schema.properties[name]?.['x-deadline']) return deadlineLabel(document, String(value)) ?? [];
    return labels?.[String(value)] ?? [];
  })[0];
  const { nb, en } = rule.label;
  return {
    nb: `Registrer: ${nb}${way ? ` (${way.nb})` : ''}`,
    en: `Register: ${en}${way ? ` (${way.en})` : ''}`,
  };
}

export function commandInput(context: CommandStepContext, { command, body }: Act): ObjectSchema {
  return rowOf(command).input?.(context, body) ?? objectSchema({});
}

export function addedToBody(context: CommandStepContext, { command, body }: Act): Body {
  return { ...body, ...rowOf(command).adds?.(context, body) };
}

export const commandReason = (
  context: CommandStepContext,
  { command, body }: Pick<Act, 'command' | 'body'>,
): Label | undefined => rowOf(command).why?.(context, body);

function packageSchema(): ObjectSchema {
  return objectSchema({
    status: textSchema(
      'Formål og status på én side',
      'Purpose and status on one page',
      'Formål, hva som er gjort og hvor saken står.',
    ),
    openTasks: textSchema(
      'Åpne oppgaver og løfter',
      'Open tasks and promises',
      'Ingen åpne løfter utover fristene i saken.',
    ),
    told: textSchema(
      'Hva den sosiale entreprenøren har fått vite',
      'What the entrepreneur has been told',
      'Entreprenøren vet at saken overleveres.',
    ),
    firstStep: textSchema(
      'Hva mottakeren må gjøre først, med dato',
      'What the receiver has to do first, with a date',
      'Ta kontakt med entreprenøren innen fem arbeidsdager.',
    ),
  });
}
