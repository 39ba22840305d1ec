import { readFileSync } from 'node:fs';
import type { MutantResult } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Prints each change that no test noticed as soon as it is known, so that a run cut short has said something. */
class Survivors {
  onMutantTested({ status, fileName, location: { start, end }, replacement }: MutantResult): void {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const lines = readFileSync(fileName, 'utf8')
      .split('\n')
      .slice(start.line - 1, end.line);
    const last = lines.length - 1;
    const code = lines.map((line, n) =>
      line.slice(n === 0 ? start.column - 1 : 0, n === last ? end.column - 1 : undefined),
    );
    const place = `${fileName.slice(fileName.indexOf('src/'))}:${start.line}:${start.column}`;
    console.log(`${status} ${place}\n- ${code.join('\n- ')}\n+ ${replacement ?? ''}`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'survivors', Survivors)];
