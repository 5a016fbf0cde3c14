import { auditKeyOf } from '#platform/session/audit-key.js';
import { verifyAuditLog } from '#store/audit/verify-audit-log.js';
import type { VerifiedAuditLog } from '#store/audit/verify-audit-log.js';
import { ToolError } from '../errors.js';
import type { Installation } from '../with-installation.js';
import type { ExitCode, Print } from '../print.js';
import type { ToolArguments } from '../usage.js';
import { verifyInstallation } from '../verify/verify-installation.js';
import { formatViolation } from '../verify/violation.js';

/** Prints a result for each violation and remarks how many there were; when there are none, the result says `clean`. */
export async function runVerify(installation: Installation, _args: ToolArguments, print: Print): Promise<ExitCode> {
  const auditLog = await verifyLog(installation);
  let violations = auditLog.findings.length;
  for (const finding of auditLog.findings) print.result(`audit log: ${finding}`);
  const casesWithViolations = new Set<string>();
  const { cases, events } = await verifyInstallation(installation, (violation) => {
    violations += 1;
    casesWithViolations.add(violation.caseId);
    print.result(formatViolation(violation));
  });
  const log = `${auditLog.entries} entries of the audit log, the newest ${auditLog.last.slice(0, 12)}`;
  const totals = `${cases} collaborations, ${events} events, ${log}`;
  if (violations === 0) print.result(`clean: ${totals}`);
  else print.remark(`${violations} violations in ${casesWithViolations.size} cases (${totals})`);
  return violations === 0 ? 0 : 1;
}

function verifyLog({ dataSource, config }: Installation): Promise<VerifiedAuditLog> {
  const key = auditKeyOf(config);
  if (!key)
    throw new ToolError('STAFETT_SECRET is not set, and nothing that runs tells it: the audit log cannot be checked.');
  return verifyAuditLog(dataSource, key);
}
