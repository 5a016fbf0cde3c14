import type { DocumentDetail, DocumentView } from '#contracts/http/cases/document.js';
import type { VersionWithFile } from '#store/cases/documents/document-versions.js';
import type { DocumentRow } from '#store/cases/documents/documents.js';

export interface DocumentsContext {
  readonly versions: ReadonlyMap<string, readonly VersionWithFile[]>;
  readonly names: ReadonlyMap<string, string>;
}

/** A document without its number: gaps would tell people from outside of internal ones. */
export function documentView(row: DocumentRow, { versions, names }: DocumentsContext): DocumentView {
  const { id, title, kind, visibility, from, by, at } = row;
  const all = versions.get(id) ?? [];
  const latest = all.at(-1);
  if (!latest) throw new Error('a document has a version');
  return {
    id,
    title,
    kind,
    visibility,
    seenBy: visibility === 'SHARED' ? 'BOTH' : 'MUNICIPALITY',
    from,
    by: named(names, by),
    at,
    versions: all.length,
    latest: versionView(row, latest, names),
    withdrawn: withdrawalView(row, names),
  };
}

export function documentDetailView(row: DocumentRow, context: DocumentsContext): DocumentDetail {
  const all = context.versions.get(row.id) ?? [];
  return { ...documentView(row, context), history: all.map((version) => versionView(row, version, context.names)) };
}

/** Everybody whom the views name. */
export const peopleIn = (rows: readonly DocumentRow[], versions: DocumentsContext['versions']): string[] => [
  ...new Set([
    ...rows.flatMap(({ by, withdrawnBy }) => [by, ...(withdrawnBy === null ? [] : [withdrawnBy])]),
    ...[...versions.values()].flatMap((all) => all.map(({ by }) => by)),
  ]),
];

function versionView(
  { caseId, withdrawnAt }: DocumentRow,
  { documentId, v, by, at, note, file }: VersionWithFile,
  names: DocumentsContext['names'],
): DocumentDetail['history'][number] {
  const { name, type, size, sha256, scan, encrypted } = file;
  const content = `/api/v1/collaborations/${caseId}/documents/${documentId}/versions/${v}/content`;
  return {
    v,
    by: named(names, by),
    at,
    ...(note !== null && { note }),
    file: { name, type, size, sha256, scan, encrypted },
    content: withdrawnAt === null ? content : null,
  };
}

function withdrawalView(
  { withdrawnBy: by, withdrawnAt: at, withdrawnReason: reason }: DocumentRow,
  names: DocumentsContext['names'],
): DocumentView['withdrawn'] {
  return by === null || at === null || reason === null ? null : { by: named(names, by), at, reason };
}

const named = (names: ReadonlyMap<string, string>, id: string) => ({ id, name: names.get(id) ?? id });
