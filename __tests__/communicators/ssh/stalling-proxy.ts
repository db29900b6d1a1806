import { connect, createServer, type Socket, type Server as TcpServer } from 'node:net';

/** A way to a loopback port that can go dead without a word, as a network does that loses every packet. */
export class StallingProxy {
  readonly port: number;
  /** Resolves when the client has said something. */
  readonly heard: Promise<void>;
  #onHeard: () => void = () => undefined;
  readonly #tcp: TcpServer;
  readonly #near = new Set<Socket>();
  readonly #far = new Set<Socket>();
  #isDead = false;

  private constructor(tcp: TcpServer, port: number) {
    this.#tcp = tcp;
    this.port = port;
    this.heard = new Promise((resolve) => {
      this.#onHeard = resolve;
    });
  }

  /** Without a port to lead to it takes connections and never answers. */
  static async start(to?: number): Promise<StallingProxy> {
    // Whoever ends its half is not answered by the end of the other one.
    const tcp = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve) => {
      tcp.listen(0, '127.0.0.1', resolve);
    });
    const address = tcp.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const proxy = new StallingProxy(tcp, address.port);
    tcp.on('connection', (socket) => proxy.#take(socket, to));
    return proxy;
  }

  /** From now on nothing goes through, and nothing is answered. */
  stall(): void {
    this.#isDead = true;
  }

  /** Resolves when the client has let go of every connection: by closing it, not only by saying no more. */
  async isFree(): Promise<void> {
    while (this.#near.size > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      // A socket that is gone answers what is written to it by a reset.
      for (const socket of this.#near) if (socket.readableEnded) socket.write('?');
    }
  }

  /** Resolves to how many bytes the client has said when these are more than `bytes`, or when it has let go. */
  async heardMoreThan(bytes: number): Promise<number> {
    for (;;) {
      const heard = [...this.#near].reduce((sum, { bytesRead }) => sum + bytesRead, 0);
      if (heard > bytes || this.#near.size === 0) return heard;
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => {
      this.#tcp.close(resolve);
    });
    for (const socket of [...this.#near, ...this.#far]) socket.destroy();
    await closed;
  }

  #take(near: Socket, to: number | undefined): void {
    this.#near.add(near);
    near.on('error', () => undefined).once('close', () => this.#near.delete(near));
    near.on('data', () => this.#onHeard());
    if (to === undefined) return;
    const far = connect(to, '127.0.0.1');
    this.#far.add(far);
    far
      .on('error', () => undefined)
      .once('close', () => {
        this.#far.delete(far);
        if (!this.#isDead) near.destroy();
      });
    near.on('data', (chunk) => this.#isDead || far.write(chunk));
    far.on('data', (chunk) => this.#isDead || near.write(chunk));
    near.on('end', () => this.#isDead || far.end());
  }
}
