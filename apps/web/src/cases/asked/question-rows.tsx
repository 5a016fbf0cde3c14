import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { dayOfMonth } from '../../words/dates.js';
import { formsAbout } from '../command/forms-query.js';
import { Quote, Row } from './row.js';
import type { AskedProps } from './row.js';

/** Questions to units: those without an answer first. */
export function QuestionRows(props: AskedProps): ReactNode {
  const questions = [...props.shown.questions].sort((a, b) => Number(Boolean(a.answer)) - Number(Boolean(b.answer)));
  if (questions.length === 0) return null;
  return (
    <ul className="card">
      {questions.map((question) => (
        <QuestionRow key={question.id} {...props} question={question} />
      ))}
    </ul>
  );
}

function QuestionRow({ question, ...props }: AskedProps & { readonly question: Schemas['Question'] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { id, kind, question: text, answerBy, askedAt, askedBy, redirected, answer, unitName, personName } = question;
  return (
    <Row
      {...props}
      forms={formsAbout(props.forms, ['answerQuestion', 'redirectQuestion'], { question: id })}
      title={text}
      due={answer ? undefined : answerBy}
      facts={[
        t(`asked.kind.${kind}`),
        t('asked.askedBy', { name: askedBy.name, day: dayOfMonth(askedAt, now) }),
        answer ? undefined : t('asked.owes', { name: personName ?? unitName }),
      ]}
    >
      {redirected && (
        <p className="small">
          {t('asked.redirected', { name: redirected.from.personName ?? redirected.from.unitName })}{' '}
          <bdi>«{redirected.reason}»</bdi>
        </p>
      )}
      {answer && (
        <>
          <p>
            <strong>{t(`asked.answer.${answer.answer}`)}</strong>{' '}
            <span className="soft">
              {t('checklist.by', { name: answer.by?.name ?? unitName, day: dayOfMonth(answer.at, now) })}
            </span>
          </p>
          {answer.text && <Quote>{answer.text}</Quote>}
          {answer.conditions && <Quote>{t('handover.conditions', { conditions: answer.conditions })}</Quote>}
        </>
      )}
    </Row>
  );
}
