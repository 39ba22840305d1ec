import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { functionsMetadata } from '../../addin/metadata.ts';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { readShared, sharedFolder, withoutShared } from '../support/shared.ts';

interface Metadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: string;
    readonly dimensionality: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result: { readonly dimensionality: string };
  readonly options?: { readonly requiresAddress?: boolean; readonly requiresParameterAddresses?: boolean };
}

const functions = (language: 'en' | 'zh') => functionsMetadata(language).functions as readonly Metadata[];

/** References such as A1, XFD1048576, R1C1, which no name may look like. */
const CELL = /^([A-Z]{1,3}\d{1,7}|R\d*C\d*)$/;

describe('functions.json', () => {
  it.skipIf(sharedFolder === undefined).each(['en', 'zh'] as const)(
    `is valid against the schema (%s)${withoutShared}`,
    language => {
      const validate = new Ajv({ strict: false, unicodeRegExp: true }).compile(
        JSON.parse(readShared('schemas/custom-functions.schema.json')),
      );
      expect(validate(functionsMetadata(language)), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it('has every function of the catalogue, in the same shape in every language', () => {
    const shape = (language: 'en' | 'zh') =>
      functions(language).map(({ id, name, parameters }) => [
        id,
        name,
        parameters.map(parameter => [parameter.name, parameter.optional]),
      ]);
    expect(shape('zh')).toEqual(shape('en'));
    expect(functions('en').map(fn => fn.id)).toEqual(catalogue.map(fn => fn.name));
  });

  it('gives names that Excel takes: unique, no cell, no longer than allowed', () => {
    const ids = functions('en').map(fn => fn.id);
    expect(new Set(ids.map(id => id.toUpperCase())).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,63}$/);
      expect(id).not.toMatch(CELL);
    }
  });

  it('lets optional parameters come last, and none repeat', () => {
    for (const { id, parameters } of functions('en')) {
      const optional = parameters.map(parameter => parameter.optional === true);
      expect(
        [...optional].sort((a, b) => Number(a) - Number(b)),
        id,
      ).toEqual(optional);
      expect(
        parameters.filter(parameter => parameter.repeating),
        id,
      ).toEqual([]);
    }
  });

  it('takes errors and ranges everywhere, and asks where they come from', () => {
    expect(functionsMetadata('en').allowErrorForDataTypeAny).toBe(true);
    for (const { parameters, result, options } of functions('en')) {
      for (const parameter of parameters) expect(parameter).toMatchObject({ type: 'any', dimensionality: 'matrix' });
      expect(result.dimensionality).toBe('matrix');
      if (parameters.length > 0) expect(options).toMatchObject({ requiresParameterAddresses: true });
    }
  });

  it('asks which cell calls where a 0 may stand for an argument left out', () => {
    const asking = functions('en').flatMap(({ id, options }) => (options?.requiresAddress ? [id] : []));
    expect(asking).toContain('COMMISSION');
    expect(asking).not.toContain('NPS');
  });

  it.each(['en', 'zh'] as const)('describes everything within what the wizard shows (%s)', language => {
    const chinese = /\p{Script=Han}/u;
    for (const { id, description, parameters } of functions(language)) {
      for (const text of [description, ...parameters.map(parameter => parameter.description)]) {
        expect(text.length, id).toBeGreaterThan(0);
        expect(text.length, id).toBeLessThanOrEqual(255);
      }
      expect(chinese.test(description), id).toBe(language === 'zh');
    }
  });

  it('asks for what stands before a required parameter, for Excel takes optional ones at the end only', () => {
    const names = functions('en')
      .find(fn => fn.id === 'COMMISSION')
      ?.parameters.filter(parameter => !parameter.optional);
    expect(names?.map(({ name }) => name)).toEqual(['sales', 'target', 'tiers']);
  });

  it('names the words of a choice', () => {
    const direction = functions('en')
      .find(fn => fn.id === 'ACHIEVEMENT')
      ?.parameters.find(({ name }) => name === 'direction');
    expect(direction?.description).toContain('"higher"');
    expect(direction?.description).toContain('"lower"');
  });
});
