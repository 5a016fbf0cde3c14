import { describe, expect, it } from '@jest/globals';
import { listeningInodes } from './port-holder.js';

// 0BB8 is 3000; state 0A is LISTEN, 01 is ESTABLISHED.
const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1 0 100 0 0 10 0
   1: 0100007F:0BB8 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 222 1 0 20 4 30 10 -1
   2: 00000000:10BB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1 0 100 0 0 10 0
`;

describe('who holds a port', () => {
  it('is read from the sockets that listen on it, not from those connected to it', () => {
    expect(listeningInodes(TABLE, 3000)).toEqual(['111']);
  });

  it('is nobody when none listens', () => {
    expect(listeningInodes(TABLE, 3001)).toEqual([]);
  });
});
