/** What the bundle exposes; scripts/build/sheets.ts gives each its top-level function. */
export { call as of } from './functions/call.ts';
export { run } from './server/run.ts';
