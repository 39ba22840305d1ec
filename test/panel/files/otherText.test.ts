import { describe, expect, it } from 'vitest';
import { isText } from '../../../src/panel/files/limits.ts';
import { readBytes } from '../../../src/panel/files/readFile.ts';

const refusal = async (text: string, name = 'export.xls') => {
  const read = await readBytes(name, new TextEncoder().encode(text));
  return isText(read) ? read.en : undefined;
};

describe('a text that is no table', () => {
  it.each([
    '<html><body><table><tr><td>Owner</td></tr></table></body></html>',
    '\uFEFF<!DOCTYPE html>\n<html>',
    '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
    '<!-- report -->\n<table border="1">',
  ])('is known as a web page, with the cure: %s', async text => {
    expect(await refusal(text)).toMatch(/web page.*save it as XLSX/);
  });

  it.each([
    ['XML', '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'],
    ['MHTML', 'MIME-Version: 1.0\nContent-Type: multipart/related'],
    ['JSON', '[{"owner": "Anna", "amount": 100}]'],
    ['JSON', '{"owner": "Anna"}\n{"owner": "Ben"}\n'],
    ['SYLK', 'ID;PWXL;N;E\nC;Y1;X1;K"Owner"\nE\n'],
  ])('is known as %s', async (format, text) => {
    expect(await refusal(text)).toContain(`This is ${format}`);
  });

  it.each(['ID;Person;Amount\n1;Anna;100\n', 'Html,Owner\n<b>,Anna\n', '{Owner},Amount\nAnna,1\n'])(
    'is not found in a table that begins alike: %s',
    async text => {
      expect(await refusal(text, 'export.csv')).toBeUndefined();
    },
  );
});
