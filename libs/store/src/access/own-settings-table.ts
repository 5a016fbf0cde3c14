import { EntitySchema } from 'typeorm';

/** How a person wants their pages: what they chose themselves, for no one else to see. */
export interface OwnSettingsRow {
  person: string;
  body: object;
}

export const OwnSettingsTable = new EntitySchema<OwnSettingsRow>({
  name: 'OwnSettings',
  tableName: 'own_settings',
  columns: {
    person: { type: 'text', primary: true, foreignKey: { target: 'Person', name: 'own_settings_person' } },
    body: { type: 'jsonb' },
  },
});
