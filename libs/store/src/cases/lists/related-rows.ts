import type { EntityManager } from 'typeorm';
import type { Case, UnitId, UserId } from '#domain/model/case.js';
import type { Visibility } from '#domain/policy/conversation.js';
import type { Instant } from '#domain/time.js';
import { unreadSql } from '../conversation/message-reads.js';
import { documentCountSql } from '../documents/documents.js';
import { queryPrepared } from '../../db/query-prepared.js';

/** Who owned a case, and since when. */
export interface OwnershipPeriod {
  readonly owner: UserId;
  readonly unit: UnitId;
  readonly fromAt: Instant;
}

/** The enquiry as it is shown; see `EnquiryRow`. */
export interface ShownEnquiry {
  readonly description: string;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly area: string | null;
  readonly channel: string;
  readonly origin: string;
}

/** What is stored beside a case and shown with it. */
export interface RelatedRows {
  readonly enquiry: ShownEnquiry | null;
  readonly organisation: { readonly id: string; readonly name: string; readonly number: string | null } | null;
  /** How the contact of the case is reached. */
  readonly contactDetails: { readonly email: string | null; readonly phone: string | null } | null;
  /** Oldest first. */
  readonly ownershipHistory: readonly OwnershipPeriod[];
  /** By key. */
  readonly texts: ReadonlyMap<string, unknown>;
  /** How many messages of others the reader has not said to have read. */
  readonly unreadMessages: number;
  /** How many documents the reader sees whose content is served. */
  readonly documentCount: number;
}

const UTC_ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const RELATED = `
  SELECT
    (SELECT json_build_object('description', e.description, 'contactName', e.contact_name, 'contactEmail', e.contact_email,
       'contactPhone', e.contact_phone, 'area', e.area, 'channel', e.channel, 'origin', e.origin)
     FROM enquiry e WHERE e.id = $1) AS enquiry,
    (SELECT json_build_object('id', o.id, 'name', o.name, 'number', o.number)
     FROM organisation o WHERE o.id = $2::uuid) AS organisation,
    (SELECT json_build_object('email', p.email, 'phone', p.phone) FROM person p WHERE p.id = $4) AS "contactDetails",
    (SELECT json_agg(json_build_object('owner', w.owner, 'unit', w.unit,
       'fromAt', to_char(w.from_at AT TIME ZONE 'UTC', ${UTC_ISO})) ORDER BY w.from_seq)
     FROM ownership w WHERE w.case_id = $1) AS "ownershipHistory",
    (SELECT json_agg(json_build_array(t.id, t.body)) FROM text t WHERE t.id = ANY($3::text[]) AND t.case_id = $1) AS texts,
    ${unreadSql('$1', '$5')} AS "unreadMessages",
    ${documentCountSql('$1', '$6::text[]')} AS "documentCount"`;

interface Row extends Pick<
  RelatedRows,
  'enquiry' | 'organisation' | 'contactDetails' | 'unreadMessages' | 'documentCount'
> {
  readonly ownershipHistory: readonly OwnershipPeriod[] | null;
  readonly texts: readonly (readonly [key: string, body: unknown])[] | null;
}

/** For whom they are read, and which texts. */
export interface RelatedTo {
  readonly textKeys: readonly string[];
  readonly reader: UserId;
  /** Of the documents that the reader sees. */
  readonly visibilities: readonly Visibility[];
}

/**
 * Everything that is shown with one case, with one statement.
 * `textKeys` gives only texts of this case, so that a key copied from another case reveals nothing.
 */
export async function relatedRowsOf(
  manager: EntityManager,
  { id, organisation, contact }: Pick<Case, 'id' | 'organisation' | 'contact'>,
  { textKeys, reader, visibilities }: RelatedTo,
): Promise<RelatedRows> {
  const values = [id, organisation, [...new Set(textKeys)], contact, reader, [...visibilities]];
  const [row] = await queryPrepared<Row>(manager, RELATED, values);
  return {
    enquiry: row?.enquiry ?? null,
    organisation: row?.organisation ?? null,
    contactDetails: row?.contactDetails ?? null,
    ownershipHistory: row?.ownershipHistory ?? [],
    texts: new Map(row?.texts ?? []),
    unreadMessages: row?.unreadMessages ?? 0,
    documentCount: row?.documentCount ?? 0,
  };
}
