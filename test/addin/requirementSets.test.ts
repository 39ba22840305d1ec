import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const addin = fileURLToPath(new URL('../../addin/', import.meta.url));
const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
const types = readFileSync(createRequire(import.meta.url).resolve('@types/office-js/index.d.ts'), 'utf8');

/** Members of Excel's classes → the oldest requirement set in which a class has such a member. */
function membersOf(source: string): Map<string, number> {
  const oldest = new Map<string, number>();
  let scope: number | undefined;
  let noted = Number.POSITIVE_INFINITY;
  for (const line of source.split('\n')) {
    const [, family, version] = /\[Api set: (\w+) (1\.\d+)/.exec(line) ?? [];
    if (version) noted = family === 'ExcelApi' ? minor(version) : Number.POSITIVE_INFINITY;
    // Interfaces repeat the members without their notes.
    if (/^ {4}(interface|enum|namespace) /.test(line)) scope = undefined;
    if (/^ {4}class \w+/.test(line)) {
      scope = noted;
      noted = Number.POSITIVE_INFINITY;
    }
    const member = scope === undefined ? undefined : /^ {8}(?:readonly )?(\w+)\??[:(]/.exec(line)?.[1];
    if (scope === undefined || !member) continue;
    const since = Number.isFinite(noted) ? Math.max(noted, scope) : scope;
    oldest.set(member, Math.min(oldest.get(member) ?? Number.POSITIVE_INFINITY, since));
    noted = Number.POSITIVE_INFINITY;
  }
  return new Map([...oldest].filter(([, since]) => Number.isFinite(since)));
}

const minor = (version: string): number => Number(version.split('.')[1]);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** What the add-in asks for itself before it uses it. */
const GUARDED: Readonly<Record<string, string>> = { notes: '1.18' };

describe('requirement sets', () => {
  const known = membersOf(types);
  const code = sources(addin).join('\n');
  const used = new Set([...code.matchAll(/\.(\w+)/g)].map(match => match[1] ?? '').filter(name => known.has(name)));
  const required = minor(/Name="ExcelApi" MinVersion="(1\.\d+)"/.exec(manifest)?.[1] ?? '');

  it('reads the notes of the types', () => {
    expect(known.get('freezePanes')).toBe(7);
    expect(known.get('customProperties')).toBeLessThanOrEqual(12);
    expect(known.get('notes')).toBe(18);
    expect(used.size).toBeGreaterThan(30);
  });

  it('the manifest asks for every Excel member that the add-in uses, or the add-in does', () => {
    const newer = [...used].filter(name => (known.get(name) ?? 0) > required);
    expect(newer).toEqual(Object.keys(GUARDED));
    for (const version of Object.values(GUARDED)) expect(code).toContain(`isSetSupported('ExcelApi', '${version}')`);
  });

  it('the manifest asks for the custom functions and the shared runtime that are used', () => {
    expect(manifest).toContain('Name="CustomFunctionsRuntime" MinVersion="1.3"');
    expect(manifest).toContain('Name="SharedRuntime" MinVersion="1.1"');
  });
});
