/**
 * npm version 0.2.0 raises package.json, and this what else holds the number: manifest.xml and CHANGELOG.md. VERSION,
 * dist/excel and the unified package take it from package.json when they are built.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function raisedManifest(manifest: string, version: string): string {
  return manifest.replace(/<Version>[^<]+</, `<Version>${version}.0<`);
}

/** What is next becomes this version; the heading for what comes then stands over it. */
export function raisedChangelog(changelog: string, version: string): string {
  if (changelog.includes(`\n## ${version}\n`)) return changelog;
  if (!/^## Next\n\n-/m.test(changelog)) throw new RangeError('CHANGELOG.md says nothing under "Next"');
  return changelog.replace('## Next\n', `## Next\n\n## ${version}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  if (!/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version)) throw new RangeError(`${version} is no version that Excel takes`);
  const raise = (file: string, raised: (text: string, to: string) => string) =>
    writeFileSync(`${root}${file}`, raised(readFileSync(`${root}${file}`, 'utf8'), version));
  raise('manifest.xml', raisedManifest);
  raise('CHANGELOG.md', raisedChangelog);
}
