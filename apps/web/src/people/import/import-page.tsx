import { Button, Field, Input, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { ConfirmButton } from '../../ui/confirm-button.js';
import { Refusal } from '../../ui/refusal.js';
import { useChange } from '../../ui/use-change.js';
import { ImportReport } from './import-report.js';
import { sheetIn } from './read-sheet.js';

type Report = Schemas['ImportReport'];

const take = (csv: string, dryRun: boolean, key: string): Promise<Report> =>
  answerOf(
    api.POST('/api/v1/people/import', { params: { header: { 'Idempotency-Key': key } }, body: { csv, dryRun } }),
  );

/** A sheet of people: tried first, line by line, and taken in when no line is refused. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation();
  const [csv, setCsv] = useState('');
  const [read, setRead] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [written, setWritten] = useState<Report>();
  const tried = useChange<string, Report>((text, key) => take(text, true, key));
  const change = (text: string): void => {
    setCsv(text);
    setFault(undefined);
    setWritten(undefined);
    tried.reset();
  };
  const readFile = async (file: File): Promise<void> => {
    const sheet = sheetIn(new Uint8Array(await file.arrayBuffer()));
    change(sheet.kind === 'text' ? sheet.text : '');
    if (sheet.kind === 'workbook') setFault(t('import.isWorkbook'));
    setRead(sheet.kind === 'text' ? t(sheet.isOld ? 'import.readOld' : 'import.read', { name: file.name }) : undefined);
  };
  const tryOut = (): void => {
    if (csv.trim() === '') setFault(t('import.empty'));
    else tried.mutate(csv);
  };
  const report = written ?? tried.data;
  const isTakeable = tried.data && !written && tried.data.rows.every(({ outcome }) => outcome !== 'REFUSED');
  return (
    <>
      <p>
        <Link to="/admin/folk">{t('person.back')}</Link>
      </p>
      <h2>{t('import.title')}</h2>
      <p className="lead soft">{t('import.lead')}</p>
      <div className="stack">
        <Field data-size="sm">
          <Label>{t('import.file')}</Label>
          <Field.Description>{t('import.fileHelp')}</Field.Description>
          <Input
            type="file"
            accept=".csv,.txt,.tsv,.xlsx,.xls"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void readFile(file);
            }}
          />
        </Field>
        <p role="status" className="soft small">
          {read}
        </p>
        <Field data-size="sm">
          <Label>{t('import.text')}</Label>
          <Textarea
            className="code-block"
            rows={8}
            value={csv}
            aria-invalid={fault !== undefined}
            onChange={(event) => {
              setRead(undefined);
              change(event.target.value);
            }}
          />
          {fault && <ValidationMessage>{fault}</ValidationMessage>}
        </Field>
        <div className="actions">
          <Button variant={isTakeable ? 'secondary' : 'primary'} aria-busy={tried.isPending} onClick={tryOut}>
            {t('import.dry')}
          </Button>
        </div>
        <Refusal error={tried.error} />
        {report && <ImportReport report={report} />}
        {isTakeable && (
          <div className="actions">
            <ConfirmButton
              label={t('import.go')}
              question={t('import.goQuestion')}
              send={async (key) => setWritten(await take(csv, false, key))}
            />
          </div>
        )}
      </div>
    </>
  );
}
