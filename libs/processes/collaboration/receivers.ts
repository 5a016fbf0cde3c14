import type { Capacity } from '#domain/process/process-document.js';

/**
 * Who can take over a case, by capacity. Where the sender is the only holder of a role, the next entry of `who`
 * receives, because nobody both sends and accepts. When the phase changes, the first who takes more than duties becomes the owner and
 * the case moves to the unit of the role's place (`@any`: the receiver's own unit).
 */
export const mentorCoordinator: Capacity = {
  capacity: 'mentorCoordinator',
  who: ['mentorkoordinator@interested', 'leder@interested'],
};
export const hostingManager: Capacity = { capacity: 'hostingManager', who: ['leder@hosting'] };
export const receivingManager: Capacity = { capacity: 'receivingManager', who: ['leder@receiving'] };
export const pilotLead: Capacity = { capacity: 'pilotLead', who: ['pilotleder@hosting', 'pilotleder@any'] };
export const benefitOwner: Capacity = { capacity: 'benefitOwner', who: ['leder@receiving'], dutiesOnly: true };
export const procurementOfficer: Capacity = {
  capacity: 'procurementOfficer',
  who: ['innkjoper@any'],
  dutiesOnly: true,
};
export const contractManager: Capacity = {
  capacity: 'contractManager',
  who: ['kontraktsforvalter@receiving', 'leder@receiving'],
  dutiesOnly: true,
};
export const grantManager: Capacity = {
  capacity: 'grantManager',
  who: ['tilskuddsforvalter@receiving'],
  dutiesOnly: true,
};
export const operationOwner: Capacity = {
  capacity: 'operationOwner',
  who: ['driftsansvarlig@receiving', 'leder@receiving'],
};
export const evaluator: Capacity = { capacity: 'evaluator', who: ['evaluator@receiving'], dutiesOnly: true };
export const contractOwner: Capacity = {
  capacity: 'contractOwner',
  who: ['kontraktsforvalter@receiving'],
  dutiesOnly: true,
};
export const exampleEditor: Capacity = { capacity: 'exampleEditor', who: ['redaktor@any'], dutiesOnly: true };
