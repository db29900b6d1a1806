import type { WebSocket } from 'ws';

/** What may wait in a connection that nobody reads from; AWS's own ends never have as much on the way. */
const MOST_WAITING = 16 * 1_024 * 1_024;

/** Sends frames over a connection while it is open. What it has no room for is lost, and a `MessageStream` repeats it. */
export function frameSender(socket: WebSocket): (frame: Buffer) => void {
  return (frame) => {
    if (socket.readyState === socket.OPEN && socket.bufferedAmount < MOST_WAITING) socket.send(frame);
  };
}
