import { label } from '../../process/label.js';
import { dayText } from './day-text.js';
import type { EventBodies, EventType } from '../events.js';
import type { Label } from '../../process/process-document.js';

/** What the ids in an event are called. */
export interface EventNames {
  readonly person: (id: string) => string;
  readonly unit: (id: string) => string;
  readonly fact: (id: string) => Label;
  readonly item: (id: string) => Label;
  readonly gate: (id: string) => Label;
  readonly phase: (id: string) => Label;
  readonly role: (id: string) => Label;
  readonly route: (id: string) => Label;
  /** The label of a kind of meeting. */
  readonly meeting: (template: string) => Label;
  /** The label of a deadline of the case by its id. */
  readonly deadline: (id: string) => Label;
  /** The names of those who receive a handover of the case, each once. */
  readonly receivers: (handover: string) => string;
  /** The name of the receiver in a place of a handover, counted from 0. */
  readonly receiver: (handover: string, place: number) => string | undefined;
  /** What a person wrote that is asked for, and what was agreed; without words where they are not known. */
  readonly asked: (request: string, item: number) => Label | undefined;
  readonly agreed: (step: string) => Label | undefined;
}

export const EVENT_KINDS = [
  'CASE',
  'PEOPLE',
  'FACT',
  'CHECKLIST',
  'DECISION',
  'HANDOVER',
  'QUESTION',
  'MEETING',
  'DEADLINE',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface EventWords<T extends EventType> {
  readonly kind: EventKind;
  readonly label: Label;
  /** A sentence; what the reader may not see is missing in `data`, and then in the sentence. Without it the label says all. */
  readonly text?: (data: Shown<EventBodies[T]>, names: EventNames) => Label;
}

type Shown<Data> = { readonly [Name in keyof Data]?: Data[Name] };

/** The word, then a colon and what it is about, where that is known. */
export const about = (word: Label, what: Label | undefined): Label =>
  what === undefined ? word : label(`${word.nb}: ${what.nb}`, `${word.en}: ${what.en}`);

export const same = (text: string): Label => label(text, text);

export const of = <Id, Name>(id: Id | undefined, name: (id: Id) => Name): Name | undefined =>
  id === undefined ? undefined : name(id);

/** A word about a deadline of the case, such as «Frist holdt: Første kontakt». */
export const deadline =
  (nb: string, en: string) =>
  ({ deadline: id }: { readonly deadline?: string }, names: EventNames): Label =>
    about(label(nb, en), of(id, names.deadline));

/** A sentence that begins with the receiver who acted; the label where nobody is known. */
export const whoReceives =
  (without: Label, nb: string, en: string) =>
  ({ handover, receiver }: { readonly handover?: string; readonly receiver?: number }, names: EventNames): Label => {
    const name = handover === undefined || receiver === undefined ? undefined : names.receiver(handover, receiver);
    return name === undefined ? without : label(`${name} ${nb}`, `${name} ${en}`);
  };

export const byReceiver =
  (nb: string, en: string) =>
  ({ handover }: { readonly handover?: string }, names: EventNames): Label =>
    about(
      label(nb, en),
      of(handover, (id) => same(names.receivers(id))),
    );

export function inRole(party: string | undefined, role: string | undefined, names: EventNames): Label | undefined {
  if (party === undefined || role === undefined) return undefined;
  const { nb, en } = names.role(role);
  return label(`${names.person(party)}, ${nb}`, `${names.person(party)}, ${en}`);
}

export function listed(parts: readonly Label[]): Label | undefined {
  if (parts.length === 0) return undefined;
  return label(parts.map(({ nb }) => nb).join(', '), parts.map(({ en }) => en).join(', '));
}

export function onDay(text: Label, day: string | undefined): Label {
  return day === undefined ? text : label(`${text.nb}, ${dayText(day).nb}`, `${text.en}, ${dayText(day).en}`);
}

export function until(text: Label, day: string | undefined): Label {
  return day === undefined ? text : label(`${text.nb}, til ${dayText(day).nb}`, `${text.en}, until ${dayText(day).en}`);
}
