import type { Capacity } from '#domain/process/core.js';

/**
 * Who can take over, by capacity. Where the sender is the only one who holds a role, the next in line receives:
 * nobody both sends and accepts. The first receiver of a handover becomes the case's owner when the phase changes, and the
 * case follows to the place named here: those who act everywhere take it for the subject unit, procurement for its own.
 */
export const mentorCoordinator: Capacity = {
  capacity: 'mentorCoordinator',
  who: ['mentorkoordinator@interested', 'leder@interested'],
};
export const hostingManager: Capacity = { capacity: 'hostingManager', who: ['leder@hosting'] };
export const receivingManager: Capacity = { capacity: 'receivingManager', who: ['leder@receiving'] };
export const pilotLead: Capacity = { capacity: 'pilotLead', who: ['pilotleder@hosting', 'pilotleder@any'] };
export const benefitOwner: Capacity = { capacity: 'benefitOwner', who: ['leder@receiving'] };
export const procurementOfficer: Capacity = { capacity: 'procurementOfficer', who: ['innkjoper@any'] };
export const contractManager: Capacity = {
  capacity: 'contractManager',
  who: ['kontraktsforvalter@receiving', 'leder@receiving'],
};
export const grantManager: Capacity = { capacity: 'grantManager', who: ['tilskuddsforvalter@receiving'] };
export const operationOwner: Capacity = {
  capacity: 'operationOwner',
  who: ['driftsansvarlig@receiving', 'leder@receiving'],
};
export const evaluator: Capacity = { capacity: 'evaluator', who: ['evaluator@receiving'] };
export const contractOwner: Capacity = { capacity: 'contractOwner', who: ['kontraktsforvalter@receiving'] };
export const exampleEditor: Capacity = { capacity: 'exampleEditor', who: ['redaktor@any'] };
