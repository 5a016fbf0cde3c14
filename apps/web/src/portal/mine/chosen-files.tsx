import { PaperclipIcon } from '@navikt/aksel-icons';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SendingFailed } from '../parts/answer-view.js';
import type { useUploads } from './use-uploads.js';

/** The files of an answer with how far they have come, and a way to add another. */
export function ChosenFiles({ uploads }: { readonly uploads: ReturnType<typeof useUploads> }): ReactNode {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const { files, add, retry, remove } = uploads;
  return (
    <div className="block">
      {files.length > 0 && (
        <ul className="files" aria-label={t('mine.files')}>
          {files.map(({ n, file, percent, upload, error }) => (
            <li key={n}>
              <span role="status">
                {upload
                  ? t('mine.uploaded', { name: file.name })
                  : !error && t('mine.uploading', { name: file.name, percent })}
                {error && file.name}
              </span>
              <SendingFailed error={error ?? null} />
              {error && (
                <button type="button" className="plain-button" onClick={() => retry(n)}>
                  {t('portal.tryAgain')}
                </button>
              )}
              {(upload || error) && (
                <button type="button" className="plain-button" onClick={() => remove(n)}>
                  {t('mine.remove', { name: file.name })}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-label={t('mine.upload')}
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <button type="button" className="ds-button" data-variant="secondary" onClick={() => picker.current?.click()}>
        <PaperclipIcon aria-hidden fontSize="1.4rem" />
        {t(files.length > 0 ? 'mine.another' : 'mine.upload')}
      </button>
    </div>
  );
}
