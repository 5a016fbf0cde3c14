import { Button, Field, Input, Label, Radio, Fieldset, Select } from '@digdir/designsystemet-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { AsyncView } from '../../ui/async-view.js';
import { shortDay } from '../../words/dates.js';
import { Refusal } from '../command/refusal.js';
import { useCase } from './case-query.js';
import { uploadFile } from '../../api/upload-file.js';

type Document = Schemas['Document'];
type Kind = Schemas['DocumentInput']['kind'];

const KINDS = [
  'AGREEMENT',
  'PLAN',
  'BUDGET',
  'REPORT',
  'MEMO',
  'MINUTES',
  'CERTIFICATE',
  'PHOTO',
  'OTHER',
] as const satisfies readonly Kind[];

/** The documents of the case, and a form that adds one. */
export function DocumentsTab(): ReactNode {
  const { t } = useTranslation();
  const { id } = useCase();
  const query = useQuery({
    queryKey: ['documents', id],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/documents', { params: { path: { id }, query: { order: 'desc' } } }),
      ),
  });
  return (
    <section className="section" aria-labelledby="documents">
      <h2 id="documents">{t('case.tab.documents')}</h2>
      <AddDocument caseId={id} />
      <AsyncView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('documents.none')}</p>
          ) : (
            <ul className="card">
              {items.map((document) => (
                <Row key={document.id} document={document} />
              ))}
            </ul>
          )
        }
      </AsyncView>
    </section>
  );
}

function Row({ document }: { readonly document: Document }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { title, kind, seenBy, by, at, latest, withdrawn } = document;
  return (
    <li className="document">
      <h3>{latest.content === null ? title : <a href={latest.content}>{title}</a>}</h3>
      <p className="matter__case">
        {[
          t(`documents.kind.${kind}`),
          t('documents.by', { name: by.name, day: shortDay(at, now) }),
          t(`documents.seenBy.${seenBy}`),
        ].join(' · ')}
      </p>
      {withdrawn && <p className="small">{t('documents.withdrawn', { reason: withdrawn.reason })}</p>}
    </li>
  );
}

/** A file is sent in parts, so that a broken line only makes it wait; then it becomes a document with a title. */
function AddDocument({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [title, setTitle] = useState('');
  const [percent, setPercent] = useState<number>();
  const [error, setError] = useState<Error | null>(null);
  const add = async (data: FormData): Promise<void> => {
    const file = data.get('file');
    if (!(file instanceof File) || file.size === 0) return setError(new Error(t('documents.chooseFile')));
    setError(null);
    try {
      const upload = await uploadFile(caseId, file, setPercent);
      await answerOf(
        api.POST('/api/v1/collaborations/{id}/documents', {
          params: { path: { id: caseId } },
          body: {
            file: upload,
            title: title.trim() || file.name,
            kind: data.get('kind') as Kind,
            visibility: data.get('visibility') as 'INTERNAL' | 'SHARED',
          },
        }),
      );
      form.current?.reset();
      setTitle('');
      await client.invalidateQueries();
    } catch (failed) {
      setError(failed instanceof Error ? failed : new Error(String(failed)));
    } finally {
      setPercent(undefined);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (percent === undefined) void add(new FormData(event.currentTarget));
  };
  return (
    <details className="add">
      <summary>{t('documents.add')}</summary>
      <form ref={form} className="schema-form card card--padded" onSubmit={submit}>
        <Field data-size="sm">
          <Label>{t('documents.file')}</Label>
          <Input
            type="file"
            name="file"
            onChange={({ target }) =>
              setTitle((already) => already || (target.files?.[0]?.name.replace(/\.\w+$/, '') ?? ''))
            }
          />
        </Field>
        <Field data-size="sm">
          <Label>{t('documents.title')}</Label>
          <Input value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field data-size="sm">
          <Label>{t('documents.kindOf')}</Label>
          <Select name="kind" defaultValue="OTHER">
            {KINDS.map((kind) => (
              <Select.Option key={kind} value={kind}>
                {t(`documents.kind.${kind}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Fieldset data-size="sm">
          <Fieldset.Legend>{t('documents.whoSees')}</Fieldset.Legend>
          <Radio name="visibility" value="INTERNAL" label={t('documents.seenBy.MUNICIPALITY')} defaultChecked />
          <Radio name="visibility" value="SHARED" label={t('documents.seenBy.BOTH')} />
        </Fieldset>
        <div className="schema-form__do">
          <Button type="submit" aria-busy={percent !== undefined}>
            {percent === undefined ? t('documents.addThis') : t('documents.sending', { percent })}
          </Button>
        </div>
        <Refusal error={error} />
      </form>
    </details>
  );
}
