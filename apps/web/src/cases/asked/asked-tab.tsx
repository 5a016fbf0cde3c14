import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../case/case-query.js';
import { DoneStrip, useDone } from '../command/done-strip.js';
import { ApprovalRows } from './approval-rows.js';
import { FormButtons } from '../command/form-buttons.js';
import { formsAbout, formsQuery } from '../command/forms-query.js';
import { InformationRows } from './information-rows.js';
import { MeetingRows } from './meeting-rows.js';
import { QuestionRows } from './question-rows.js';
import type { AskedProps } from './row.js';
import './asked.css';

/** What is asked in a case: of units, of the entrepreneur, in meetings and of managers; who owes the answer, and by when. */
export function AskedTab(): ReactNode {
  const { t } = useTranslation();
  const shown = useCase();
  const { done, setDone } = useDone();
  const { data: forms = [] } = useQuery(formsQuery(shown));
  const onTaken: AskedProps['onTaken'] = (taken) => setDone({ taken, canUndo: false });
  const props: AskedProps = { shown, forms, onTaken };
  const sections = [
    { key: 'questions', asks: ['askUnit'], count: shown.questions.length, rows: <QuestionRows {...props} /> },
    {
      key: 'information',
      asks: ['requestInformation'],
      count: shown.information.length,
      rows: <InformationRows {...props} />,
    },
    { key: 'meetings', asks: ['planMeeting'], count: shown.meetings.length, rows: <MeetingRows {...props} /> },
    { key: 'approvals', asks: [], count: shown.approvals.length, rows: <ApprovalRows {...props} /> },
  ] as const;
  const unplanned = forms.filter(({ command, body }) => command === 'holdMeeting' && !('meeting' in body));
  return (
    <>
      <DoneStrip done={done} onUndone={() => setDone(undefined)} />
      {sections.map(({ key, asks, count, rows }) => (
        <section key={key} className="section" aria-labelledby={key}>
          <h2 id={key}>
            {t(`asked.${key}`)} <span className="section__count">{count}</span>
          </h2>
          {count === 0 && <p>{t(`asked.none.${key}`)}</p>}
          {rows}
          <FormButtons
            caseId={shown.id}
            version={shown.version}
            forms={[...formsAbout(forms, asks), ...(key === 'meetings' ? unplanned : [])]}
            onTaken={onTaken}
          />
        </section>
      ))}
    </>
  );
}
