import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { WORKER_LIMITS } from '#worker/worker-limits.js';

/** A worker with our limits that runs only the empty workflow. Arguments: address, namespace, task queue, bundle. */
const [address = '', namespace = '', taskQueue = '', codePath = ''] = process.argv.slice(2);

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  ...WORKER_LIMITS,
  connection,
  namespace,
  taskQueue,
  workflowBundle: { codePath },
});
process.once('SIGTERM', () => worker.shutdown());
await worker.run();
await connection.close();
process.exit();
