import { osloDateOf } from '../../calendar/oslo-time.js';
import { asksForRole, openQuestions, questionWith } from '../../model/questions.js';
import { refuse } from '../../model/refusal.js';
import { isAsked, leadsUnit } from '../../policy/permits.js';
import { appendEvent } from '../event-buffer.js';
import { refuseBeyondCalendar, refuseDayOff } from './give-new-date.js';
import type { Case } from '../../model/case.js';
import type { Asked, Question } from '../../model/asked.js';
import type { QuestionKind } from '../../process/question-kinds.js';
import type { Command, CommandBodies } from '../../model/command.js';
import type { EventBuffer } from '../event-buffer.js';
import type { Refusal } from '../../model/refusal.js';
import type { CommandDefinitions, PersonOrUnitRef } from './command-definition.js';

/** Questions to units: advice, a role that a unit takes, a legal clarification. They move no accountability. */
export const questionCommands: CommandDefinitions<'askUnit' | 'answerQuestion' | 'redirectQuestion'> = {
  askUnit: {
    label: { nb: 'Spør en enhet', en: 'Ask a unit' },
    refs: askedRefs,
    handle(buffer, command, { unit, person, kind, question: text, answerBy }) {
      const { state, now } = buffer;
      const asked = { unit, ...(person !== undefined && { person }) };
      const refusal =
        refuseDate(answerBy, osloDateOf(now)) ??
        refusePerson(command, kind, asked) ??
        refuseAskedAlready(state, kind, unit);
      if (refusal) return refusal;
      const id = `q${(state.questions ?? []).length + 1}`;
      const from = { unit: state.unit, person: command.by.user };
      appendEvent(buffer, 'unitAsked', { question: id, ...asked, kind, text, answerBy, from });
      return null;
    },
  },

  answerQuestion: {
    label: { nb: 'Svar på spørsmålet', en: 'Answer the question' },
    handle(buffer, command, { question: id, answer, conditions, text, proof }) {
      const question = questionToAnswer(buffer, command, id);
      if ('code' in question) return question;
      const refusal = refuseAnswer(question, command, answer, text);
      if (refusal) return refusal;
      appendEvent(buffer, 'questionAnswered', {
        question: id,
        answer,
        ...(conditions !== undefined && { conditions }),
        ...(text !== undefined && { text }),
        ...(proof && { proof }),
      });
      return null;
    },
  },

  redirectQuestion: {
    label: { nb: 'Send spørsmålet videre', en: 'Redirect the question' },
    refs: askedRefs,
    handle(buffer, command, { question: id, unit, person, reason }) {
      const question = questionToAnswer(buffer, command, id);
      if ('code' in question) return question;
      const to = { unit, ...(person !== undefined && { person }) };
      const refusal = refuseRedirect(question, to) ?? refusePerson(command, question.kind, to);
      if (refusal) return refusal;
      const from = { unit: question.unit, ...(question.person !== undefined && { person: question.person }) };
      appendEvent(buffer, 'questionRedirected', { question: id, ...to, from, reason });
      return null;
    },
  },
};

function askedRefs({ unit, person }: Asked): readonly PersonOrUnitRef[] {
  const inUnit = { pointer: '/unit', id: unit, kind: 'unit' } as const;
  return person === undefined ? [inUnit] : [inUnit, { pointer: '/person', id: person, kind: 'staff' }];
}

function refuseDate(answerBy: string, today: string): Refusal | null {
  if (answerBy < today)
    return refuse('in-the-past', {
      nb: 'Svarfristen kan ikke ligge bak i tid.',
      en: 'The answer cannot be due in the past.',
    });
  return refuseBeyondCalendar(answerBy) ?? refuseDayOff(answerBy);
}

/** A question about a role goes to somebody who can bind the unit. */
function refusePerson({ people }: Command, kind: QuestionKind, { unit, person }: Asked): Refusal | null {
  const named = person === undefined ? undefined : people[person];
  if (!named) return null;
  if (asksForRole(kind)) {
    return leadsUnit(named, unit)
      ? null
      : refuse('unknown-person', {
          nb: `«${person}» leder ikke enheten, og kan ikke svare for den. Spør enheten, så svarer lederen.`,
          en: `"${person}" does not lead the unit and cannot answer for it. Ask the unit, and its leader answers.`,
        });
  }
  if (named.unit === unit || named.grants.some((grant) => grant.unit === unit)) return null;
  return refuse('unknown-person', {
    nb: `«${person}» arbeider ikke i enheten som blir spurt.`,
    en: `"${person}" does not work in the unit that is asked.`,
  });
}

function refuseAskedAlready(state: Case, kind: QuestionKind, unit: string): Refusal | null {
  const open = openQuestions(state).find((question) => question.kind === kind && question.unit === unit);
  return open && asksForRole(kind)
    ? refuse(
        'superseded',
        {
          nb: 'Enheten er alt spurt om dette, og har ikke svart ennå.',
          en: 'The unit is already asked this and has not answered yet.',
        },
        {
          command: 'answerQuestion',
          role: 'asked',
          text: { nb: 'Enheten svarer på spørsmålet.', en: 'The unit answers the question.' },
        },
        { question: open.id },
      )
    : null;
}

/** The open question, when this person was asked it. */
function questionToAnswer({ state }: EventBuffer, { by }: Command, id: string): Question | Refusal {
  const question = questionWith(state, id);
  if (!question)
    return refuse('not-found', { nb: `Saken har ikke noe spørsmål «${id}».`, en: `The case has no question "${id}".` });
  if (!isAsked(by, question)) {
    const { unit, person } = question;
    return refuse(
      'not-yours',
      { nb: 'Spørsmålet er stilt til en annen.', en: 'The question is asked of somebody else.' },
      undefined,
      { asked: { unit, person } },
    );
  }
  return question.answer
    ? refuse('superseded', { nb: 'Spørsmålet er besvart.', en: 'The question is answered.' }, undefined, {
        answered: question.answer.at,
      })
    : question;
}

function refuseAnswer(
  { kind, unit }: Question,
  { by }: Command,
  answer: CommandBodies['answerQuestion']['answer'],
  text: string | undefined,
): Refusal | null {
  if (answer === 'TEXT' && text === undefined)
    return refuse('out-of-range', { nb: 'Svaret mangler tekst.', en: 'The answer has no text.' });
  if (!asksForRole(kind)) return null;
  if (answer === 'TEXT')
    return refuse('out-of-range', {
      nb: 'Enheten svarer ja eller nei på dette spørsmålet.',
      en: 'The unit answers yes or no to this question.',
    });
  return leadsUnit(by, unit)
    ? null
    : refuse(
        'not-yours',
        { nb: 'Lederen for enheten svarer for den.', en: 'The leader of the unit answers for it.' },
        undefined,
        { asked: { unit } },
      );
}

function refuseRedirect(question: Question, to: Asked): Refusal | null {
  const { from, unit, person, redirected } = question;
  if (to.person === from.person || (to.person === undefined && to.unit === from.unit))
    return refuse(
      'same-person',
      {
        nb: 'Spørsmålet kan ikke sendes tilbake til den som stilte det. Svar på det i stedet.',
        en: 'The question cannot be sent back to the person who asked it. Answer it instead.',
      },
      {
        command: 'answerQuestion',
        role: 'asked',
        text: { nb: 'Svar på spørsmålet.', en: 'Answer the question.' },
      },
    );
  if (redirected)
    return refuse(
      'superseded',
      {
        nb: 'Spørsmålet er alt sendt videre én gang. Svar på det, eller si hvem som bør spørres.',
        en: 'The question has already been passed on once. Answer it, or say who should be asked.',
      },
      {
        command: 'answerQuestion',
        role: 'asked',
        text: { nb: 'Svar på spørsmålet.', en: 'Answer the question.' },
      },
    );
  return to.unit === unit && to.person === person
    ? refuse('same-person', { nb: 'Spørsmålet er alt stilt dit.', en: 'The question is already asked there.' })
    : null;
}
