import { Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { tlsOf, type EngineConfig } from './config.js';

const RESOURCE_EXHAUSTED = 8;

/** A busy server is asked again; a server that is not there is not: the caller is told at once. */
const retry = makeGrpcRetryInterceptor({
  ...defaultGrpcRetryOptions(),
  retryableDecider: (attempt, { code }) => attempt < 5 && code === (RESOURCE_EXHAUSTED as typeof code),
});

/** A connection that comes up by itself, also when the server is started later or comes back. */
export function engineConnection(config: EngineConfig): Connection {
  return Connection.lazy({
    address: config.address,
    apiKey: config.apiKey,
    tls: tlsOf(config),
    interceptors: [retry],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 },
  });
}
