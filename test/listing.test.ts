import { describe, expect, it } from 'vitest';
import { raisedChangelog, raisedManifest } from '../scripts/raiseVersion.ts';
import { LIMITS, LISTING } from '../scripts/store/listing.ts';
import { catalogue } from '../src/functions/catalogue.gen.ts';
import { languages } from '../src/kernel/text.ts';

describe('the texts of the stores’ listings', () => {
  it.each(LIMITS.flatMap(limit => languages.map(language => ({ ...limit, language }))))(
    '$text in $language has $longest characters at most',
    ({ text, longest, language }) => {
      const { length } = LISTING[text][language];
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThanOrEqual(longest);
    },
  );

  it('name functions that there are, and the result that they give', () => {
    const names = catalogue.map(({ name }) => name);
    for (const language of languages)
      for (const [, name] of LISTING.testNotes[language].matchAll(/KPI\.([A-Z_]+)/g)) expect(names).toContain(name);
  });
});

describe('a new version', () => {
  it('is raised in the manifest, in its four figures', () => {
    expect(raisedManifest('<a><Version>0.1.0.0</Version></a>', '0.2.0')).toBe('<a><Version>0.2.0.0</Version></a>');
  });

  it('is the heading of what was next', () => {
    const raised = raisedChangelog('# Changelog\n\n## Next\n\n- **New.** Yes.\n\n## 0.1.0\n', '0.2.0');
    expect(raised).toBe('# Changelog\n\n## Next\n\n## 0.2.0\n\n- **New.** Yes.\n\n## 0.1.0\n');
    expect(raisedChangelog(raised, '0.2.0')).toBe(raised);
    expect(() => raisedChangelog('# Changelog\n\n## Next\n\n## 0.1.0\n', '0.2.0')).toThrow(/nothing under "Next"/);
  });
});
