import { dayText } from '#domain/model/words/day-text.js';
import type { z } from 'zod';
import { isOwed } from '#domain/deadline/owed.js';
import { isPromise, promiseState } from '#domain/model/promise.js';
import { debtor } from '#domain/deadline/debtor-creditor.js';
import { nextSteps } from '#domain/next/next-steps.js';
import { receiverChoices } from '#domain/next/proposed-receivers.js';
import { HANDOVER_PARTS } from '#domain/model/handover-parts.js';
import type { HandoverPart } from '#domain/model/handover-parts.js';
import type { Deadline, Fact } from '#domain/model/case.js';
import { informationWith, isLacking } from '#domain/model/information.js';
import { stepWith } from '#domain/model/meetings.js';
import type { FilledPart } from '#domain/process/process-document.js';
import type { handoverPrefill } from '#contracts/http/cases/handover.js';
import { awayView, personView, unitName } from '../../people/person-view.js';
import { balances } from '../views/balances.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { labelOf } from '../views/case-context.js';
import type { CaseContext } from '../views/case-context.js';
import { gapsOf } from '../views/handover-view.js';
import { riskViews } from '../views/risk-view.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';

type Prefill = z.infer<typeof handoverPrefill>;
type Row = NonNullable<Prefill['parts'][number]['rows']>[number];
interface Filled {
  readonly source: Prefill['parts'][number]['source'];
  readonly text?: string;
  readonly rows?: readonly Row[];
}

/** The newest of a long log; the timeline has the rest. */
const MOST_ROWS = 20;

/**
 * The package of the next handover, with what the case knows filled in. What only people know is left open, also where the case has a
 * proposal.
 */
export function prefillView(context: CaseContext, toPhase: Prefill['toPhase']): Prefill {
  const { state, texts, language } = context;
  const fill = FILL as Readonly<Record<string, (context: CaseContext) => Filled>>;
  const previous = state.handovers.findLast(({ receivers }) => receivers.some(({ gaps }) => gaps !== undefined));
  const gaps = (previous?.receivers ?? []).flatMap((it) => (it.gaps === undefined ? [] : gapsOf(texts, it.gaps)));
  const parts = (Object.keys(HANDOVER_PARTS) as HandoverPart[]).map((key) => {
    const { title, required } = HANDOVER_PARTS[key];
    const isByPeople = 'byPeople' in HANDOVER_PARTS[key];
    const { source, text, rows } = fill[key]?.(context) ?? { source: 'people' as const };
    const isOpen = isByPeople || ((text ?? '') === '' && (rows ?? []).length === 0);
    return {
      key,
      title: title[language],
      required,
      source: isOpen ? ('people' as const) : source,
      ...(text !== undefined && text !== '' && { text }),
      ...(rows && rows.length > 0 && { rows: rows.slice(-MOST_ROWS) }),
      ...(isOpen && { gap: (required ? TO_WRITE : TO_WRITE_OR_NONE)[language] }),
    };
  });
  return { ...(toPhase !== undefined && { toPhase }), gaps, receivers: receiversOf(context), parts };
}

function receiversOf({ document, state, whole, directory, now, language }: CaseContext): Prefill['receivers'] {
  return receiverChoices(document, state, directory).map(({ capacity, choices }) => ({
    capacity,
    label: document.capacities[capacity]?.[language] ?? capacity,
    choices: choices.map(({ unit, person }) => {
      const away = awayView(directory, whole, person, osloDateOf(now));
      return {
        unit,
        unitName: unitName(directory, unit),
        person,
        personName: personView(directory, person).name,
        ...(away && { away }),
      };
    }),
  }));
}

const TO_WRITE = { nb: 'Saken vet ikke dette. Skriv det.', en: 'The case does not know this. Write it.' };
const TO_WRITE_OR_NONE = {
  nb: 'Saken vet ikke dette. Skriv det, eller si hvorfor det ikke er noe.',
  en: 'The case does not know this. Write it, or say why there is none.',
};

const FILL: Partial<Record<HandoverPart, (context: CaseContext) => Filled>> = {
  status: ({ title, state, document, language }) => {
    const phase = labelOf(document.phases[state.phase], state.phase, language);
    const since = dayText(osloDateOf(state.phaseSince));
    return {
      source: 'case',
      text: {
        nb: `${title}. I fasen ${phase} siden ${since.nb}.`,
        en: `${title}. In the phase ${phase} since ${since.en}.`,
      }[language],
    };
  },
  need: ({ enquiry }) => ({ source: 'case', text: enquiry?.description ?? '' }),
  agreements: (context) => ({ source: 'facts', rows: factRows(context, isOfPart(context, 'agreements')) }),
  openTasks: (context) => ({ source: 'deadlines', rows: taskRows(context) }),
  dialogue: (context) => ({ source: 'facts', rows: factRows(context, isOfPart(context, 'dialogue')) }),
  economy: (context) => ({ source: 'balances', rows: economyRows(context) }),
  contacts: (context) => ({ source: 'case', rows: contactRows(context) }),
  risks: ({ state, directory, now, overloaded, language }) => ({
    source: 'case',
    rows: riskViews(state, { directory, on: osloDateOf(now), overloaded }, language).map(({ label }) => ({ label })),
  }),
  privacy: (context) => ({ source: 'facts', rows: factRows(context, isOfPart(context, 'privacy')) }),
  effect: (context) => ({ source: 'facts', rows: factRows(context, isOfPart(context, 'effect')) }),
  told: (context) => ({
    source: 'facts',
    rows: [
      ...factRows(context, ({ fact }) => context.document.facts[fact]?.aspect === 'shared'),
      ...promiseRows(context),
    ],
  }),
  firstStep: ({ document, state, directory, now, language }) => {
    const [first] = nextSteps(document, state, directory, now).filter(({ command }) => command !== 'draftHandover');
    return { source: 'case', rows: first ? [{ label: first.label[language] }] : [] };
  },
};

/** What the process files under this part. */
const isOfPart =
  ({ document: { facts } }: CaseContext, part: FilledPart) =>
  ({ fact }: Fact): boolean =>
    facts[fact]?.part === part;

function factRows(
  { document, state, directory, language }: CaseContext,
  isWanted: (fact: Fact) => boolean,
): readonly Row[] {
  return state.facts
    .filter((fact) => !fact.retracted && isWanted(fact))
    .map(({ fact, on, by }) => ({
      label: labelOf(document.facts[fact], fact, language),
      on,
      ...(by !== null && { who: personView(directory, by).name }),
    }));
}

function promiseRows({ document, state, language }: CaseContext): readonly Row[] {
  return state.deadlines
    .filter((it) => isPromise(it) && it.state !== 'CANCELLED')
    .map((promise) => {
      const text = document.deadlines[promise.kind]?.promise?.[language] ?? promise.kind;
      const { metAt, dueOn } = promise;
      const isMissed = promiseState(promise) === 'MISSED';
      return metAt !== undefined && !isMissed
        ? { label: `${text} (${KEPT[language]})`, on: osloDateOf(metAt) }
        : { label: `${text} (${(isMissed ? MISSED : PROMISED)[language]})`, on: dueOn };
    });
}

const KEPT = { nb: 'holdt', en: 'kept' };
const MISSED = { nb: 'ikke holdt, lovet til', en: 'not kept, promised by' };
const PROMISED = { nb: 'lovet til', en: 'promised by' };

function taskRows({ document, state, directory, language, now, texts }: CaseContext): readonly Row[] {
  return state.deadlines.filter(isOwed).map((deadline) => {
    const { user } = debtor(document, state, deadline, osloDateOf(now));
    return {
      label: `${labelOf(document.deadlines[deadline.kind], deadline.kind, language)}${writtenWords(deadline, { state, texts })}`,
      on: deadline.dueOn,
      ...(user !== undefined && { who: personView(directory, user).name }),
    };
  });
}

/** What was agreed or is asked for, where the task is to do that. */
function writtenWords({ basis: { about } }: Deadline, { state, texts }: Pick<CaseContext, 'state' | 'texts'>): string {
  const step = about?.kind === 'step' ? stepWith(state, about.id) : undefined;
  const request = about?.kind === 'information' ? informationWith(state, about.id) : undefined;
  const keys = step ? [step.what] : (request?.items ?? []).filter(isLacking).map(({ what }) => what);
  const written = keys.map((key) => texts.get(key)).filter((it): it is string => typeof it === 'string');
  return written.length > 0 ? `: ${written.join('; ')}` : '';
}

function economyRows({ document, state, now, language }: CaseContext): readonly Row[] {
  const { hours, aid } = balances(document, state, now);
  const amounts = state.facts
    .filter(({ retracted }) => !retracted)
    .flatMap(({ fact, on, data }) =>
      Object.entries(data).flatMap(([name, value]) => {
        const property = document.facts[fact]?.schema.properties[name];
        return property?.['x-amount'] === 'NOK' && typeof value === 'number'
          ? [
              {
                label: `${labelOf(document.facts[fact], fact, language)}: ${titleOf(property, language)}`,
                on,
                amountNok: value,
              },
            ]
          : [];
      }),
    );
  return [
    ...(hours ? [{ label: { nb: 'Timer igjen', en: 'Hours left' }[language], number: hours.left }] : []),
    ...(aid ? [{ label: { nb: 'Offentlig støtte', en: 'State aid' }[language], amountNok: aid.nok }] : []),
    ...amounts,
  ];
}

/** What a field is called in the reader's language. */
const titleOf = (property: Readonly<Record<string, unknown>>, language: Language): string =>
  String(language === 'en' ? property['x-title-en'] : property.title);

function contactRows({ state, directory, enquiry, organisation, language }: CaseContext): readonly Row[] {
  const named = [
    { label: { nb: 'Saksansvarlig', en: 'Owner' }, id: state.owner },
    { label: { nb: 'Kontaktperson', en: 'Contact' }, id: state.contact },
    { label: { nb: 'Stedfortreder', en: 'Deputy' }, id: state.deputy },
  ].flatMap(({ label, id }) => (id === null ? [] : [{ label: label[language], ...whoOf(id) }]));
  function whoOf(id: string) {
    const { name, unit } = personView(directory, id);
    return { who: name, unit: unitName(directory, unit) };
  }
  const outside = enquiry?.contactName ?? null;
  return [...named, ...(outside === null ? [] : [{ label: organisation?.name ?? '', who: outside }])];
}
