import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { SendingFailed } from '../parts/answer-view.js';
import { untilKnown, useAttempts } from '../../api/attempts.js';
import { answerDraft, useDraft } from '../parts/draft.js';
import { TextField } from '../parts/text-field.js';
import { ChosenFiles } from './chosen-files.js';
import type { Case } from './queries.js';
import { useUploads } from './use-uploads.js';
import type { UploadedFile } from './use-uploads.js';

interface AnswerFormProps {
  readonly shown: Case;
  readonly request: string;
  readonly item: Case['information'][number]['items'][number];
  /** Chosen before the form was opened. */
  readonly files: readonly File[];
  /** By pressing a button; otherwise it stands open because words were kept. */
  readonly isOpened: boolean;
  readonly done: () => void;
  readonly cancel: () => void;
}

const TITLE_LENGTH = 120;

/** Words, files, or both, for one thing that was asked for. */
export function AnswerForm({ shown, request, item, files, isOpened, done, cancel }: AnswerFormProps): ReactNode {
  const { t } = useTranslation();
  const [text, setText, forget] = useDraft(answerDraft(shown.number, request, item.item), '');
  const [isEmpty, setEmpty] = useState(false);
  const uploads = useUploads(shown.id, files);
  const place = useRef<HTMLFormElement>(null);
  const send = useAnswer({ shown, request, item }, () => {
    forget();
    done();
  });
  const takesFocus = isOpened && files.length === 0;
  useEffect(() => {
    if (takesFocus) place.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const ready = uploads.files.filter(({ upload }) => upload !== undefined);
    const hasNothing = text.trim() === '' && ready.length === 0;
    setEmpty(hasNothing && !uploads.isUnderWay);
    if (!hasNothing && !uploads.isUnderWay && !send.isPending) send.mutate({ text: text.trim(), ready });
  };
  return (
    <form ref={place} className="block" onSubmit={submit} noValidate>
      <ChosenFiles uploads={uploads} />
      <TextField
        label={t('mine.answer')}
        isOptional={uploads.files.length > 0}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={4000}
        error={isEmpty ? t('mine.answerOrFile') : undefined}
      />
      <div className="actions">
        <button type="submit" className="ds-button" aria-disabled={send.isPending || uploads.isUnderWay}>
          {t('mine.sendAnswer')}
        </button>
        <SendingFailed error={send.error} />
        <button type="button" className="ds-button" data-variant="tertiary" onClick={cancel}>
          {t('portal.cancel')}
        </button>
      </div>
    </form>
  );
}

interface Answer {
  readonly text: string;
  readonly ready: readonly UploadedFile[];
}

/** Makes a document of every file and gives them with the words; what has been done is not done again. */
function useAnswer({ shown, request, item }: Pick<AnswerFormProps, 'shown' | 'request' | 'item'>, onDone: () => void) {
  const client = useQueryClient();
  const attempts = useAttempts();
  const path = { id: shown.id };
  // A file has one key for good: it becomes one document, however often the answer is sent.
  const documentOf = async ({ file, upload = '' }: UploadedFile): Promise<{ document: string }> => {
    const kind = file.type.startsWith('image/') ? ('PHOTO' as const) : ('OTHER' as const);
    const body = { file: upload, title: item.what.replaceAll(/\s+/g, ' ').slice(0, TITLE_LENGTH), kind };
    const params = { path, header: { 'Idempotency-Key': `document:${upload}` } };
    const { id } = await answerOf(api.POST('/api/v1/collaborations/{id}/documents', { params, body }));
    return { document: id };
  };
  return useMutation({
    mutationFn: async ({ text, ready }: Answer) => {
      const proof = await Promise.all(ready.map(documentOf));
      const body = {
        type: 'giveInformation' as const,
        request,
        item: item.item,
        ...(text !== '' && { text }),
        ...(proof.length > 0 && { proof }),
      };
      const params = { path, header: { 'Idempotency-Key': attempts.keyOf(body) } };
      return untilKnown(() => answerOf(api.POST('/api/v1/collaborations/{id}/commands', { params, body })));
    },
    onSuccess: () => {
      attempts.done();
      onDone();
      return client.invalidateQueries({ queryKey: ['case', shown.id] });
    },
  });
}
