/** What the bundle exposes; scripts/build/sheets.ts gives each its top-level function. */
export { call } from './functions/call.ts';
export { onInstall, onOpen, showSidebar } from './menu.ts';
export { calls } from './server/calls.ts';
