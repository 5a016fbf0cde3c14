import type { EntityManager } from 'typeorm';
import { attachFile, fileById } from '#store/cases/documents/files.js';
import type { Attaching, FileRow } from '#store/cases/documents/files.js';
import { refusedWith } from '../../shared/refused.js';

/**
 * Makes a finished upload of the caller a file that stays.
 * @throws HttpRefusal 409 `file-in-use` for one that is attached already, 422 `unknown-file` for every other one.
 */
export async function attachedFile(manager: EntityManager, asked: Attaching): Promise<FileRow> {
  const attached = await attachFile(manager, asked);
  if (attached) return attached;
  const file = await fileById(manager, asked.id);
  if (file && file.caseId === asked.caseId && file.by === asked.by && file.attachedAt !== null)
    throw refusedWith('file-in-use', {
      nb: 'Filen hører allerede til et dokument. Last den opp på nytt hvis den skal brukes to ganger.',
      en: 'The file belongs to a document already. Upload it again if it is to be used twice.',
    });
  throw refusedWith(
    'unknown-file',
    {
      nb: 'Det er ingen ferdig opplastet fil her. Last den opp på nytt.',
      en: 'There is no finished upload here. Upload the file again.',
    },
    [{ pointer: '/file', detail: 'is no finished upload of the caller to this case' }],
  );
}
