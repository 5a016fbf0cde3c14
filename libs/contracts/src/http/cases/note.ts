import { z } from 'zod';
import { instant, privateText, seenBy, userId, visibility } from '../shared/fields.js';
import { cursor, limit } from '../shared/paging.js';

/** `POST /collaborations/{id}/notes`. */
export const noteBody = z
  .strictObject({ text: privateText, visibility: visibility.default('INTERNAL') })
  .meta({ id: 'NoteInput' });

export type NoteRequest = z.output<typeof noteBody>;

/** Oldest first, or newest first with `order=desc`; `after` is the `next` of the page before. */
export const conversationQuery = z.strictObject({
  after: cursor.optional(),
  order: z.enum(['asc', 'desc']).optional(),
  limit: limit.optional(),
});

export const writtenBy = z.object({ id: userId, name: z.string() });

export const noteView = z
  .object({
    id: z.uuid(),
    by: writtenBy,
    at: instant,
    text: z.string(),
    visibility,
    seenBy,
  })
  .meta({ id: 'Note' });

export type NoteView = z.infer<typeof noteView>;

export const noteList = z.object({ items: z.array(noteView), next: z.string().nullable() }).meta({ id: 'NoteList' });
