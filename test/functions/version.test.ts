import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/functions/version.ts';
import { expectError } from '../support/expectError.ts';

describe('VERSION()', () => {
  it('answers the version of the package', () => {
    const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    expect(version.call([])).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest).toContain(`"version": "${String(version.call([]))}"`);
  });

  it('takes no argument', () => {
    expectError(version.call([1]), '#VALUE!', 'expected 0 arguments at most, found 1');
  });
});
