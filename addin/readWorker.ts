import { serve } from '../src/files/readWorker.ts';

/** The global scope of a worker, which the pane's own types do not know. */
serve(globalThis as unknown as Parameters<typeof serve>[0]);
