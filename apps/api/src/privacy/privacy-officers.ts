/** Roles that see to what people may ask about themselves: access and erasure. */
export const PRIVACY_OFFICERS = ['personvern', 'admin'];
