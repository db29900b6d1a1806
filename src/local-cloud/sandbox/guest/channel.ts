import { Socket } from 'node:net';
import { GUEST_SOCKET } from './protocol.ts';

/**
 * Opens a stream to the host and introduces it. Nothing is read from it yet, so that it can be handed to a child
 * process as it is: the first byte after the introduction belongs to whoever uses the stream.
 */
export function connectStream(token: string, index: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = new Socket({ allowHalfOpen: true });
    // A paused socket does not start to read when it is connected.
    socket.pause();
    socket.once('error', reject);
    socket.connect(GUEST_SOCKET, () => {
      socket.write(`${token} ${index}\n`, (error) => {
        socket.off('error', reject);
        if (error) reject(error);
        else resolve(socket);
      });
    });
  });
}
