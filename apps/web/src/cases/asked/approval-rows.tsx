import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { dayOfMonth, longDay } from '../../words/dates.js';
import { formsAbout } from '../command/forms-query.js';
import { Quote, Row } from './row.js';
import type { AskedProps } from './row.js';

/** What somebody has asked a manager to approve, and the answer. */
export function ApprovalRows(props: AskedProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { approvals } = props.shown;
  if (approvals.length === 0) return null;
  return (
    <ul className="card">
      {approvals.map(({ id, kind, reason, askedAt, askedBy, approver, answer, lapsedAt, resumeOn, until }) => (
        <Row
          key={id}
          {...props}
          forms={formsAbout(props.forms, ['answerApproval'], { approval: id })}
          title={t(`asked.approval.${kind}`, { day: longDay(resumeOn ?? until ?? askedAt, now) })}
          facts={[
            askedBy && t('asked.askedBy', { name: askedBy.name, day: dayOfMonth(askedAt, now) }),
            !answer && !lapsedAt && t('asked.owes', { name: approver.person?.name ?? approver.unitName }),
          ]}
        >
          <Quote>{reason}</Quote>
          {answer && (
            <>
              <p>
                <strong>{t(answer.yes ? 'asked.approved' : 'asked.refused')}</strong>{' '}
                <span className="soft">
                  {t('checklist.by', { name: answer.by?.name ?? '', day: dayOfMonth(answer.at, now) })}
                </span>
              </p>
              <Quote>{answer.reason}</Quote>
            </>
          )}
          {lapsedAt && <p>{t('asked.lapsed', { day: dayOfMonth(lapsedAt, now) })}</p>}
        </Row>
      ))}
    </ul>
  );
}
