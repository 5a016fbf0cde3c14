import { EntitySchema } from 'typeorm';

/** The message that opened a case, as it was received, and whom to answer. */
export interface EnquiryRow {
  /** The collaboration's id. */
  id: string;
  organisation: string | null;
  title: string;
  description: string;
  contactName: string | null;
  /** In canonical form. */
  contactEmail: string | null;
  contactPhone: string | null;
  channel: string;
  /** What caused the enquiry: a need, a strategy and so on (domain.md A27). */
  origin: string;
  area: string | null;
  receivedAt: Date;
  /** SHA-256 of the status page's secret; null for a case opened by staff. */
  secretHash: string | null;
}

export const EnquiryTable = new EntitySchema<EnquiryRow>({
  name: 'Enquiry',
  tableName: 'enquiry',
  columns: {
    id: { type: 'uuid', primary: true },
    organisation: {
      type: 'uuid',
      nullable: true,
      foreignKey: { target: 'Organisation', name: 'enquiry_organisation' },
    },
    title: { type: 'text' },
    description: { type: 'text' },
    contactName: { type: 'text', name: 'contact_name', nullable: true },
    contactEmail: { type: 'text', name: 'contact_email', nullable: true },
    contactPhone: { type: 'text', name: 'contact_phone', nullable: true },
    channel: { type: 'text' },
    origin: { type: 'text' },
    area: { type: 'text', nullable: true },
    receivedAt: { type: 'timestamptz', name: 'received_at' },
    secretHash: { type: 'text', name: 'secret_hash', nullable: true },
  },
  checks: [
    { name: 'enquiry_email', expression: `contact_email COLLATE "C" !~ '[A-Z]' AND contact_email IS NFC NORMALIZED` },
  ],
  indices: [
    { name: 'enquiry_secret', columns: ['secretHash'], unique: true },
    { name: 'enquiry_organisation_of', columns: ['organisation'] },
    // A GIN index, which TypeORM cannot express.
    { name: 'enquiry_contact', columns: ['contactName'], synchronize: false },
  ],
});
