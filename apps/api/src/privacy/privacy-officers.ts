/** Roles that handle requests for access to personal data and for erasure. */
export const PRIVACY_OFFICERS = ['personvern', 'admin'];
