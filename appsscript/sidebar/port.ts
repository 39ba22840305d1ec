import type { PanelPort } from '../../src/panel/port.ts';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { call } from './client.ts';

export function sheetsPort(language: string): PanelPort {
  return {
    dialect: sheetsDialect,
    language,
    takenNames: () => call('takenNames'),
    apply: ops => call('applyOps', ops),
    undo: async receipt => {
      await call('undo', receipt);
    },
    selection: () => call('selection'),
    insertFormula: formula => call('insertFormula', formula),
  };
}
