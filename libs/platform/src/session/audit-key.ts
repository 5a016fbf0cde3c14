import { derivedKey } from './derived-key.js';

/** Key of the chain of the audit log. Undefined without STAFETT_SECRET. */
export const auditKeyOf = ({ STAFETT_SECRET: secret }: { readonly STAFETT_SECRET?: string | undefined }) =>
  secret === undefined ? undefined : derivedKey(secret, 'audit-log');
