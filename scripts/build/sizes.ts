import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entryIn, PARTS } from './builds.ts';

const FUNCTIONS = ['functions.js', 'calculate.js'];

const KILOBYTE = 1024;

export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

/** What people load, against the design's budgets. `dist` is where the build has written. */
export function sizesOf(dist: string): readonly Size[] {
  const excel = join(dist, 'excel');
  const entries = (names: readonly string[]) => names.map(name => entryIn(excel, name));
  const parts = join(excel, PARTS);
  const functions = reached(parts, entries(FUNCTIONS));
  const firstPaint = reached(parts, entries([...FUNCTIONS, 'start.js', 'pane.js', 'page.css', 'pane.css']));
  return [
    { what: 'Excel, functions, gzip', bytes: zipped(parts, functions), budget: 30 * KILOBYTE },
    { what: 'Excel, first paint of the pane, gzip', bytes: zipped(parts, firstPaint), budget: 90 * KILOBYTE },
    {
      what: 'Google Sheets, Code.js without the formulas’ help',
      bytes: Buffer.byteLength(withoutHelpTexts(readFileSync(join(dist, 'sheets/Code.js'), 'utf8'))),
      budget: 150 * KILOBYTE,
    },
    {
      what: 'Google Sheets, Server.js',
      bytes: Buffer.byteLength(readFileSync(join(dist, 'sheets/Server.js'), 'utf8')),
      budget: 60 * KILOBYTE,
    },
  ];
}

/** The files and what they import before they run; what is imported later is not part of it. */
export function reached(folder: string, files: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    if (!file.endsWith('.js')) return;
    for (const [, part] of text.matchAll(/\b(?:from|import)\s*"\.\/([^"]+)"/g)) if (part) visit(part);
  };
  files.forEach(visit);
  return found;
}

function zipped(folder: string, files: Iterable<string>): number {
  return [...files].reduce((total, file) => total + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
}

/** The help that Sheets shows stands in comments, which nothing has to parse. */
function withoutHelpTexts(code: string): string {
  return code.replace(/\/\*\*[\s\S]*?\*\//g, '');
}
