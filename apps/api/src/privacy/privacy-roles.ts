/** Roles that handle requests for access to personal data and for erasure. */
export const PRIVACY_ROLES = ['personvern', 'admin'];
