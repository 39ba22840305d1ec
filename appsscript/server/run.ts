import { onInstall, onOpen, showSidebar } from '../menu.ts';
import { calls } from './calls.ts';

/** Everything that Google Sheets, a menu or the sidebar calls by its name. */
const called: Readonly<Record<string, (...args: never[]) => unknown>> = { onInstall, onOpen, showSidebar, ...calls };

export function run(name: string, args: ArrayLike<never>): unknown {
  return called[name]?.(...Array.from(args));
}
