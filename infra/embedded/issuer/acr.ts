/** The only level of assurance (`acr`) of the embedded issuer: the user was chosen from a list, without a password. */
export const DEMO_ACR = 'urn:stafett:demo';
