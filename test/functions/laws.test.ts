import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { FAMILIES } from '../../src/kernel/families.ts';
import { argumentsOf } from '../../src/kernel/function.ts';
import { expectSame } from '../support/expectSame.ts';

/** Functions that need no example: their result is the catalogue itself. */
const SELF_EVIDENT = ['VERSION', 'SELFTEST'];

const camelCase = (name: string): string =>
  name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe.each(catalogue.map(fn => [fn.name, fn] as const))('%s', (name, fn) => {
  it('has the examples that its text shows, and they come out', () => {
    if (!SELF_EVIDENT.includes(name)) expect(fn.examples.length).toBeGreaterThanOrEqual(2);
    for (const { given, result } of fn.examples) expectSame(fn.call(argumentsOf(fn, given)), result);
  });

  it('has a test of its own', () => {
    expect(existsSync(new URL(`./${camelCase(name)}.test.ts`, import.meta.url))).toBe(true);
  });

  it('has text in both languages that fits a formula wizard', () => {
    const texts = [fn.text.label, fn.text.summary, ...fn.parameters.flatMap(({ label, about }) => [label, about])];
    for (const { en, zh } of texts) {
      expect(en.trim()).not.toBe('');
      expect(zh).toMatch(/[\u4e00-\u9fff]|^[A-Z]+$/);
      expect(en.length).toBeLessThanOrEqual(200);
      expect(zh.length).toBeLessThanOrEqual(200);
    }
    expect(fn.text.formula).not.toBe('');
    expect(fn.text.source).not.toBe('');
  });

  it('belongs to a subject', () => {
    expect(Object.keys(FAMILIES)).toContain(fn.family);
  });

  it('knows its choices by words, each of one choice only', () => {
    for (const { name: of, choices = [], default: fallback, read } of fn.parameters) {
      const words = choices.flatMap(({ value, label, aliases }) =>
        [value, label.en, label.zh, ...aliases].map(word => [word, value] as const),
      );
      for (const [word, value] of words) {
        expect(word.trim(), `${of}: ${value}`).not.toBe('');
        expect(read(` ${word.toUpperCase()} `), `${of}: ${word}`).toBe(value);
      }
      if (choices.length > 0) expect(choices.map(({ value }) => value)).toContain(fallback);
    }
  });

  it('has a name that no host takes for something else', () => {
    expect(name).toMatch(/^[A-Z][A-Z0-9_]{1,40}[A-Z0-9]$/);
    expect(name).not.toMatch(/^[A-Z]{1,3}[0-9]+$/);
    for (const parameter of fn.parameters) expect(parameter.name).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  it('has its required parameters before the optional ones, but for those that may be left empty', () => {
    const firstOptional = fn.parameters.findIndex(parameter => parameter.optional);
    const lastRequired = fn.parameters.map(parameter => parameter.optional).lastIndexOf(false);
    const leftEmpty = fn.parameters.filter((parameter, index) => parameter.optional && index < lastRequired);
    if (firstOptional >= 0)
      expect(leftEmpty.map(parameter => parameter.name)).toEqual(leftEmpty.length > 0 ? ['target'] : []);
  });
});
