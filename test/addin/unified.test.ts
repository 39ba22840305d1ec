import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Draft04 from 'ajv-draft-04';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildUnified, unifiedChinese, unifiedManifest } from '../../scripts/build/unified.ts';

const schemas = createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json');
const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(join(schemas, '../build/json-schemas/teams/v1.30', name), 'utf8'));

/** What the schema has against a value. */
function problemsOf(schema: string, value: unknown): string {
  // A pattern of the one needs Unicode's rules, one of the other breaks them.
  const ajv = new Draft04({
    strict: false,
    unicodeRegExp: schema === MANIFEST,
    validateFormats: false,
    allErrors: true,
  });
  const validate = ajv.compile(schemaOf(schema));
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('\n');
}

const options = { baseUrl: 'https://kpi.example.com/add-ins/sales/', version: '1.2.3' };
const MANIFEST = 'MicrosoftTeams.schema.json';

describe('the unified manifest', () => {
  let outDir = '';
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'unified-'));
    await mkdir(join(outDir, 'excel/assets'), { recursive: true });
    for (const icon of ['icon-192', 'outline-32']) await writeFile(join(outDir, `excel/assets/${icon}.png`), icon);
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));

  it('is valid against Microsoft’s schema, in both languages', async () => {
    expect(problemsOf(MANIFEST, await unifiedManifest(options))).toBe('');
    expect(problemsOf(MANIFEST, await unifiedManifest({ ...options, assetId: 'WA200000000' }))).toBe('');
    expect(problemsOf('MicrosoftTeams.Localization.schema.json', unifiedChinese(options))).toBe('');
  });

  it('is refused where it is wrong', async () => {
    const manifest = await unifiedManifest(options);
    expect(problemsOf(MANIFEST, { ...manifest, allowErrorForDataTypeAny: true })).toMatch(/additional properties/);
    expect(problemsOf(MANIFEST, { ...manifest, name: { short: 'x'.repeat(31) } })).toMatch(/name\/short/);
    const chinese = { ...unifiedChinese(options), 'extensions[0].nothing': 'x' };
    expect(problemsOf('MicrosoftTeams.Localization.schema.json', chinese)).toMatch(/additional properties/);
  });

  it('asks for the same addresses, requirements and namespace as manifest.xml, whose add-in it hides', async () => {
    const xml = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
    const { extensions, id } = await unifiedManifest({ ...options, baseUrl: 'https://localhost:3000' });
    const [extension] = extensions;
    const text = JSON.stringify(extension);
    for (const [, name, minVersion] of xml.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g))
      expect(extension?.requirements.capabilities).toContainEqual({ name, minVersion });
    for (const [url] of text.matchAll(/https:[^"]+/g)) expect(xml).toContain(`"${url}"`);
    expect(xml).toContain(`DefaultValue="${extension?.runtimes[0]?.customFunctions.namespace.id}"`);
    const [, officeAddinId = ''] = /<Id>([^<]+)</.exec(xml) ?? [];
    expect(extension?.alternates).toEqual([{ hide: { customOfficeAddin: { officeAddinId } } }]);
    expect(id).not.toBe(officeAddinId);
    expect(unifiedChinese(options)['extensions[0].runtimes[0].customFunctions.metadataUrl' as '$schema']).toBe(
      'https://kpi.example.com/add-ins/sales/functions.zh-CN.json',
    );
  });

  it('is packed with its pictures, the same bytes each time', async () => {
    const pack = async () => {
      await buildUnified(outDir, options);
      return readFileSync(join(outDir, 'unified/sales-kpi.zip'));
    };
    const [first, second] = [await pack(), await pack()];
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(first)).toBe(hash(second));
    const files = unzipSync(first);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png', 'zh-cn.json']);
    const { icons, version, localizationInfo } = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect([icons.color in files, icons.outline in files, version]).toEqual([true, true, '1.2.3']);
    expect(localizationInfo.additionalLanguages[0].file in files).toBe(true);
  });
});
