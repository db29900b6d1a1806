import { run } from './main-run.ts';

// Apart from it, since local-action calls run() by itself.
await run();
