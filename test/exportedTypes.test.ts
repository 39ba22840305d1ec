import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['src', 'addin', 'appsscript', 'export', 'workbench'];
/** What is only handed on (`export type { Period }`) is declared elsewhere. */
const DECLARED = /^export (?:declare )?(?:abstract )?(?:type|interface|class|enum) (\w+)/gm;

const typesIn = (text: string): string[] => [...text.matchAll(DECLARED)].map(([, name = '']) => name);

it('exports no two types under one name', () => {
  const files = new Map<string, string[]>();
  for (const folder of FOLDERS)
    for (const file of readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file)) continue;
      for (const name of typesIn(readFileSync(`${root}/${folder}/${file}`, 'utf8')))
        files.set(name, [...(files.get(name) ?? []), `${folder}/${file}`]);
    }
  expect(files.size).toBeGreaterThan(500);
  expect([...files].filter(([, places]) => places.length > 1)).toEqual([]);
});

it('knows a type that is declared from one that is handed on', () => {
  const text = [
    'export type Period = string;',
    'export interface Place<Sheet> {',
    'export abstract class Ledger {',
    "export type { Layout } from './layout.ts';",
    'type Own = string;',
  ].join('\n');
  expect(typesIn(text)).toEqual(['Period', 'Place', 'Ledger']);
});
