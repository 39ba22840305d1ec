import { onInstall, onOpen, showSidebar } from '../menu.ts';
import { calls } from './calls.ts';

/** Everything that Google Sheets, a menu or the sidebar calls by its name. */
export const run = { onInstall, onOpen, showSidebar, ...calls };
