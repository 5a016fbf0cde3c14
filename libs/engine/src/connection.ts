import { Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { tlsOptions, type EngineConfig } from './config.js';

const RESOURCE_EXHAUSTED = 8;

/** Retries only when the server is overloaded. When it is unreachable, the call fails at once. */
const retry = makeGrpcRetryInterceptor({
  ...defaultGrpcRetryOptions(),
  retryableDecider: (attempt, { code }) => attempt < 5 && code === (RESOURCE_EXHAUSTED as typeof code),
});

/** Connects on first use, and reconnects when the server starts later or comes back. */
export function engineConnection(config: EngineConfig): Connection {
  return Connection.lazy({
    address: config.address,
    apiKey: config.apiKey,
    tls: tlsOptions(config),
    interceptors: [retry],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 },
  });
}
