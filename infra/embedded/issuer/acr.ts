/** The one level of assurance there is: somebody was picked from a list. */
export const DEMO_ACR = 'urn:stafett:demo';
