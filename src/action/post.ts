import { run } from './post-run.ts';

// Apart from it, since local-action calls run() by itself.
await run();
