import { label } from '../../process/label.js';
import { about, deadline, of, until } from './event-sentences.js';
import type { EventWords } from './event-sentences.js';

/** Words of the events that deadlines make. */
export const deadlineWords: { readonly [T in DeadlineEvent]: EventWords<T> } = {
  deadlineOpened: {
    kind: 'DEADLINE',
    label: label('Ny frist', 'New deadline'),
    text: ({ deadline: opened }, names) =>
      until(about(label('Ny frist', 'New deadline'), of(opened?.id, names.deadline)), opened?.dueOn),
  },
  deadlineMoved: {
    kind: 'DEADLINE',
    label: label('Frist flyttet', 'Deadline moved'),
    text: ({ deadline: id, to }, names) =>
      until(about(label('Frist flyttet', 'Deadline moved'), of(id, names.deadline)), to),
  },
  deadlineExtended: {
    kind: 'DEADLINE',
    label: label('Frist forlenget', 'Deadline extended'),
    text: ({ deadline: id, until: day }, names) =>
      until(about(label('Frist forlenget', 'Deadline extended'), of(id, names.deadline)), day),
  },
  deadlineMet: {
    kind: 'DEADLINE',
    label: label('Frist holdt', 'Deadline met'),
    text: (data, names) =>
      deadline(
        data.late ? 'Gjort etter fristen' : 'Frist holdt',
        data.late ? 'Done after the deadline' : 'Deadline met',
      )(data, names),
  },
  deadlineReopened: {
    kind: 'DEADLINE',
    label: label('Frist gjelder igjen', 'Deadline is owed again'),
    text: deadline('Frist gjelder igjen', 'Owed again'),
  },
  deadlinePaused: {
    kind: 'DEADLINE',
    label: label('Frist satt på vent', 'Deadline on hold'),
    text: deadline('Satt på vent', 'On hold'),
  },
  deadlineResumed: {
    kind: 'DEADLINE',
    label: label('Frist løper igjen', 'Deadline runs again'),
    text: deadline('Frist løper igjen', 'Deadline runs again'),
  },
  deadlineCancelled: {
    kind: 'DEADLINE',
    label: label('Frist gjelder ikke lenger', 'Deadline no longer applies'),
    text: deadline('Frist gjelder ikke lenger', 'No longer applies'),
  },
  deadlinePassed: {
    kind: 'DEADLINE',
    label: label('Frist er ute', 'Deadline has passed'),
    text: deadline('Frist er ute', 'Deadline has passed'),
  },
  deadlineBreached: {
    kind: 'DEADLINE',
    label: label('Frist ikke holdt', 'Deadline missed'),
    text: deadline('Frist ikke holdt', 'Deadline missed'),
  },
  reminderDue: { kind: 'DEADLINE', label: label('Påminnelse', 'Reminder'), text: deadline('Påminnelse', 'Reminder') },
  escalated: {
    kind: 'DEADLINE',
    label: label('Leder varslet', 'Manager told'),
    text: deadline('Leder varslet', 'Manager told'),
  },
  escalationHeld: {
    kind: 'DEADLINE',
    label: label('Varsel til leder venter', 'Telling the manager waits'),
    text: deadline('Varsel til leder venter', 'Telling the manager waits'),
  },
};

type DeadlineEvent =
  | 'deadlineOpened'
  | 'deadlineMoved'
  | 'deadlineExtended'
  | 'deadlineMet'
  | 'deadlineReopened'
  | 'deadlinePaused'
  | 'deadlineResumed'
  | 'deadlineCancelled'
  | 'deadlinePassed'
  | 'deadlineBreached'
  | 'reminderDue'
  | 'escalated'
  | 'escalationHeld';
