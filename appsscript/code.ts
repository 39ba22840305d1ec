/** What the bundle for cells exposes; scripts/build/sheets.ts gives each function its own at the top level. */
export { call as of } from './functions/call.ts';
